package iam.providers.jpa;

import org.h2.api.ErrorCode;
import org.h2.api.TableEngine;
import org.h2.command.Prepared;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.h2.mvstore.db.MVTable;
import org.h2.mvstore.db.Store;
import org.h2.result.LocalResult;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.table.Table;

/**
 * Tables of H2 whose updates leave alone the indexes that they don't concern: H2 2.4 removes a changed row from each index and adds it again, which took more
 * than all the rest of a sign-out. H2 asks for this class by its name, which stands in the address and not in the file: other programs open it as ever.
 */
public final class EmbeddedTables implements TableEngine {
    /** What to add to an address. */
    static final String SETTING = ";DEFAULT_TABLE_ENGINE=" + EmbeddedTables.class.getName();

    /** For H2. */
    public EmbeddedTables() {
    }

    @Override
    public Table createTable(CreateTableData data) {
        Store store = data.session.getDatabase().getStore();
        // what H2 asks when it takes changes back; the columns belong to the table that is made last
        store.createTable(data);
        return new SelectiveTable(data, store);
    }

    private static final class SelectiveTable extends MVTable {
        SelectiveTable(CreateTableData data, Store store) {
            super(data, store);
        }

        /** Row by row: a statement that hands unique keys on from row to row would fail; ours change keys of one row at most. */
        @Override
        public void updateRows(Prepared prepared, SessionLocal session, LocalResult rows) {
            SessionLocal.Savepoint before = session.setSavepoint();
            while (rows.next()) {
                prepared.checkCanceled();
                Row old = rows.currentRowForTable();
                rows.next();
                try {
                    replace(session, old, rows.currentRowForTable());
                } catch (DbException e) {
                    if (e.getErrorCode() == ErrorCode.CONCURRENT_UPDATE_1 || e.getErrorCode() == ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1) {
                        session.rollbackTo(before);
                    }
                    throw e;
                }
            }
        }

        private void replace(SessionLocal session, Row old, Row changed) {
            int id = getMainIndexColumn();
            if (id == SearchRow.ROWID_INDEX || old.getValue(id).equals(changed.getValue(id))) {
                updateRow(session, old, changed);
            } else {
                // the primary key is a number, by which H2 finds the row itself
                removeRow(session, old);
                addRow(session, changed);
            }
        }
    }
}
