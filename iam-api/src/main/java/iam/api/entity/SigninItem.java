package iam.api.entity;

/** A nested signin item of the wire format. */
public class SigninItem {
    /** An empty one. */
    public SigninItem() {
    }

    /** Name. */
    public String name = "";
    /** Visible. */
    public boolean visible;
    /** Label. */
    public String label = "";
    /** Custom CSS. */
    public String customCss = "";
    /** Placeholder. */
    public String placeholder = "";
    /** Rule. */
    public String rule = "";
    /** Is custom. */
    public boolean isCustom;
}
