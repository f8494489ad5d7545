package iam.api.entity;

import java.util.List;

/** A nested signup item of the wire format. */
public class SignupItem {
    /** An empty one. */
    public SignupItem() {
    }

    /** Name. */
    public String name = "";
    /** Visible. */
    public boolean visible;
    /** Required. */
    public boolean required;
    /** Prompted. */
    public boolean prompted;
    /** Type. */
    public String type = "";
    /** Custom CSS. */
    public String customCss = "";
    /** Label. */
    public String label = "";
    /** Placeholder. */
    public String placeholder = "";
    /** Options; may be null. */
    public List<String> options;
    /** Regex. */
    public String regex = "";
    /** Rule. */
    public String rule = "";
}
