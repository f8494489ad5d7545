package iam.api;

/** What callers see in place of a secret. */
public enum Mask {
    /** Three stars when there is a value, the empty value when there is none. */
    STARS,
    /** The empty value always: empty text, or null for a list. */
    BLANK;

    /** The text that stands for a secret, in both directions. */
    public static final String TEXT = "***";
}
