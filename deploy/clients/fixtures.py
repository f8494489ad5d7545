"""Makes an organization, an application and a user for the clients, and prints what they need to know."""
import json, os, sys, urllib.request

base = sys.argv[1].rstrip("/")
run = "cl" + os.urandom(4).hex()
redirect = "http://localhost:9999/callback"


def call(path, body=None):
    separator = "&" if "?" in path else "?"
    request = urllib.request.Request(base + path + separator + "username=built-in/admin&password=123", json.dumps(body).encode() if body is not None else None)
    answer = json.load(urllib.request.urlopen(request))
    if answer["status"] != "ok" or body is not None and answer["data"] != "Affected":
        raise SystemExit("%s: %s" % (path, answer))
    return answer["data"]


call("/api/add-organization", dict(owner="admin", name=run, displayName=run, passwordType="bcrypt"))
call("/api/add-application", dict(owner="admin", name=run + "-app", organization=run, displayName="Clients", cert="cert-built-in", enablePassword=True, clientId=run + "-id",
     clientSecret=run + "-secret", redirectUris=[redirect], grantTypes=["authorization_code", "refresh_token", "client_credentials", "password"], expireInHours=1,
     refreshExpireInHours=24, tokenFormat="JWT", signinMethods=[dict(name="Password", displayName="Password", rule="All")]))
call("/api/add-user", dict(owner=run, name="clara", displayName="Clara", password="clara-1", email="clara@example.com", signupApplication=run + "-app", type="normal-user"))
print(json.dumps(dict(base=base, organization=run, application=run + "-app", clientId=run + "-id", clientSecret=run + "-secret", redirect=redirect, username="clara",
      password="clara-1", certificate=call("/api/get-cert?id=admin/cert-built-in")["certificate"], userId=call("/api/get-user?id=%s/clara" % run)["id"])))
