//! Parameters whose name is nearly right, and scopes that are joined by a comma.

use super::fixed;
use super::request_servers::{KNOWN, fails, faults, is_sound};
use crate::notation::{kinds, said, the};
use authdesk::reading::{AuthorizeHabits, FindingKind, Severity, apply, read_authorize_url, read_request};

#[track_caller]
fn misses(text: &str, meant: &str) {
    let found = faults(text);
    let finding = the(FindingKind::ParameterMisnamed, &found);
    assert!(said([finding]).ends_with(&format!("={meant}")), "{text}: {}", said([finding]));
    assert_eq!(found.len(), 1, "{text}: {}", said(&found));
}

#[test]
fn names_that_are_nearly_right() {
    for (text, meant) in [
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/oauth2/token --data-urlencode 'grant_type=client_credentials' --data-urlencode 'scopes=a b'",
            "scope",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=authorization_code&code=abc&redirect_url=https%3A%2F%2Fa.example%2Fcb'",
            "redirect_uri",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=authorization_code -d code=abc -d redirectUri=https://a.example/cb",
            "redirect_uri",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d grant_type=authorization_code -d code=abc -d callback_url=https://a.example/cb",
            "redirect_uri",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/oauth/token -d 'grantType=client_credentials&scope=a'",
            "grant_type",
        ),
        (
            "curl https://id.example.com/oauth/token -d 'grant_type=client_credentials&clientId=abc&client_secret=$S'",
            "client_id",
        ),
        (
            "curl https://id.example.com/token -d grant_type=client_credentials -d client-id=abc -d client_secret=$S",
            "client_id",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=refresh_token&refreshToken=abc'",
            "refresh_token",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=authorization_code&auth_code=abc'",
            "code",
        ),
        (
            "POST /oauth/token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic eDp5\n\ngrant_type=authorization_code&code=abc&codeVerifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            "code_verifier",
        ),
        (
            "irm https://id.example.com/token -Method Post -Body @{ grant_type = 'client_credentials'; client_id = 'x'; clientSecret = $secret }",
            "client_secret",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d 'grant_type=account_credentials&accountId=abcdef'",
            "account_id",
        ),
        (
            "curl https://id.example.com/token -d grant_type=password -d user=me -d password=$P -d client_id=a",
            "username",
        ),
        (
            "requests.post('https://id.example.com/oauth/token', data={'grant_type': 'client_credentials', 'client_id': i, 'client_secret': s, 'scopes': 'a b'})",
            "scope",
        ),
        (
            "axios.post('https://id.example.com/oauth/token', new URLSearchParams({ grant_type: 'authorization_code', code, redirect_url: cb, client_id: id, client_secret: secret }))",
            "redirect_uri",
        ),
    ] {
        misses(text, meant);
    }
}

#[test]
fn names_of_other_things() {
    for text in [
        // The right one is there too.
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=a&scopes=a'",
        // Documented: IAM Identity Center, TikTok Shop.
        "curl https://oidc.eu-west-1.amazonaws.com/token --json '{\"clientId\":\"a\",\"clientSecret\":\"b\",\"grantType\":\"refresh_token\",\"refreshToken\":\"c\"}'",
        "curl https://auth.tiktok-shops.com/api/v2/token/get -d 'app_key=a&app_secret=b&auth_code=c&grant_type=authorized_code'",
        // What the server knows besides.
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&audience=https%3A%2F%2Fapi&resource=x'",
        "curl https://login.microsoftonline.com/common/oauth2/v2.0/token -d client_id=a -d client_info=1 -d code=abc -d grant_type=authorization_code -d client_secret=$S -d redirect_uri=https://a.example/",
        // With a header, the body needs no client.
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&clientId=abc'",
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&redirect=true'",
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=refresh_token&refresh_token=abc&user=me'",
        // The API of the program itself.
        "fetch('/oauth/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code, redirectUri, codeVerifier }) })",
        "fetch('https://app.example.com/api/login', { method: 'POST', body: JSON.stringify({ clientId, redirectUrl }) })",
        "axios.post('https://api.example.com/users', { clientId: 5, scopes: ['a'] })",
    ] {
        fails(text, "");
    }
    // Options of a library.
    for text in [
        "export default NextAuth({ providers: [GitHub({ clientId: process.env.ID, clientSecret: process.env.SECRET, authorization: { params: { scope: 'read:user' } } })] })",
        "const msal = new PublicClientApplication({ auth: { clientId: 'a', authority: 'https://login.microsoftonline.com/common', redirectUri: '/' } }); msal.loginRedirect({ scopes: ['User.Read'] })",
        "const client = new OAuth2Client({ clientId, clientSecret, redirectUri }); await client.getToken({ code, codeVerifier })",
    ] {
        assert_eq!(kinds(&read_request(text, &KNOWN).findings), "", "{text}");
    }
}

