package iam.war.access;

import java.util.List;

/** All kinds of callers: nobody, those of the organization {@code home}, and the global administrator. */
enum Callers {
    ANONYMOUS("", List.of()),
    MEMBER("accessToken=member-home", List.of()),
    ADMINISTRATOR("accessToken=boss-home", List.of("home")),
    APPLICATION("accessToken=app-home", List.of("home")),
    CLIENT("clientId=id-app-home&clientSecret=hush-home", List.of("home")),
    ORGANIZATION_KEY("accessKey=key-home&accessSecret=hush-home", List.of("home")),
    SELF_REGISTERED("accessToken=dcr-home", List.of()),
    FORBIDDEN("accessToken=forbidden-home", List.of()),
    DELETED("accessToken=deleted-home", List.of()),
    GLOBAL("accessToken=root", World.ORGANIZATIONS);

    /** How he proves who he is. */
    final String credentials;
    /** What he administers. */
    final List<String> administered;

    Callers(String credentials, List<String> administered) {
        this.credentials = credentials;
        this.administered = administered;
    }
}
