package iam.war.data;

/** Phone numbers as users type them. */
public final class Phones {
    private Phones() {
    }

    /** The digits of a number, without blanks and punctuation. */
    public static String national(String number) {
        return number.replaceAll("[\\s().-]", "");
    }
}
