package iam.war.account;

import static iam.spi.store.Condition.equal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which invitation a code belongs to, and whether it may still be used (contract: entities.md section 12). Codes that are patterns are matched in linear time. */
@Component
public final class Invitations {
    private static final EntityType<Invitation> INVITATION = EntityType.of(Invitation.class);
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final String PATTERN_CHARACTERS = "\\^$.|?*+()[]{}";
    private static final Set<String> ALL_APPLICATIONS = Set.of("", "All");

    private final EntityStore store;

    @Inject
    Invitations(EntityStore store) {
        this.store = store;
    }

    /** Whether a code is a pattern rather than a text. */
    public static boolean pattern(String code) {
        return code.chars().anyMatch(c -> PATTERN_CHARACTERS.indexOf(c) >= 0);
    }

    /** Whether a code is one of an invitation. */
    public static boolean matches(Invitation invitation, String code) {
        if (!invitation.isRegexp) {
            return invitation.code.equals(code);
        }
        try {
            return Pattern.matches(invitation.code, code);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /**
     * The invitation to an organization that a code belongs to.
     *
     * @param application where the user signs up
     * @param organization whose user he wants to be
     * @throws ApiException when there is none, or it can't be used any more
     */
    public Invitation usable(Application application, String organization, String code) {
        List<Invitation> candidates = store.list(INVITATION, Query.where(equal("owner", organization)));
        Invitation found = candidates.stream().filter(invitation -> !code.isEmpty() && matches(invitation, code))
                .filter(invitation -> ALL_APPLICATIONS.contains(invitation.application) || invitation.application.equals(application.name)).findFirst()
                .orElseThrow(() -> new ApiException(Message.INVITATION_CODE_INVALID));
        checkUsable(found);
        checkUnused(found, code);
        return found;
    }

    /**
     * Checks the state of an invitation.
     *
     * @throws ApiException when it can't be used
     */
    public static void checkUsable(Invitation invitation) {
        if (!invitation.state.equals("Active")) {
            throw new ApiException(Message.INVITATION_CODE_SUSPENDED);
        }
        if (invitation.usedCount >= invitation.quota) {
            throw new ApiException(Message.INVITATION_CODE_EXHAUSTED);
        }
    }

    /** A pattern stands for many codes, each of which is good once. */
    private void checkUnused(Invitation invitation, String code) {
        if (invitation.isRegexp && !store.list(USER, Query.where(equal("owner", invitation.owner), equal("invitationCode", code)).window(0, 1)).isEmpty()) {
            throw new ApiException(Message.INVITATION_CODE_USED);
        }
    }

    /**
     * Uses an invitation once, also when several do at the same time; in the transaction that stores its user, and before that.
     *
     * @throws ApiException when it is exhausted, or the code was used meanwhile
     */
    public void use(Invitation invitation, String code) {
        Query row = Query.where(equal("owner", invitation.owner), equal("name", invitation.name));
        Invitation now = invitation;
        while (store.updateAll(INVITATION, row.and(equal("usedCount", now.usedCount)), Map.of("usedCount", now.usedCount + 1)) == 0) {
            now = store.list(INVITATION, row).stream().findFirst().orElseThrow(() -> new ApiException(Message.INVITATION_CODE_INVALID));
            checkUsable(now);
        }
        checkUnused(invitation, code);
    }
}
