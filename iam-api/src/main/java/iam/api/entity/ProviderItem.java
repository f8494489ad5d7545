package iam.api.entity;

import iam.api.Computed;
import java.util.List;

/** A nested provider item of the wire format. */
public class ProviderItem {
    /** An empty one. */
    public ProviderItem() {
    }

    /** Owner. */
    public String owner = "";
    /** Name. */
    public String name = "";
    /** Can sign up. */
    public boolean canSignUp;
    /** Can sign in. */
    public boolean canSignIn;
    /** Can unlink. */
    public boolean canUnlink;
    /** Binding rule; may be null. */
    public List<String> bindingRule;
    /** Country codes; may be null. */
    public List<String> countryCodes;
    /** Prompted. */
    public boolean prompted;
    /** Signup group. */
    public String signupGroup = "";
    /** Rule. */
    public String rule = "";
    /** Provider; may be null. */
    @Computed public Provider provider;
}
