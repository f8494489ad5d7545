package iam.war.data;

import iam.api.EntityType;
import java.util.List;

/** The types that are stored but no part of the API. */
public final class InternalTypes {
    /** All of them. */
    public static final List<EntityType<?>> ALL = List.of(
            BrowserSession.TYPE,
            CaptchaAnswer.TYPE,
            Claim.TYPE,
            Counter.TYPE,
            DeviceAuthorization.TYPE,
            Installation.TYPE,
            LateSignOut.TYPE,
            OutboxDocument.TYPE,
            OutboxMessage.TYPE,
            OutboxReceiver.TYPE,
            PolicyRule.TYPE,
            PushedRequest.TYPE,
            RotatedToken.TYPE,
            UsedId.TYPE);

    private InternalTypes() {
    }
}
