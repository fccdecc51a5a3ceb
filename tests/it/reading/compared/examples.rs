//! Texts with several examples in them, as documentation has them: each is for itself.

use super::fits;

#[test]
fn the_examples_of_the_standards() {
    // RFC 6749 §4.1, §4.4 and §6, RFC 6750 §2.1.
    fits(
        "GET /authorize?response_type=code&client_id=s6BhdRkqt3&state=xyz
        &redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb HTTP/1.1
Host: server.example.com

HTTP/1.1 302 Found
Location: https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA
          &state=xyz

POST /token HTTP/1.1
Host: server.example.com
Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA
&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb

HTTP/1.1 200 OK
Content-Type: application/json;charset=UTF-8

{
  \"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",
  \"token_type\":\"example\",
  \"refresh_token\":\"tGzv3JOkF0XG5Qx2TlKWIA\"
}

GET /resource/1 HTTP/1.1
Host: example.com
Authorization: Bearer mF_9.B5f-4.1JqM

POST /token HTTP/1.1
Host: server.example.com
Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials
",
    );
}

#[test]
fn pages_of_documentation() {
    for text in [
        // Entra ID: other values in each request.
        "// Line breaks for legibility only
https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?
client_id=00001111-aaaa-2222-bbbb-3333cccc4444
&response_type=code
&redirect_uri=http%3A%2F%2Flocalhost%2Fmyapp%2F
&state=12345
&code_challenge=YTFjNjI1OWYzMzA3MTI4ZDY2Njg5M2RkNmVjNDE5YmEyZGRhOGYyM2IzNjdmZWFhMTQ1ODg3NDcxY2Nl
&code_challenge_method=S256

POST /{tenant}/oauth2/v2.0/token HTTP/1.1
Host: https://login.microsoftonline.com
Content-Type: application/x-www-form-urlencoded

client_id=11112222-bbbb-3333-cccc-4444dddd5555
&code=OAAABAAAAiL9Kn2Z27UubvWFPbm0gLWQJVzCTE9UkP3pSx1aXxUjq3n8b2JRLk4OxVXr...
&redirect_uri=http%3A%2F%2Flocalhost%2Fmyapp%2F
&grant_type=authorization_code
&code_verifier=ThisIsntRandomButItNeedsToBe43CharactersLong
",
        // Two kinds of apps, each with its authorization URL and its token request.
        "Web app:
https://id.example.com/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb

Native app:
https://id.example.com/authorize?response_type=code&client_id=native&redirect_uri=com.example.app%3A%2Fcb&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256

Web app:
curl https://id.example.com/token -u web:$SECRET -d grant_type=authorization_code -d code=$CODE -d redirect_uri=https://app.example.com/cb

Native app:
curl https://id.example.com/token -d client_id=native -d grant_type=authorization_code -d code=$CODE -d redirect_uri=com.example.app:/cb -d code_verifier=$VERIFIER
",
        // With and without PKCE, of one client.
        "https://id.example.com/authorize?response_type=code&client_id=demo&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb
With PKCE:
https://id.example.com/authorize?response_type=code&client_id=demo&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256

curl https://id.example.com/token -u demo:$SECRET -d grant_type=authorization_code -d code=$CODE -d redirect_uri=https://app.example.com/cb
With PKCE:
curl https://id.example.com/token -u demo:$SECRET -d grant_type=authorization_code -d code=$CODE -d redirect_uri=https://app.example.com/cb -d code_verifier=$VERIFIER
",
        // Other apps in each example.
        "https://id.example.com/authorize?response_type=code&client_id=M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ&redirect_uri=https://www.example.com&state=state&code_challenge=challenge&code_challenge_method=plain

https://www.example.com/?state=state&code=VGNibzFWSWREZm01bjN1N3dicWlNUG1oa2xRRVNNdm

curl --location --request POST 'https://id.example.com/2/oauth2/token' \\
--data-urlencode 'code=VGNibzFWSWREZm01bjN1N3dicWlNUG1oa2xRRVNNdm' \\
--data-urlencode 'grant_type=authorization_code' \\
--data-urlencode 'client_id=rG9n6402A3dbUJKzXTNX4oWHJ' \\
--data-urlencode 'redirect_uri=https://www.example.com' \\
--data-urlencode 'code_verifier=challenge'
",
        // Google has three hosts.
        "https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=123456-abc.apps.googleusercontent.com&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&access_type=offline

POST /token HTTP/1.1
Host: oauth2.googleapis.com
Content-Type: application/x-www-form-urlencoded

code=4/P7q7W91a-oMsCeLvIaQm6bTrgtp7&
client_id=your_client_id&
client_secret=your_client_secret&
redirect_uri=https%3A//oauth2.example.com/code&
grant_type=authorization_code
",
        // A second app of a different server.
        "https://github.com/login/oauth/authorize?client_id=Iv1.8a61f9b3a7aba766&redirect_uri=https%3A%2F%2Fapp.example.com%2Fgithub

curl https://oauth2.googleapis.com/token -d client_id=123456-abc.apps.googleusercontent.com -d code=4/P7q7W91aoMsCeLvIaQm6bTrgtp7 -d redirect_uri=https://app.example.com/google -d grant_type=authorization_code
{\"error\":\"invalid_grant\"}
",
        // A program that signs in with a code, and a service that does not.
        "https://id.example.com/realms/a/protocol/openid-connect/auth?response_type=code&client_id=frontend&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb

curl https://id.example.com/realms/b/protocol/openid-connect/token -d client_id=service -d client_secret=$SECRET -d grant_type=client_credentials
{\"error\":\"invalid_client\"}
",
    ] {
        fits(text);
    }
}
