package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;

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
    void springSecurityConfiguresItselfAndDecodesOurTokens(Http http) {
        Fixture fixture = Fixture.make(http, CALLBACK.toString());
        ClientRegistration registration = ClientRegistrations.fromIssuerLocation(http.base().toString()).clientId(fixture.clientId()).clientSecret(fixture.clientSecret()).build();
        assertEquals(http.base() + "/login/oauth/authorize", registration.getProviderDetails().getAuthorizationUri());
        URI address = URI.create(registration.getProviderDetails().getAuthorizationUri() + "?response_type=code&client_id=" + fixture.clientId() + "&redirect_uri=" + CALLBACK
                + "&scope=openid&state=s&nonce=n");
        String code = new Browser().signIn(address, fixture.username(), fixture.password()).getQuery().replaceFirst(".*code=([^&]+).*", "$1");
        Http.Answer answer = http.post("/api/login/oauth/access_token", "grant_type=authorization_code&client_id=" + fixture.clientId() + "&client_secret=" + fixture.clientSecret()
                + "&code=" + code, "Content-Type", "application/x-www-form-urlencoded");
        Jwt token = JwtDecoders.fromIssuerLocation(http.base().toString()).decode(Json.object(answer).getString("id_token"));
        assertEquals("n", token.getClaimAsString("nonce"));
        assertEquals(fixture.clientId(), token.getAudience().get(0));
    }
}
