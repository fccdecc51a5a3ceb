//! Requests to servers other than the provider's: a flawless one is flawless.

use super::request::ZOOM;
use crate::notation::kinds;
use authdesk::reading::{Finding, FindingKind, RequestGrant, RequestHabits, Severity, read_request};

/// What the page knows of Zoom.
pub const KNOWN: RequestHabits<'static> = RequestHabits {
    narrow_grants: &[RequestGrant::ClientCredentials],
    narrow_words: &["chatbot"],
    query_grants: &[RequestGrant::AccountCredentials],
    ended_signed_tokens: true,
    ..ZOOM
};

/// The findings that say that something fails, or is likely to.
pub fn faults(text: &str) -> Vec<Finding> {
    let mut found = read_request(text, &KNOWN).findings;
    found.retain(|finding| finding.kind.severity() >= Severity::Warning);
    found
}

/// Exactly these faults, in this order.
#[track_caller]
pub fn fails(text: &str, expected: &str) {
    assert_eq!(kinds(&faults(text)), expected, "{text}");
}

/// Nothing that fails or is likely to, and something was read.
#[track_caller]
pub fn is_sound(text: &str) {
    assert!(!read_request(text, &KNOWN).requests.is_empty(), "{text}");
    fails(text, "");
}

const SOUND: [&str; 25] = [
    "curl -X POST https://github.com/login/oauth/access_token -H 'Accept: application/json' \
     -d 'client_id=Iv1.8a61f9b3a7aba766&client_secret=$SECRET&code=41d42f1be7e24d4fd1a4&scope=repo'",
    "curl https://github.com/login/oauth/access_token --json '{\"client_id\":\"Iv1.8a61f9b3a7aba766\",\"client_secret\":\"$S\",\"code\":\"41d42f1be7e24d4fd1a4\"}'",
    "curl -d client_id=$ID -d device_code=$CODE -d grant_type=urn:ietf:params:oauth:grant-type:device_code https://github.com/login/oauth/access_token",
    "curl --data 'code=4%2F0AfgeXvs1234567890&client_id=1234.apps.googleusercontent.com&client_secret=$SECRET&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&grant_type=authorization_code' https://oauth2.googleapis.com/token",
    "curl -X POST -H 'Content-Type: application/x-www-form-urlencoded' -d 'client_id=535fb089-9ff3-47b6-9bfb-4f1264799865&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=$SECRET&grant_type=client_credentials' 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token'",
    "curl -X POST https://login.microsoftonline.com/common/oauth2/v2.0/token -d client_id=a -d scope=user.read -d code=0.AbcDef -d redirect_uri=http%3A%2F%2Flocalhost%2F -d grant_type=authorization_code -d code_verifier=$V",
    "curl -X POST https://dev-123456.okta.com/oauth2/default/v1/token -u \"$ID:$SECRET\" -H 'Accept: application/json' -d 'grant_type=client_credentials&scope=api'",
    "curl --request POST --url 'https://acme.eu.auth0.com/oauth/token' --header 'content-type: application/json' --data '{\"client_id\":\"abc\",\"client_secret\":\"$SECRET\",\"audience\":\"https://api.acme.com\",\"grant_type\":\"client_credentials\"}'",
    "curl -d client_id=admin-cli -d username=admin -d password=$PASSWORD -d grant_type=password http://localhost:8080/realms/master/protocol/openid-connect/token",
    "curl -u \"$ID:$SECRET\" -d grant_type=client_credentials http://keycloak:8080/realms/demo/protocol/openid-connect/token",
    "curl --request POST https://gitlab.example.com/oauth/token -d client_id=app -d client_secret=$SECRET -d code=$CODE -d grant_type=authorization_code -d redirect_uri=https://app.example.com/cb",
    "curl https://login.salesforce.com/services/oauth2/token -d grant_type=password -d client_id=$ID -d client_secret=$SECRET -d username=me@example.com -d password=$PASSWORD",
    "curl -F code=1234 -F client_id=3336676.569200954261 -F client_secret=$SECRET https://slack.com/api/oauth.v2.access",
    "curl -F grant_type=authorization_code -F code=1234 -F client_id=3336676.5692 -F client_secret=$SECRET https://slack.com/api/openid.connect.token",
    "curl -X POST https://accounts.spotify.com/api/token -H \"Authorization: Basic $BASIC\" -d grant_type=client_credentials",
    "curl -X POST https://api.fitbit.com/oauth2/token -H 'Authorization: Basic '$BASIC -d 'client_id=22ABCD&grant_type=refresh_token&refresh_token=abcdef0123'",
    "curl -X POST https://discord.com/api/oauth2/token -u \"$ID:$SECRET\" -d 'grant_type=authorization_code&code=NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee&redirect_uri=https%3A%2F%2Fnicememe.website'",
    "curl -X POST -d 'grant_type=password&username=reddit_bot&password=snoo' --user \"$ID:$SECRET\" https://www.reddit.com/api/v1/access_token",
    "curl -X POST https://id.twitch.tv/oauth2/token -d 'client_id=hof5gwx0su6owfnys0nyan9c87zr6t&client_secret=$SECRET&grant_type=client_credentials'",
    "curl -X POST https://www.linkedin.com/oauth/v2/accessToken -H 'Content-Type: application/x-www-form-urlencoded' -d 'grant_type=authorization_code&code=AQTQmah11lalyH65DAIivsjsAQV5P&redirect_uri=https%3A%2F%2Fdev.example.com%2Fcb&client_id=77abc&client_secret=$S'",
    "curl -X POST https://auth.atlassian.com/oauth/token -H 'Content-Type: application/json' -d '{\"grant_type\":\"authorization_code\",\"client_id\":\"a\",\"client_secret\":\"$S\",\"code\":\"$C\",\"redirect_uri\":\"https://a.example/\"}'",
    "curl -X POST 'https://allegro.pl/auth/oauth/token?grant_type=client_credentials' -H \"Authorization: Basic $B\"",
    "curl 'https://graph.facebook.com/oauth/access_token?client_id=1&client_secret=$S&grant_type=client_credentials'",
    "POST /oauth2/token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=eyJhbGciOiJSUzI1NiJ9.e30.abc",
    "Invoke-RestMethod -Uri https://login.microsoftonline.com/$tenant/oauth2/v2.0/token -Method Post -Body @{ client_id = $id; client_secret = $secret; scope = 'https://graph.microsoft.com/.default'; grant_type = 'client_credentials' }",
];