#[test]
fn a_name_is_corrected() {
    for (text, after) in [
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scopes=a'",
            "&scope=a'",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grantType=client_credentials'",
            "-d 'grant_type=client",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=refresh_token --data-urlencode \"refreshToken=$T\"",
            "\"refresh_token=$T\"",
        ),
    ] {
        let found = faults(text);
        assert_eq!(kinds(&found), "parameter-misnamed", "{text}");
        let by_fix = fixed(&found[0], text).unwrap();
        assert!(by_fix.contains(after), "{by_fix}");
        is_sound(&by_fix);
    }
}

fn url_faults(text: &str, wants_scope: bool) -> Vec<authdesk::reading::Finding> {
    let mut found = read_authorize_url(text, &AuthorizeHabits { wants_scope, ..AuthorizeHabits::default() }).findings;
    found.retain(|finding| finding.kind.severity() >= Severity::Warning);
    found
}

#[test]
fn names_in_an_authorization_url() {
    for (query, meant, after) in [
        (
            "response_type=code&client_id=a&redirect_url=https%3A%2F%2Fa.example&state=x",
            "redirect_uri",
            "&redirect_uri=https",
        ),
        ("response_type=code&clientId=a&redirect_uri=https%3A%2F%2Fa.example&state=x", "client_id", "&client_id=a"),
        (
            "responseType=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example&state=x",
            "response_type",
            "?response_type=code",
        ),
        (
            "response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example&scopes=openid&state=x",
            "scope",
            "&scope=openid",
        ),
        (
            "response_type=code&client_id=a&callback_url=https%3A%2F%2Fa.example&state=x",
            "redirect_uri",
            "&redirect_uri=https",
        ),
    ] {
        let text = format!("https://id.example.com/authorize?{query}");
        let found = url_faults(&text, true);
        assert_eq!(kinds(&found), "parameter-misnamed", "{text}");
        assert!(said(&found).ends_with(&format!("={meant}")), "{}", said(&found));
        let by_fix = apply(&text, found[0].fix.as_ref().unwrap());
        assert!(by_fix.contains(after) && url_faults(&by_fix, true).is_empty(), "{by_fix}");
    }
    for text in [
        "https://api.nylas.com/oauth/authorize?client_id=a&redirect_uri=https%3A%2F%2Fa.example&response_type=code&scopes=email.modify,calendar&state=x",
        "https://id.example.com/logout?client_id=a&redirect_url=https%3A%2F%2Fa.example&response_type=code&state=x",
        "https://id.example.com/authorize?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fa.example&scope=a&scopes=a&state=x",
        "https://id.example.com/authorize?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fa.example&callback=done&state=x",
        "https://slack.com/oauth/v2/authorize?response_type=code&client_id=a&scope=commands&user_scope=chat:write&state=x",
    ] {
        assert_eq!(kinds(&url_faults(text, true)), "", "{text}");
    }
}

