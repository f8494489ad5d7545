package iam.war.data;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as users type them. */
public final class Phones {
    private Phones() {
    }

    /** The digits of a number, without blanks and punctuation. */
    public static String national(String number) {
        return number.replaceAll("[\\s().-]", "");
    }

    /**
     * The national digits of a number.
     *
     * @param number as typed
     * @param country two letters; empty to take any digits as they are
     * @return empty when the number is none of that country
     */
    public static Optional<String> national(String number, String country) {
        if (country.isEmpty() && !number.startsWith("+")) {
            return Optional.of(national(number)).filter(digits -> digits.matches("[0-9]{1,20}"));
        }
        return parse(number, country).map(PhoneNumberUtil.getInstance()::getNationalSignificantNumber);
    }

    /** A number as E.164; as it is stored when it can't be parsed. */
    public static String e164(String number, String country) {
        return parse(number, country).map(parsed -> PhoneNumberUtil.getInstance().format(parsed, PhoneNumberFormat.E164)).orElse(number);
    }

    private static Optional<PhoneNumber> parse(String number, String country) {
        try {
            PhoneNumber parsed = PhoneNumberUtil.getInstance().parse(number, country);
            return Optional.of(parsed).filter(PhoneNumberUtil.getInstance()::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
