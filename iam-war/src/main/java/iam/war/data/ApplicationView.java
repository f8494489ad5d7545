package iam.war.data;

import static iam.spi.store.Condition.in;

import iam.api.EntityType;
import iam.api.Mask;
import iam.api.Revealed;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What callers see of an application: administrators of its organization all of it, others what a sign-in page needs (contract: oauth.md section 1.4). */
@Component
public final class ApplicationView {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    private static final EntityType<Organization> ORGANIZATION = EntityType.of(Organization.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    /** The secrets of the application itself; those of what stands inside are masked before. */
    private static final Set<String> WHOLE = Set.of("clientSecret", "registrationAccessToken");
    private static final Set<String> OUTSIDE = Set.of("passwordObfuscatorKey");
    private static final Set<String> STARRED = Set.of("clientSecret", "clientCert", "cert", "registrationAccessToken", "ipWhitelist", "backchannelLogoutUri", "samlReplyUrl", "tokenFormat",
            "tokenSigningMethod", "domain", "upstreamHost", "sslMode", "sslCert");
    private static final Set<String> EMPTIED = Set.of("grantTypes", "redirectUris", "tokenFields", "tokenAttributes", "otherDomains");
    private static final Set<String> SWITCHED_OFF = Set.of("enablePassword", "enableSigninSession", "enableCodeSignin", "enableSamlCompress", "enableSamlC14n10", "enableSamlPostBinding",
            "disableSamlAttributes", "enableWebAuthn", "enableLinkWithEmail");
    private static final Set<String> ORGANIZATION_STARRED = Set.of("masterPassword", "defaultPassword", "masterVerificationCode", "passwordType", "passwordSalt", "ipWhitelist",
            "kerberosRealm", "kerberosKdcHost", "kerberosKeytab", "kerberosServiceName");
    private static final Set<String> SHOWN_PROVIDERS = Set.of("OAuth", "Web3", "Captcha", "SAML", "Face ID");
    private static final Set<String> REDUCED_PROVIDERS = Set.of("Email", "SMS");

    private final EntityStore store;
    private final Directory directory;

    @Inject
    ApplicationView(EntityStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** One application for an answer; its certificate along with it when asked for. */
    public Object of(Caller caller, Application application, boolean withKey) {
        if (withKey) {
            application.certPublicKey = directory.cert(application.cert).map(cert -> cert.certificate).orElse("");
        }
        return of(caller, List.of(application)).get(0);
    }

    /** Applications for an answer: two statements for all of them. */
    public List<Object> of(Caller caller, List<Application> applications) {
        Map<String, Organization> organizations = organizations(applications);
        List<Provider> providers = providers(applications);
        List<Object> views = new ArrayList<>(applications.size());
        for (Application application : applications) {
            application.organizationObj = organizations.get(application.organization);
            application.providers = items(application, providers);
            views.add(caller.administers(application.organization) ? new Revealed(application, WHOLE) : new Revealed(outside(application), OUTSIDE));
        }
        return views;
    }

    private Map<String, Organization> organizations(List<Application> applications) {
        Set<String> names = new TreeSet<>();
        applications.forEach(application -> names.add(application.organization));
        Map<String, Organization> found = new HashMap<>();
        if (names.size() == 1) {
            directory.organization(names.iterator().next()).ifPresent(organization -> found.put(organization.name, organization));
        } else if (!names.isEmpty()) {
            store.list(ORGANIZATION, Query.where(in("name", names))).forEach(organization -> found.put(organization.name, organization));
        }
        return found;
    }

    private List<Provider> providers(List<Application> applications) {
        Set<String> names = new HashSet<>();
        applications.forEach(application -> Defaults.present(application.providers).forEach(item -> names.add(item.name)));
        return names.isEmpty() ? List.of() : store.list(PROVIDER, Query.where(in("name", names)));
    }

    private static List<ProviderItem> items(Application application, List<Provider> providers) {
        for (ProviderItem item : Defaults.present(application.providers)) {
            Provider provider = provider(application, item, providers);
            item.provider = provider == null ? null : Masks.masked(provider);
            if (provider != null && provider.category.equals("Email")) {
                item.provider.clientSecret2 = Masks.masked(provider.clientSecret2);
            }
        }
        return application.providers;
    }

    /** The provider that an item means: one of the application's organization, or else a shared one. */
    public static Provider provider(Application application, ProviderItem item, List<Provider> candidates) {
        Provider shared = null;
        for (Provider candidate : candidates) {
            boolean meant = candidate.name.equals(item.name) && (item.owner.isEmpty() || item.owner.equals(candidate.owner));
            if (meant && candidate.owner.equals(application.organization)) {
                return candidate;
            }
            shared = meant && candidate.owner.equals(Directory.ADMIN) ? candidate : shared;
        }
        return shared;
    }

    private static Application outside(Application application) {
        Application masked = APPLICATION.copy(application);
        STARRED.forEach(field -> APPLICATION.field(field).set(masked, Mask.TEXT));
        EMPTIED.forEach(field -> APPLICATION.field(field).set(masked, List.of()));
        SWITCHED_OFF.forEach(field -> APPLICATION.field(field).set(masked, false));
        masked.frontchannelLogoutUri = "";
        masked.frontchannelLogoutSessionRequired = false;
        masked.expireInHours = -1;
        masked.refreshExpireInHours = -1;
        masked.cookieExpireInHours = -1;
        masked.failedSigninLimit = -1;
        masked.failedSigninFrozenTime = -1;
        masked.organizationObj = application.organizationObj == null ? null : outside(application.organizationObj);
        masked.providers = Defaults.present(application.providers).stream().map(ApplicationView::outside).filter(item -> item != null).toList();
        return masked;
    }

    private static Organization outside(Organization organization) {
        Organization masked = ORGANIZATION.copy(organization);
        ORGANIZATION_STARRED.forEach(field -> ORGANIZATION.field(field).set(masked, Mask.TEXT));
        masked.initScore = -1;
        masked.orgBalance = -1;
        masked.userBalance = -1;
        masked.balanceCredit = -1;
        masked.mfaItems = null;
        masked.accountItems = organization.isProfilePublic ? organization.accountItems : null;
        return masked;
    }

    private static ProviderItem outside(ProviderItem item) {
        String category = item.provider == null ? "" : item.provider.category;
        if (REDUCED_PROVIDERS.contains(category)) {
            ProviderItem reduced = new ProviderItem();
            reduced.countryCodes = item.countryCodes;
            reduced.rule = item.rule;
            reduced.provider = new Provider();
            reduced.provider.category = category;
            return reduced;
        }
        return SHOWN_PROVIDERS.contains(category) ? item : null;
    }
}
