package iam.war.data;

import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;

/** What web pages of this API read from the cookie {@code jsonWebConfig} (contract: auth.md section 1). */
@Component
public final class WebConfig {
    private final String cookie;

    @Inject
    WebConfig(Settings settings) {
        cookie = "jsonWebConfig={\"showGithubCorner\":false,\"forceLanguage\":\"\",\"defaultLanguage\":\"en\",\"isDemoMode\":" + settings.flag("iam.demo-mode", false)
                + ",\"staticBaseUrl\":\"\",\"aiAssistantUrl\":\"\",\"defaultApplication\":\"app-built-in\",\"maxItemsForFlatMenu\":7}; Path=/; SameSite=Lax";
    }

    /** The {@code Set-Cookie} header. */
    public String cookie() {
        return cookie;
    }
}
