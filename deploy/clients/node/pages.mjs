// Chromium: the sign-in page without scripts, a second factor, front-channel logout, and a call tried on /swagger. Screenshots stand beside this program.
import assert from 'node:assert';
import {createHmac} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {chromium} from 'playwright-core';

const f = JSON.parse(readFileSync(process.env.IAM_FIXTURES));
const told = [];
const client = createServer((request, response) => {
  told.push(request.url);
  response.setHeader('Content-Type', 'text/html').end('client');
}).listen(0, '127.0.0.1');
await new Promise((done) => client.once('listening', done));
const origin = `http://127.0.0.1:${client.address().port}`;

async function post(path, body) {
  const separator = path.includes('?') ? '&' : '?';
  const answer = await fetch(`${f.base}/api/${path}${separator}username=built-in/admin&password=123`, {method: 'POST', body: JSON.stringify(body)});
  assert.equal((await answer.json()).data, 'Affected', path);
}

/** The passcode of the key JBSWY3DPEHPK3PXP. */
function passcode() {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const hash = createHmac('sha1', Buffer.from('48656c6c6f21deadbeef', 'hex')).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}

const organization = f.organization + '-page';
const application = organization + '-app';
await post('add-organization', {owner: 'admin', name: organization, displayName: organization, passwordType: 'bcrypt'});
await post('add-application', {owner: 'admin', name: application, organization, cert: 'cert-built-in', enablePassword: true, clientId: application + '-id',
  redirectUris: [origin + '/cb'], frontchannelLogoutUri: origin + '/out', frontchannelLogoutSessionRequired: true, expireInHours: 1});
await post('add-user', {owner: organization, name: 'paula', password: 'paula-1', signupApplication: application, totpSecret: 'JBSWY3DPEHPK3PXP', preferredMfaType: 'app'});

const browser = await chromium.launch({executablePath: process.env.IAM_CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync']});
try {
  const page = await (await browser.newContext({javaScriptEnabled: false})).newPage();
  await page.goto(`${f.base}/login/oauth/authorize?client_id=${application}-id&response_type=code&scope=openid&state=s&redirect_uri=${encodeURIComponent(origin + '/cb')}`);
  await page.fill('#username', 'paula');
  await page.fill('#password', 'paula-1');
  await page.click('button[value=signin]');
  await page.screenshot({path: 'second-factor.png'});
  await page.fill('#passcode', passcode());
  await page.locator('button[value=passcode]').first().click();
  await page.waitForURL(/\/cb\?code=/);
  await page.goto(`${f.base}/api/logout?client_id=${application}-id&state=z&post_logout_redirect_uri=${encodeURIComponent(origin + '/cb')}`, {waitUntil: 'commit'});
  await page.waitForURL(origin + '/cb?state=z');
  assert.ok(told.some((url) => /^\/out\?iss=.*&sid=[0-9a-f]{32}$/.test(url)), told.join(' '));

  const signedIn = await browser.newContext({viewport: {width: 1200, height: 1400}});
  await signedIn.request.post(f.base + '/api/login', {data: {type: 'login', application: 'app-built-in', organization: 'built-in', username: 'admin', password: '123'}});
  const swagger = await signedIn.newPage();
  const errors = [];
  swagger.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await swagger.goto(f.base + '/swagger');
  const call = swagger.locator('#operations-organization-get_organizations');
  await swagger.locator('#operations-tag-organization').click();
  await call.locator('.opblock-summary').click();
  await call.locator('.try-out__btn').click();
  await call.locator('.execute').click();
  const answer = call.locator('.live-responses-table');
  await answer.waitFor();
  assert.match(await answer.innerText(), /200[^]*"name": "built-in"/);
  await answer.scrollIntoViewIfNeeded();
  await swagger.screenshot({path: 'swagger.png'});
  assert.deepEqual(errors, []);
} finally {
  await browser.close();
  client.close();
}
console.log('signed in without scripts, with a second factor; front-channel logout; a call tried on /swagger');
