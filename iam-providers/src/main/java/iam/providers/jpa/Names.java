package iam.providers.jpa;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of tables, columns and indexes: snake case, and an underscore behind words that H2 or MariaDB reserve, so that nothing needs quotes. */
final class Names {
    private static final int LONGEST = 64;

    private static final Set<String> RESERVED = Set.of(("accessible add all alter analyze and any array as asc asensitive asymmetric attributes authorization before between bigint binary blob"
            + " body both by call cascade case cast change char character check collate column condition constraint continue convert create cross current_catalog"
            + " current_date current_path current_role current_schema current_time current_timestamp current_user cursor database databases day day_hour"
            + " day_microsecond day_minute day_second dec decimal declare default delayed delete delete_domain_id desc describe deterministic distinct"
            + " distinctrow div do_domain_ids double drop dual each else elseif elsif enclosed end escaped except exists exit explain false fetch float float4"
            + " float8 for force foreign from fulltext function general goto grant group groups having high_priority history hour hour_microsecond hour_minute"
            + " hour_second if ignore ignore_domain_ids ignore_server_ids ilike in index infile inner inout insensitive insert int int1 int2 int3 int4 int8"
            + " integer intersect interval into is iterate join key keys kill lateral leading leave left level like limit linear lines load local localtime"
            + " localtimestamp lock long longblob longtext loop low_priority master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob"
            + " mediumint mediumtext member middleint minus minute minute_microsecond minute_second mod modifies month natural not no_write_to_binlog null numeric"
            + " object of offset on optimize option optionally or order others out outer outfile over overlaps package page_checksum parse_vcol_expr partition"
            + " period portion position precision primary procedure purge qualify raise range read read_write reads real recursive ref_system_id references"
            + " regexp release rename repeat replace require resignal restrict return returning revoke right rlike role row rowid rownum row_number rows rowtype"
            + " schema schemas second second_microsecond select sensitive separator session_user set show signal size smallint some spatial specific sql"
            + " sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent"
            + " stats_sample_pages straight_join symmetric system system_time system_user table terminated then time timestamp tinyblob tinyint tinytext to"
            + " trailing transaction trigger true type uescape undo union unique unknown unlock unsigned update usage use user using utc_date utc_time"
            + " utc_timestamp value values varbinary varchar varcharacter varying versioning when where while window with within without write xor year"
            + " year_month zerofill zone").split(" "));

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Names() {
    }

    static String table(String type) {
        return "iam_" + snake(type);
    }

    static String column(String field) {
        String name = snake(field);
        return RESERVED.contains(name) ? name + "_" : name;
    }

    static String link(String table, String field) {
        return table + "_" + snake(field);
    }

    static String index(String table, String columns) {
        String name = "ix_" + table + "_" + columns;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 9) + "_" + Integer.toHexString(name.hashCode());
    }

    private static String snake(String name) {
        return HUMP.matcher(name.replace('-', '_')).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
