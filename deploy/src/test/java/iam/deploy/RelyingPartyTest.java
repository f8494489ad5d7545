package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/** Relying parties that others have written, from discovery to revocation. */
@ExtendWith(RunningServer.class)
class RelyingPartyTest {
    private static final URI CALLBACK = URI.create("http://localhost:9999/callback");

    @Test
    void nimbusSignsInWithPkceRefreshesIntrospectsAndRevokes(Http http) throws Exception {
        Fixture fixture = Fixture.make(http, CALLBACK.toString());
        ClientAuthentication authentication = new ClientSecretBasic(new ClientID(fixture.clientId()), new Secret(fixture.clientSecret()));
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(http.base()));
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        URI address = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "profile", "email"), authentication.getClientID(), CALLBACK)
                .endpointURI(metadata.getAuthorizationEndpointURI()).state(state).nonce(nonce).codeChallenge(verifier, CodeChallengeMethod.S256).build().toURI();
        var answer = AuthenticationResponseParser.parse(new Browser().signIn(address, fixture.username(), fixture.password())).toSuccessResponse();
        assertEquals(state, answer.getState());
        assertEquals(metadata.getIssuer(), answer.getIssuer());

        OIDCTokens tokens = exchange(metadata, authentication, new AuthorizationCodeGrant(new AuthorizationCode(answer.getAuthorizationCode().getValue()), CALLBACK, verifier));
        var claims = new IDTokenValidator(metadata.getIssuer(), authentication.getClientID(), JWSAlgorithm.RS256, metadata.getJWKSetURI().toURL()).validate(tokens.getIDToken(), nonce);
        var info = UserInfoResponse.parse(new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken()).toHTTPRequest().send()).toSuccessResponse().getUserInfo();
        assertEquals(claims.getSubject(), info.getSubject());
        assertEquals("nora@example.com", info.getEmailAddress());

        OIDCTokens next = exchange(metadata, authentication, new RefreshTokenGrant(tokens.getRefreshToken()));
        assertTrue(active(metadata, authentication, next.getAccessToken()));
        assertFalse(active(metadata, authentication, tokens.getAccessToken()));
        assertEquals(200, new TokenRevocationRequest(metadata.getRevocationEndpointURI(), authentication, next.getAccessToken()).toHTTPRequest().send().getStatusCode());
        assertFalse(active(metadata, authentication, next.getAccessToken()));

        HTTPRequest logout = new LogoutRequest(metadata.getEndSessionEndpointURI(), next.getIDToken(), CALLBACK, state).toHTTPRequest();
        logout.setFollowRedirects(false);
        assertEquals(CALLBACK + "?state=" + state, logout.send().getLocation().toString());
    }

    private static OIDCTokens exchange(OIDCProviderMetadata metadata, ClientAuthentication authentication, AuthorizationGrant grant) throws Exception {
        var response = OIDCTokenResponseParser.parse(new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication, grant).build().toHTTPRequest().send());
        assertTrue(response.indicatesSuccess(), () -> response.toErrorResponse().getErrorObject().toString());
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    private static boolean active(OIDCProviderMetadata metadata, ClientAuthentication authentication, AccessToken token) throws Exception {
        var request = new TokenIntrospectionRequest(metadata.getIntrospectionEndpointURI(), authentication, token);
        return TokenIntrospectionResponse.parse(request.toHTTPRequest().send()).toSuccessResponse().isActive();
    }

    @Test
    void springSecuritySignsInWithPkceRefreshesIntrospectsAndSignsOut(Http http) {
        Fixture fixture = Fixture.make(http, CALLBACK.toString());
        ClientRegistration registration = ClientRegistrations.fromIssuerLocation(http.base().toString()).clientId(fixture.clientId()).clientSecret(fixture.clientSecret())
                .redirectUri(CALLBACK.toString()).scope("openid", "profile", "email").build();
        OAuth2LoginAuthenticationToken signedIn = springSignIn(registration, fixture);
        OidcUser user = (OidcUser) signedIn.getPrincipal();
        assertEquals("nora@example.com", user.getUserInfo().getEmail());
        assertEquals(fixture.clientId(), user.getIdToken().getAudience().get(0));

        OAuth2AccessTokenResponse next = new RestClientRefreshTokenTokenResponseClient()
                .getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration, signedIn.getAccessToken(), signedIn.getRefreshToken()));
        Map<String, Object> endpoints = registration.getProviderDetails().getConfigurationMetadata();
        var introspector = SpringOpaqueTokenIntrospector.withIntrospectionUri(endpoints.get("introspection_endpoint").toString()).clientId(fixture.clientId()).clientSecret(fixture.clientSecret()).build();
        assertEquals(user.getSubject(), introspector.introspect(next.getAccessToken().getTokenValue()).getAttribute("sub"));
        assertThrows(BadOpaqueTokenException.class, () -> introspector.introspect(signedIn.getAccessToken().getTokenValue()));

        String end = URI.create(endpoints.get("end_session_endpoint").toString()).getPath();
        Http.Answer out = http.get(end + "?id_token_hint=" + next.getAdditionalParameters().get("id_token") + "&post_logout_redirect_uri=" + CALLBACK);
        assertEquals(CALLBACK.toString(), out.header("Location"));
        assertThrows(BadOpaqueTokenException.class, () -> introspector.introspect(next.getAccessToken().getTokenValue()));
    }

    /** What Spring's filters do between the redirect to the server and the one back. */
    private static OAuth2LoginAuthenticationToken springSignIn(ClientRegistration registration, Fixture fixture) {
        CodeVerifier verifier = new CodeVerifier();
        String nonce = new Nonce().getValue();
        String hashed = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(nonce + nonce)).getValue();
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode().authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId()).redirectUri(CALLBACK.toString()).scopes(registration.getScopes()).state("spring")
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, verifier.getValue(), OidcParameterNames.NONCE, nonce + nonce))
                .additionalParameters(Map.of(PkceParameterNames.CODE_CHALLENGE, CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue(), PkceParameterNames.CODE_CHALLENGE_METHOD, "S256",
                        OidcParameterNames.NONCE, hashed)).build();
        URI back = new Browser().signIn(URI.create(request.getAuthorizationRequestUri()), fixture.username(), fixture.password());
        String code = back.getQuery().replaceFirst(".*code=([^&]+).*", "$1");
        var response = OAuth2AuthorizationResponse.success(code).redirectUri(CALLBACK.toString()).state("spring").build();
        var provider = new OidcAuthorizationCodeAuthenticationProvider(new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
        return (OAuth2LoginAuthenticationToken) provider.authenticate(new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(request, response)));
    }
}
