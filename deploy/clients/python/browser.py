"""A browser as far as a sign-in needs one: cookies, the form of the page, redirects that lead back to the client."""
import html, http.cookiejar, re, urllib.error, urllib.parse, urllib.request


class Stop(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def sign_in(address, username, password):
    """Opens the authorization address, fills in the form, and answers the address that the browser is sent to."""
    opener = urllib.request.build_opener(Stop(), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(address).read().decode()
    fields = {name: html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)}
    fields.update(username=username, password=password, action="signin")
    try:
        answer = opener.open(address, urllib.parse.urlencode(fields).encode())
        raise SystemExit("no redirect: " + re.sub(r"<[^>]+>", " ", answer.read().decode())[-300:])
    except urllib.error.HTTPError as e:
        if e.code != 302:
            raise SystemExit("sign-in answered %d: %s" % (e.code, e.read()[:300]))
        return e.headers["Location"]
