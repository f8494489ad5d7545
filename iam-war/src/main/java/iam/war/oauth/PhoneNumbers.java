package iam.war.oauth;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import iam.api.entity.User;

/** Phone numbers in the international form that claims carry. */
final class PhoneNumbers {
    private PhoneNumbers() {
    }

    /** The number as E.164; as it is stored when it can't be parsed. */
    static String e164(User user) {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            return util.format(util.parse(user.phone, user.countryCode), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return user.phone;
        }
    }
}
