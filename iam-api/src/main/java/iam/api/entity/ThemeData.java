package iam.api.entity;

/** A nested theme data of the wire format. */
public class ThemeData {
    /** An empty one. */
    public ThemeData() {
    }

    /** Theme type. */
    public String themeType = "";
    /** Color primary. */
    public String colorPrimary = "";
    /** Border radius. */
    public int borderRadius;
    /** Is compact. */
    public boolean isCompact;
    /** Is enabled. */
    public boolean isEnabled;
}
