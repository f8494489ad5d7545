"""The published Python SDK: token by code, refresh, parsing, users."""
import json, os
from casdoor import CasdoorSDK
import requests

f = json.load(open(os.environ["IAM_FIXTURES"]))
sdk = CasdoorSDK(endpoint=f["base"], client_id=f["clientId"], client_secret=f["clientSecret"], certificate=f["certificate"], org_name=f["organization"], application_name=f["application"])
code = requests.post(f["base"] + "/api/login", params=dict(clientId=f["clientId"], responseType="code", redirectUri=f["redirect"], scope="read", state="s"),
                     json=dict(type="code", application=f["application"], organization=f["organization"], username=f["username"], password=f["password"])).json()["data"]
token = sdk.get_oauth_token(code=code)
user = sdk.parse_jwt_token(token["access_token"])
assert user["name"] == f["username"] and user["id"] == f["userId"], user
assert sdk.refresh_token_request(token["refresh_token"], "read").json()["access_token"]
assert sdk.get_user("clara").email == "clara@example.com"
assert [u.name for u in sdk.get_users()] == ["clara"]
print("token by code, parse, refresh, read users")
