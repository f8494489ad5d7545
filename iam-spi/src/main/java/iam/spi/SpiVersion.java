package iam.spi;

/**
 * The version of what a plugin compiles against: {@code iam.api} and {@code iam.spi} together. The first number grows when a plugin may stop working, the second
 * when something is added. A plugin names the versions it works with in its manifest, as {@code Iam-Spi: [1.0,2.0)}.
 */
public final class SpiVersion {
    private SpiVersion() {
    }

    /**
     * The version of the running server.
     *
     * @return such as {@code 1.0}
     */
    public static String current() {
        return "1.0";
    }
}
