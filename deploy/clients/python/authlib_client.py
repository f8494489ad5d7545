"""Authlib: discovery, code with PKCE, ID token, userinfo, refresh, introspection, revocation, logout."""
import json, os, secrets, urllib.parse
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oidc.core import CodeIDToken
import requests
import browser

f = json.load(open(os.environ["IAM_FIXTURES"]))
meta = requests.get(f["base"] + "/.well-known/openid-configuration").json()
for method in ("client_secret_basic", "client_secret_post"):
    verifier, nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
    client = OAuth2Session(f["clientId"], f["clientSecret"], scope="openid profile email", redirect_uri=f["redirect"], token_endpoint_auth_method=method, code_challenge_method="S256")
    address, state = client.create_authorization_url(meta["authorization_endpoint"], code_verifier=verifier, nonce=nonce)
    back = browser.sign_in(address, f["username"], f["password"])
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(back).query)["iss"] == [meta["issuer"]], back
    token = client.fetch_token(meta["token_endpoint"], authorization_response=back, state=state, code_verifier=verifier)
    keys = JsonWebKey.import_key_set(requests.get(meta["jwks_uri"]).json())
    claims = jwt.decode(token["id_token"], keys, claims_cls=CodeIDToken, claims_options=dict(iss=dict(essential=True, value=meta["issuer"]), aud=dict(essential=True, value=f["clientId"])),
                        claims_params=dict(nonce=nonce, client_id=f["clientId"]))
    claims.validate()
    assert claims["sub"] == f["userId"]
    info = client.get(meta["userinfo_endpoint"]).json()
    assert info["sub"] == f["userId"] and info["email"] == "clara@example.com", info
    old = token["access_token"]
    token = client.refresh_token(meta["token_endpoint"], refresh_token=token["refresh_token"])
    assert token["access_token"] != old
    assert client.introspect_token(meta["introspection_endpoint"], token=token["access_token"]).json()["active"] is True
    assert client.introspect_token(meta["introspection_endpoint"], token=old).json()["active"] is False
    assert client.revoke_token(meta["revocation_endpoint"], token=token["access_token"]).status_code == 200
    assert client.introspect_token(meta["introspection_endpoint"], token=token["access_token"]).json()["active"] is False
    out = requests.get(meta["end_session_endpoint"], params=dict(id_token_hint=token["id_token"], post_logout_redirect_uri=f["redirect"], state="s 1"), allow_redirects=False)
    assert out.status_code == 302 and out.headers["Location"] == f["redirect"] + "?state=s%201", out.headers
print("code with PKCE, userinfo, refresh, introspection, revocation, logout, with two client authentications")