#[test]
fn flawless_requests_to_other_servers() {
    for text in SOUND {
        if text.contains("client_secret=$S&grant_type=client_credentials'") && text.contains("facebook") {
            // The secret in its URL remains one, although the documentation shows it there.
            fails(text, "secret-in-address");
            continue;
        }
        is_sound(text);
    }
}

#[test]
fn parameters_in_the_url_where_the_server_takes_them() {
    for url in [
        "https://id.twitch.tv/oauth2/token?client_id=hof5&client_secret=$S&grant_type=client_credentials",
        "https://id.twitch.tv/oauth2/token?client_id=hof5&client_secret=$S&code=gulf&grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%3A3000",
        "https://acme.myshopify.com/admin/oauth/access_token?client_id=a&client_secret=$S&code=c",
        "https://github.com/login/oauth/access_token?client_id=a&client_secret=$S&code=c",
        "https://slack.com/api/oauth.v2.access?client_id=a&client_secret=$S&code=c",
    ] {
        fails(&format!("curl -X POST '{url}'"), "secret-in-address");
    }
    for url in [
        "https://api.twitch.tv/oauth2/token?client_id=hof5&client_secret=$S&grant_type=client_credentials",
        "https://id.example.com/oauth2/token?client_id=hof5&client_secret=$S&grant_type=client_credentials",
    ] {
        let found = kinds(&faults(&format!("curl -X POST '{url}'")));
        let found: Vec<&str> = found.split(' ').collect();
        assert_eq!(found, ["secret-in-address", "parameters-in-query"], "{url}");
    }
}

