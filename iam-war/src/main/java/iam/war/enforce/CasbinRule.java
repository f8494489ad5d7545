package iam.war.enforce;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** A policy as clients send and read it; the names of the members are those of the wire format. */
@JsonbPropertyOrder({"Id", "Ptype", "V0", "V1", "V2", "V3", "V4", "V5"})
public class CasbinRule {
    /** An empty one. */
    public CasbinRule() {
    }

    /** Numbers the rows from 1. */
    public long Id;
    /** Its type. */
    public String Ptype = "";
    /** First value. */
    public String V0 = "";
    /** Second value. */
    public String V1 = "";
    /** Third value. */
    public String V2 = "";
    /** Fourth value. */
    public String V3 = "";
    /** Fifth value. */
    public String V4 = "";
    /** Sixth value. */
    public String V5 = "";

    static CasbinRule of(long id, String type, List<String> values) {
        CasbinRule rule = new CasbinRule();
        rule.Id = id;
        rule.Ptype = type;
        List<String> padded = new ArrayList<>(values);
        while (padded.size() < 6) {
            padded.add("");
        }
        rule.V0 = padded.get(0);
        rule.V1 = padded.get(1);
        rule.V2 = padded.get(2);
        rule.V3 = padded.get(3);
        rule.V4 = padded.get(4);
        rule.V5 = padded.get(5);
        return rule;
    }

    /** The values up to the last one that is set. */
    List<String> values() {
        List<String> values = new ArrayList<>(List.of(V0, V1, V2, V3, V4, V5));
        while (!values.isEmpty() && values.get(values.size() - 1).isEmpty()) {
            values.remove(values.size() - 1);
        }
        return List.copyOf(values);
    }

    /** The row with its type in front. */
    List<String> row() {
        List<String> row = new ArrayList<>(List.of(Ptype));
        row.addAll(values());
        return row;
    }
}
