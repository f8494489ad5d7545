package iam.api.entity;

import iam.api.OmitEmpty;
import java.util.List;

/** A nested mfa props of the wire format. */
public class MfaProps {
    /** An empty one. */
    public MfaProps() {
    }

    /** Enabled. */
    public boolean enabled;
    /** Is preferred. */
    public boolean isPreferred;
    /** MFA type. */
    public String mfaType = "";
    /** Secret. */
    @OmitEmpty public String secret = "";
    /** Country code. */
    @OmitEmpty public String countryCode = "";
    /** URL. */
    @OmitEmpty public String url = "";
    /** Recovery codes; may be null. */
    @OmitEmpty public List<String> recoveryCodes;
    /** MFA remember in hours. */
    public int mfaRememberInHours;
}