#[test]
fn scopes_that_are_joined_by_a_comma() {
    for text in [
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=read,write'",
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=client_credentials --data-urlencode 'scope=read, write'",
        "curl https://login.microsoftonline.com/t/oauth2/v2.0/token -d client_id=a -d client_secret=$S -d grant_type=refresh_token -d refresh_token=$T -d scope=openid%2Coffline_access",
        "curl -u \"$ID:$SECRET\" \"$HOST/token\" -d 'grant_type=client_credentials&scope=openid,profile'",
        "irm https://id.example.com/token -Method Post -Body @{ grant_type='client_credentials'; client_id='x'; client_secret=$s; scope='a.read,a.write' }",
        "requests.post('https://id.example.com/oauth/token', data={'grant_type': 'client_credentials', 'client_id': i, 'client_secret': s, 'scope': ','.join(scopes)})",
        "fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: s, scope: scopes.join(',') }) })",
        "fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: s, scope: 'a:read,a:write' }) })",
        "<?php\n$r = $client->post('https://id.example.com/oauth/token', ['form_params' => ['grant_type' => 'client_credentials', 'client_id' => $id, 'client_secret' => $s, 'scope' => implode(',', $scopes)]]);",
        "POST /oauth/token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic eDp5\n\ngrant_type=client_credentials&scope=a,b",
    ] {
        fails(text, "scopes-by-comma");
    }
    for query in [
        "read,write",
        "openid,profile,email",
        "a.read%2Ca.write",
        "https://www.googleapis.com/auth/calendar,openid",
        "a,%20b",
    ] {
        let text = format!(
            "https://id.example.com/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example&scope={query}&state=x"
        );
        let found = url_faults(&text, true);
        assert_eq!(kinds(&found), "scopes-by-comma", "{text}");
        let by_fix = apply(&text, found[0].fix.as_ref().unwrap());
        assert!(by_fix.contains("%20") && url_faults(&by_fix, true).is_empty(), "{by_fix}");
    }
}

#[test]
fn scopes_that_may_be_joined_by_a_comma() {
    for text in [
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=read+write'",
        "curl -F code=1234 -F client_id=3336676.569 -F client_secret=$SECRET -F scope=commands,chat:write https://slack.com/api/oauth.v2.access",
        "curl https://www.strava.com/oauth/token -d client_id=1 -d client_secret=$S -d code=abc -d grant_type=authorization_code -d scope=read,activity:read_all",
        "curl -d client_id=a -d client_secret=$S -d code=b -d scope=repo,user https://github.com/login/oauth/access_token",
        "curl -d client_id=a -d client_secret=$S -d code=b -d scope=repo,user https://ghe.example.com/login/oauth/access_token",
        "curl -u \"$ID:$SECRET\" \"$TOKEN_URL\" -d 'grant_type=client_credentials&scope=read,write'",
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=a,'",
        "fetch('https://open.tiktokapis.com/v2/oauth/token/', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_key: k, client_secret: s, code, redirect_uri: r, scope: scopes.join(',') }) })",
        "fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: s, scope: scopes.join(' ') }) })",
        "fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: s, scope: scopes, audience: list.join(',') }) })",
    ] {
        fails(text, "");
    }
    for text in [
        "https://slack.com/oauth/v2/authorize?response_type=code&client_id=3336.5692&scope=incoming-webhook,commands&state=x",
        "https://accounts.zoho.eu/oauth/v2/auth?client_id=a&scope=ZohoCRM.users.ALL,ZohoCRM.org.ALL&redirect_uri=https%3A%2F%2Fa.example&response_type=code&state=x",
        "https://linear.app/oauth/authorize?client_id=a&scope=read,write&redirect_uri=https%3A%2F%2Fa.example&response_type=code&state=x",
        "https://acme.myshopify.com/admin/oauth/authorize?client_id=a&scope=read_orders,write_orders&redirect_uri=https%3A%2F%2Fa.example&response_type=code&state=x",
        "https://id.example.com/authorize?client_id=a&scope=openid%20email&redirect_uri=https%3A%2F%2Fa.example&response_type=code&state=x&claims=a,b",
    ] {
        assert_eq!(kinds(&url_faults(text, true)), "", "{text}");
    }
}

#[test]
fn a_comma_becomes_a_space() {
    for (text, after) in [
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=read,write'",
            "&scope=read%20write'",
        ),
        (
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=client_credentials --data-urlencode 'scope=read, write'",
            "'scope=read write'",
        ),
    ] {
        let by_fix = fixed(the(FindingKind::ScopesByComma, &faults(text)), text).unwrap();
        assert!(by_fix.contains(after), "{by_fix}");
        is_sound(&by_fix);
    }
}
