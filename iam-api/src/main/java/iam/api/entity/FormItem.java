package iam.api.entity;

/** A nested form item of the wire format. */
public class FormItem {
    /** An empty one. */
    public FormItem() {
    }

    /** Name. */
    public String name = "";
    /** Label. */
    public String label = "";
    /** Visible. */
    public boolean visible;
    /** Width. */
    public String width = "";
}
