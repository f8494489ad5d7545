package iam.api.entity;

import java.util.List;

/** A nested table column of the wire format. */
public class TableColumn {
    /** An empty one. */
    public TableColumn() {
    }

    /** Name. */
    public String name = "";
    /** Type. */
    public String type = "";
    /** Casdoor name. */
    public String casdoorName = "";
    /** Is key. */
    public boolean isKey;
    /** Is hashed. */
    public boolean isHashed;
    /** Values; may be null. */
    public List<String> values;
}
