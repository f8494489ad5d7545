package iam.war.captcha;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.api.entity.User;
import iam.spi.captcha.Challenge;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.data.Cidrs;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Asks for a captcha where the application wants one (contract: auth.md section 8). */
@Component
public final class CaptchaGate {
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final String INTRANET = "127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, ::1/128, fc00::/7, fe80::/10";

    private final Directory directory;
    private final PasswordCheck passwords;
    private final Captchas captchas;

    @Inject
    CaptchaGate(Directory directory, PasswordCheck passwords, Captchas captchas) {
        this.directory = directory;
        this.passwords = passwords;
        this.captchas = captchas;
    }

    /**
     * What somebody answered.
     *
     * @param type the kind of captcha
     * @param id which one it was
     * @param answer the answer
     */
    public record Answer(String type, String id, String answer) {
    }

    /**
     * A captcha to show on a page.
     *
     * @param type the kind of captcha
     * @param id which one it is
     * @param image a PNG file
     */
    public record Shown(String type, String id, byte[] image) {
    }

    /** The captcha that a sign-in by a page has to show; a user is known once he has typed his name. */
    public Optional<Shown> shown(Application application, Optional<User> user, String address) {
        return asked(application, user, address) ? of(application).map(Configured::provider).map(this::show) : Optional.empty();
    }

    private Shown show(Provider provider) {
        Challenge challenge = captchas.challenge(provider);
        return new Shown(provider.type, challenge.id(), challenge.image());
    }

    /**
     * The captcha of an application.
     *
     * @param provider its provider row
     * @param rule when it is asked for
     */
    record Configured(Provider provider, String rule) {
    }

    /** The first captcha among the providers of an application. */
    Optional<Configured> of(Application application) {
        for (ProviderItem item : application.providers == null ? List.<ProviderItem>of() : application.providers) {
            Optional<Provider> provider = provider(item, application.organization).filter(found -> found.category.equals("Captcha"));
            if (provider.isPresent()) {
                return Optional.of(new Configured(provider.get(), item.rule));
            }
        }
        return Optional.empty();
    }

    private Optional<Provider> provider(ProviderItem item, String organization) {
        if (!item.owner.isEmpty()) {
            return directory.find(PROVIDER, item.owner, item.name);
        }
        return directory.find(PROVIDER, Directory.ADMIN, item.name).or(() -> directory.find(PROVIDER, organization, item.name));
    }

    /** Whether the client comes from the Internet, not from a private network. */
    private static boolean fromInternet(String address) {
        return !Cidrs.allows(INTRANET, address);
    }

    /** Whether a captcha is asked for; the user may be unknown. */
    boolean asked(Application application, Optional<User> user, String address) {
        return of(application).filter(captcha -> asks(captcha.rule(), user, address)).isPresent();
    }

    private boolean asks(String rule, Optional<User> user, String address) {
        return mayAsk(rule, address) && (!rule.equals("Dynamic") || user.filter(passwords::exhausted).isPresent());
    }

    /** Whether a captcha may be asked for at all, whoever signs in. */
    static boolean mayAsk(String rule, String address) {
        return switch (rule) {
            case "Always", "Dynamic" -> true;
            case "Internet-Only" -> fromInternet(address);
            default -> false;
        };
    }

    /**
     * Lets only people pass, where the application asks for it.
     *
     * @param user who signs in, as far as he is known
     * @param address the client's address
     * @return whether a captcha was asked for, and answered
     * @throws ApiException when the answer is missing or wrong
     */
    public boolean pass(Application application, Optional<User> user, String address, Answer answer) {
        if (!asked(application, user, address)) {
            return false;
        }
        Provider provider = of(application).map(Configured::provider).orElseThrow();
        if (!provider.type.equals(answer.type())) {
            throw new ApiException(Message.CAPTCHA_PROVIDER_INVALID, answer.type());
        }
        if (!captchas.verify(provider, answer.id(), answer.answer())) {
            throw new ApiException(Message.TURING_TEST_FAILED);
        }
        return true;
    }
}
