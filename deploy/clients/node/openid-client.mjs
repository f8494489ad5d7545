// openid-client: discovery, code with PKCE, ID token, userinfo, refresh, introspection, revocation, logout.
import assert from 'node:assert';
import {readFileSync} from 'node:fs';
import * as client from 'openid-client';
import {signIn} from './browser.mjs';

const f = JSON.parse(readFileSync(process.env.IAM_FIXTURES));
for (const authentication of [client.ClientSecretPost(f.clientSecret), client.ClientSecretBasic(f.clientSecret)]) {
  const config = await client.discovery(new URL(f.base), f.clientId, f.clientSecret, authentication, {execute: [client.allowInsecureRequests]});
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: f.redirect, scope: 'openid profile email', state: expectedState, nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256',
  });
  const back = await signIn(address, f.username, f.password);
  const tokens = await client.authorizationCodeGrant(config, back, {pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true});
  assert.equal(tokens.claims().sub, f.userId);
  const info = await client.fetchUserInfo(config, tokens.access_token, f.userId);
  assert.equal(info.email, 'clara@example.com');
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(refreshed.access_token, tokens.access_token);
  assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, true);
  await client.tokenRevocation(config, refreshed.access_token);
  assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, false);
  const end = client.buildEndSessionUrl(config, {id_token_hint: refreshed.id_token, post_logout_redirect_uri: f.redirect, state: 'x'});
  const out = await fetch(end, {redirect: 'manual'});
  assert.equal(out.headers.get('location'), f.redirect + '?state=x');
}
console.log('code with PKCE, userinfo, refresh, introspection, revocation, logout, with two client authentications');
