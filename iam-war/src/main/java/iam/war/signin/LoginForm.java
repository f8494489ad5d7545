package iam.war.signin;

import iam.war.captcha.CaptchaGate;

/** The body of a sign-in or sign-up (contract: oauth.md section 1.1 and 1.5); members that are not named here are ignored. */
public class LoginForm {
    /** An empty one. */
    public LoginForm() {
    }

    public String type = "";
    public String application = "";
    public String organization = "";
    public String username = "";
    public String password = "";
    public String signinMethod = "";
    public boolean autoSignin;
    public String language = "";
    public String code = "";
    public String countryCode = "";
    public String captchaType = "";
    public String captchaToken = "";
    public String clientSecret = "";
    public String userCode = "";
    public String provider = "";
    public String mfaType = "";
    public String passcode = "";
    public String recoveryCode = "";
    public boolean enableMfaRemember;

    public String name = "";
    public String firstName = "";
    public String lastName = "";
    public String gender = "";
    public String bio = "";
    public String tag = "";
    public String education = "";
    public String email = "";
    public String emailCode = "";
    public String phone = "";
    public String phoneCode = "";
    public String affiliation = "";
    public String idCard = "";
    public String region = "";
    public String invitationCode = "";

    /** The answer to a captcha, if there is one. */
    CaptchaGate.Answer captcha() {
        return new CaptchaGate.Answer(captchaType, clientSecret, captchaToken);
    }
}