#[test]
fn the_same_requests_without_a_provider() {
    for text in SOUND.iter().filter(|text| text.contains(" -u ") || text.contains("$BASIC")) {
        let found = read_request(text, &RequestHabits::default()).findings;
        assert!(found.iter().all(|finding| finding.kind.severity() < Severity::Warning), "{text}: {}", kinds(&found));
    }
}

#[test]
fn what_resembles_the_provider_is_its_own() {
    for host in [
        "zoom.us/oauth",
        "zoom.us/oauth/token/",
        "acme.zoom.us/oauth/token",
        "zoom.com/oauth/token",
        "zom.us/oauth/token",
        "zoom-us.com/oauth/token",
        "zoom.us.example.com/oauth/token",
    ] {
        let text = format!("curl -u \"$ID:$SECRET\" https://{host} -d 'grant_type=refresh_token&refresh_token=$T'");
        fails(&text, "other-token-endpoint");
    }
    for host in [
        "id.example.com/oauth/token",
        "api.zoominfo.com/oauth/token",
        "localhost:3000/oauth/token",
        "127.0.0.1/token",
        "zoom.example.com/oauth2/token",
        "$HOST/oauth/token",
        "{{host}}/oauth/token",
    ] {
        let scheme = if host.starts_with('l') || host.starts_with('1') { "http" } else { "https" };
        let text =
            format!("curl -u \"$ID:$SECRET\" \"{scheme}://{host}\" -d 'grant_type=refresh_token&refresh_token=$T'");
        is_sound(&text);
    }
}

#[test]
fn networks_of_ones_own_need_no_tls() {
    for host in [
        "localhost:8080",
        "127.0.0.1",
        "keycloak",
        "10.1.2.3:9000",
        "192.168.0.10",
        "172.16.9.9",
        "auth.internal",
        "sso.local",
        "[::1]:80",
        "idp.test",
    ] {
        is_sound(&format!("curl -u \"$ID:$SECRET\" 'http://{host}/oauth/token' -d grant_type=client_credentials"));
    }
    for host in ["id.example.com", "8.8.8.8", "zoom.us", "login.microsoftonline.com"] {
        let text =
            format!("curl -u \"$ID:$SECRET\" http://{host}/oauth/token -d 'grant_type=refresh_token&refresh_token=$T'");
        fails(&text, "not-https");
    }
}

#[test]
fn client_credentials_serve_chatbots_at_the_provider_only() {
    let ask =
        |host: &str| format!("curl -u \"$ID:$SECRET\" https://{host}/oauth/token -d grant_type=client_credentials");
    for host in ["zoom.us", "api.zoom.us", "ZOOM.us:443"] {
        fails(&ask(host), "grant-narrow");
    }
    for host in ["id.example.com", "github.example", "auth0.com", "$HOST"] {
        is_sound(&ask(host));
    }
    assert_eq!(FindingKind::GrantNarrow.severity(), Severity::Warning);
}

