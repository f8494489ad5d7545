// A browser as far as a sign-in needs one: cookies, the form of the page, the redirect back to the client.
const text = value => value.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

export async function signIn(address, username, password) {
  const first = await fetch(address);
  const cookies = first.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ');
  const fields = new URLSearchParams({username, password, action: 'signin'});
  for (const [, name, value] of (await first.text()).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    fields.append(name, text(value));
  }
  const answer = await fetch(address, {method: 'POST', body: fields, headers: {cookie: cookies}, redirect: 'manual'});
  if (answer.status !== 302) {
    throw new Error(`sign-in answered ${answer.status}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(-300)}`);
  }
  return new URL(answer.headers.get('location'));
}
