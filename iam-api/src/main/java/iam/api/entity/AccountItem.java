package iam.api.entity;

/** A nested account item of the wire format. */
public class AccountItem {
    /** An empty one. */
    public AccountItem() {
    }

    /** Name. */
    public String name = "";
    /** Visible. */
    public boolean visible;
    /** View rule. */
    public String viewRule = "";
    /** Modify rule. */
    public String modifyRule = "";
    /** Regex. */
    public String regex = "";
    /** Tab. */
    public String tab = "";
}