/// As specifications and manuals print them, with line breaks for display only.
#[test]
fn samples_of_specifications_and_manuals() {
    for text in [
        // RFC 6749 §4.1.3, §4.3.2 and §6.
        "POST /token HTTP/1.1\nHost: server.example.com\nAuthorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\n&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb",
        "     POST /token HTTP/1.1\n     Host: server.example.com\n".trim_start(),
        "POST /token HTTP/1.1\nHost: server.example.com\nAuthorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=password&username=johndoe&password=A3ddj3w",
        "POST /token HTTP/1.1\nHost: server.example.com\nAuthorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA",
        // RFC 6749 §2.3.1 and RFC 7523 §2.2.
        "POST /token HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA\n&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw",
        "POST /token.oauth2 HTTP/1.1\nHost: as.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&\ncode=n0esc3NRze7LTCu7iYzS6a5acc3f0ogp4&\nclient_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&\nclient_assertion=eyJhbGciOiJSUzI1NiIsImtpZCI6IjIyIn0.eyJpc3Mi.cC4hiUPo",
        // RFC 8628 §3.4.
        "POST /token HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code\n&device_code=GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS\n&client_id=1406020730",
        // Microsoft identity platform, authorization code flow.
        "POST /{tenant}/oauth2/v2.0/token HTTP/1.1\nHost: https://login.microsoftonline.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=00001111-aaaa-2222-bbbb-3333cccc4444\n&scope=https%3A%2F%2Fgraph.microsoft.com%2Fmail.read\n&code=OAAABAAAAiL9Kn2Z27UubvWFPbm0gLWQJVzCTE9UkP3pSx1aXxUjq3n8b2JRLk4OxVXr...\n&redirect_uri=http%3A%2F%2Flocalhost%2Fmyapp%2F\n&grant_type=authorization_code\n&code_verifier=ThisIsntRandomButItNeedsToBe43CharactersLong\n&client_secret=sampleCredentia1s",
        // Google Identity, using OAuth 2.0 for web server applications.
        "POST /token HTTP/1.1\nHost: oauth2.googleapis.com\nContent-Type: application/x-www-form-urlencoded\n\ncode=4/P7q7W91a-oMsCeLvIaQm6bTrgtp7&\nclient_id=your_client_id&\nclient_secret=your_client_secret&\nredirect_uri=https%3A//oauth2.example.com/code&\ngrant_type=authorization_code",
        "GET /auth/token?code=4%2F0Adeu5BW&state=abc HTTP/1.1\nHost: app.example.com\n\n",
    ] {
        is_sound(text);
    }
    // curl sends the line break.
    fails(
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials\n&scope=a'",
        "grant-mistyped",
    );
}

/// Requests of other APIs, some of which have tokens of their own.
#[test]
fn requests_that_are_no_token_requests() {
    for text in [
        "curl -u admin:password -X POST https://artifactory.example.com/artifactory/api/security/token -d 'username=a&scope=member-of-groups:x'",
        "curl -X POST https://api.example.com/api/token/ -H 'Content-Type: application/json' -d '{\"username\":\"a\",\"password\":\"b\"}'",
        "curl -X POST https://api.example.com/v1/token -H 'Content-Type: application/json' -d '{\"code\":\"123456\"}'",
        "curl -X POST https://x.supabase.co/auth/v1/token?grant_type=password -H 'apikey: abc' -H 'Content-Type: application/json' -d '{\"email\":\"a@b.example\",\"password\":\"c\"}'",
        "curl -u user:token https://jenkins.example.com/job/x/build -X POST",
        "curl -X POST https://git.example.com/api/v1/users/a/tokens -u a:b -d name=x",
        "curl -X POST https://api.zoom.us/v2/users/me/meetings -H \"Authorization: Bearer $T\" -H 'Content-Type: application/json' -d '{\"topic\":\"x\",\"password\":\"123\"}'",
        "curl -F file=@a.txt https://files.example.com/upload",
        "curl https://api.example.com/v1/me -H 'X-Api-Key: abc'",
        "curl -u id:secret https://id.example.com/oauth2/introspect -d token=abc",
        "curl -u id:secret https://zoom.us/oauth/revoke -d token=abc",
        "GET http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net HTTP/1.1\nMetadata: true\n\n",
        "Invoke-RestMethod -Uri https://api.example.com/v1/me -Headers @{ Authorization = \"Bearer $t\" }",
    ] {
        if text.contains("supabase") {
            // It is sent beside the body as its documentation shows.
            assert!(!kinds(&faults(text)).contains("json"), "{text}");
            continue;
        }
        is_sound(text);
    }
}
