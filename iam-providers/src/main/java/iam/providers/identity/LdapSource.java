package iam.providers.identity;

import iam.spi.config.Config;
import iam.spi.identity.Identity;
import iam.spi.identity.IdentitySource;
import java.util.Hashtable;
import java.util.Optional;
import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Binds to a directory as the user (RFC 4513, 5.1.3) and reads his own entry. */
final class LdapSource implements IdentitySource {
    private final String url;
    private final String organization;
    private final String userDn;
    private final String timeoutMillis;

    LdapSource(Config config) {
        url = config.text("url");
        organization = config.text("organization");
        userDn = config.text("user-dn");
        timeoutMillis = String.valueOf(config.duration("timeout").toMillis());
    }

    /** A bind without a password would be anonymous, and succeed. */
    @Override
    public Optional<Identity> authenticate(String wanted, String name, String password) throws NamingException {
        if (!wanted.equals(organization) || password.isEmpty()) {
            return Optional.empty();
        }
        LdapName entry = new LdapName(userDn.replace("{0}", Rdn.escapeValue(name)));
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, url);
        environment.put(Context.SECURITY_AUTHENTICATION, "simple");
        environment.put(Context.SECURITY_PRINCIPAL, entry.toString());
        environment.put(Context.SECURITY_CREDENTIALS, password);
        environment.put(Context.REFERRAL, "ignore");
        environment.put("com.sun.jndi.ldap.connect.timeout", timeoutMillis);
        environment.put("com.sun.jndi.ldap.read.timeout", timeoutMillis);
        try {
            DirContext directory = new InitialDirContext(environment);
            try {
                Attributes attributes = directory.getAttributes(entry, new String[] {"cn", "displayName", "mail"});
                String displayName = text(attributes, "displayName");
                return Optional.of(new Identity(name, displayName.isEmpty() ? text(attributes, "cn") : displayName, text(attributes, "mail"), ""));
            } finally {
                directory.close();
            }
        } catch (AuthenticationException e) {
            return Optional.empty();
        }
    }

    private static String text(Attributes attributes, String name) throws NamingException {
        Attribute attribute = attributes.get(name);
        return attribute == null || attribute.size() == 0 ? "" : attribute.get().toString();
    }
}
