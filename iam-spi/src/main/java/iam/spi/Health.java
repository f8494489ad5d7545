package iam.spi;

/**
 * The state of a provider.
 *
 * @param up whether it can do its work
 * @param detail what is wrong, in words for an operator and without secrets; empty when all is well
 */
public record Health(boolean up, String detail) {
    /** All is well. */
    public static final Health UP = new Health(true, "");

    /**
     * Something is wrong.
     *
     * @param detail what it is, in words for an operator and without secrets
     * @return not up
     */
    public static Health down(String detail) {
        return new Health(false, detail);
    }
}
