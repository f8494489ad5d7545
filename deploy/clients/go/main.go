// The published Go SDK: token by code, refresh, introspection, parsing, users.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/casdoor/casdoor-go-sdk/casdoorsdk"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func require(good bool, what string) {
	if !good {
		panic(what)
	}
}

func main() {
	var f map[string]string
	data, err := os.ReadFile(os.Getenv("IAM_FIXTURES"))
	check(err)
	check(json.Unmarshal(data, &f))
	client := casdoorsdk.NewClient(f["base"], f["clientId"], f["clientSecret"], f["certificate"], f["organization"], f["application"])

	query := url.Values{"clientId": {f["clientId"]}, "responseType": {"code"}, "redirectUri": {f["redirect"]}, "scope": {"read"}, "state": {"s"}}
	body, _ := json.Marshal(map[string]string{"type": "code", "application": f["application"], "organization": f["organization"], "username": f["username"], "password": f["password"]})
	answer, err := http.Post(f["base"]+"/api/login?"+query.Encode(), "application/json", strings.NewReader(string(body)))
	check(err)
	var login struct{ Data string }
	check(json.NewDecoder(answer.Body).Decode(&login))

	token, err := client.GetOAuthToken(login.Data, "s")
	check(err)
	claims, err := client.ParseJwtToken(token.AccessToken)
	check(err)
	require(claims.User.Name == f["username"], "name in the token")
	introspection, err := client.IntrospectToken(token.AccessToken, "access_token")
	check(err)
	require(introspection.Active, "token is active")
	refreshed, err := client.RefreshOAuthToken(token.RefreshToken)
	check(err)
	require(refreshed.AccessToken != token.AccessToken, "another token")
	user, err := client.GetUser(f["username"])
	check(err)
	require(user.Email == "clara@example.com", "e-mail of the user")
	fmt.Println("token by code, parse, introspect, refresh, read a user")
}
