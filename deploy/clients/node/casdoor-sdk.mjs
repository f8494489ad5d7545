// The published Node SDK: token by code, refresh, introspection, parsing, users.
import assert from 'node:assert';
import {readFileSync} from 'node:fs';
import {SDK} from 'casdoor-nodejs-sdk';

const f = JSON.parse(readFileSync(process.env.IAM_FIXTURES));
const sdk = new SDK({endpoint: f.base, clientId: f.clientId, clientSecret: f.clientSecret, certificate: f.certificate, orgName: f.organization, appName: f.application});
const query = new URLSearchParams({clientId: f.clientId, responseType: 'code', redirectUri: f.redirect, scope: 'read', state: 's'});
const login = await fetch(`${f.base}/api/login?${query}`, {method: 'POST', body: JSON.stringify({
  type: 'code', application: f.application, organization: f.organization, username: f.username, password: f.password})});
const token = await sdk.getAuthToken((await login.json()).data);
const user = sdk.parseJwtToken(token.access_token);
assert.equal(user.name, f.username);
assert.equal((await sdk.introspect(token.access_token, 'access_token')).data.active, true);
assert.ok((await sdk.refreshToken(token.refresh_token)).access_token);
assert.equal((await sdk.getUser(f.username)).data.data.email, 'clara@example.com');
console.log('token by code, parse, introspect, refresh, read a user');
