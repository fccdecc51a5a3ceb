//! Something else in the place of an access token.

use super::request_servers::fails;
use crate::notation::said;
use authdesk::reading::{DocumentHabits, FindingKind, read_document};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

#[test]
fn something_else_than_an_access_token() {
    for text in [
        "curl -H \"Authorization: Bearer $REFRESH_TOKEN\" https://api.example.com/v1/me",
        "curl -H \"Authorization: Bearer ${CODE}\" https://api.github.com/user",
        "curl -H \"Authorization: token $CODE\" https://api.github.com/user",
        "curl -H \"Authorization: Bearer %CLIENT_SECRET%\" \"https://api.example.com/v1/me\" ^\n -v",
        "GET https://api.example.com/v1/me\nAuthorization: Bearer {{refresh_token}}\n",
        "fetch('https://api.github.com/user', { headers: { Authorization: `Bearer ${code}` } })",
        "axios.get('https://api.example.com/me', { headers: { Authorization: 'Bearer ' + req.query.code } })",
        "requests.get('https://api.example.com/me', headers={'Authorization': f'Bearer {refresh_token}'})",
        "const code = new URLSearchParams(location.search).get('code');\nfetch('https://api.spotify.com/v1/me', { headers: { Authorization: 'Bearer ' + code } })",
        "fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: `Bearer ${session.idToken}` } })",
        "curl_setopt_array($ch, [CURLOPT_URL => 'https://api.example.com/me', CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $_GET['code']]]);",
    ] {
        fails(text, "not-an-access-token");
    }
    for text in [
        "curl -H \"Authorization: Bearer $ACCESS_TOKEN\" https://api.example.com/v1/me",
        "curl -H \"Authorization: Bearer $TOKEN\" https://api.example.com/v1/me",
        // A server of one's own.
        "curl -X POST -H \"Authorization: Bearer $REFRESH_TOKEN\" https://api.example.com/auth/refresh",
        "fetch('/api/exchange', { headers: { Authorization: `Bearer ${code}` } })",
        "fetch(`${API}/me`, { headers: { Authorization: `Bearer ${refreshToken}` } })",
        "fetch('http://localhost:3000/me', { headers: { Authorization: `Bearer ${code}` } })",
        // Gateways and functions accept ID tokens.
        "fetch('https://abc.execute-api.eu-west-1.amazonaws.com/prod/me', { headers: { Authorization: `Bearer ${idToken}` } })",
        // What is called is something else than what it returns.
        "fetch('https://api.example.com/me', { headers: { Authorization: `Bearer ${await refreshToken()}` } })",
        "fetch('https://api.example.com/me', { headers: { Authorization: `Bearer ${code.access_token}` } })",
        "fetch('https://api.example.com/me', { headers: { Authorization: `Bearer ${countryCode}` } })",
        "curl -H \"Authorization: Bearer $REFRESHED_TOKEN\" https://api.example.com/v1/me",
    ] {
        fails(text, "");
    }
}

fn token(algorithm: &str, claims: &str) -> String {
    let part = |json: &str| URL_SAFE_NO_PAD.encode(json);
    format!("{}.{}.{}", part(&format!(r#"{{"alg":"{algorithm}","typ":"JWT"}}"#)), part(claims), "s".repeat(43))
}

#[test]
fn a_token_that_the_client_signs() {
    let own = token("HS256", r#"{"aud":null,"iss":"QSSOj3I4U8dNsug_WZ1Bg3","exp":1695133500,"iat":1600520174}"#);
    for text in [
        format!("curl -H 'Authorization: Bearer {own}' https://api.zoom.us/v2/users"),
        format!("requests.get('https://api.zoom.us/v2/users', headers={{'Authorization': 'Bearer {own}'}})"),
        "const token = jwt.sign({ iss: process.env.API_KEY, exp: Date.now() + 5000 }, process.env.API_SECRET);\nfetch('https://api.zoom.us/v2/users', { headers: { Authorization: `Bearer ${token}` } })".to_owned(),
        "token = jwt.encode({'iss': key, 'exp': time() + 5000}, secret, algorithm='HS256')\nrequests.get('https://api.zoom.us/v2/users', headers={'Authorization': f'Bearer {token}'})".to_owned(),
        "$token = JWT::encode(['iss' => $key, 'exp' => time() + 60], $secret);\ncurl_setopt_array($ch, [CURLOPT_URL => 'https://api.zoom.us/v2/users', CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $token]]);".to_owned(),
    ] {
        fails(&text, "self-signed-token");
        fails(&text.replace("api.zoom.us", "api.example.com"), "");
    }
    for function in [
        "function makeToken(key, secret) {\n  const payload = { iss: key, exp: Date.now() + 5000 };\n  return jwt.sign(payload, secret);\n}",
        "const makeToken = (key, secret) => {\n  return jwt.sign({ iss: key, exp: 1 }, secret);\n};",
        "const makeToken = (key, secret) => jwt.sign({ iss: key, exp: 1 }, secret);",
    ] {
        let call = "axios.get('https://api.zoom.us/v2/users/me', { headers: { Authorization: `Bearer ${makeToken(key, secret)}` } });";
        fails(&format!("{call}\n\n{function}"), "self-signed-token");
        fails(&format!("{function}\n\n{call}"), "self-signed-token");
        let fetched = "async function makeToken() {\n  const r = await load();\n  return r.access_token;\n}\n\n";
        fails(&format!("{call}\n\n{fetched}{}", function.replace("makeToken", "signForMeeting")), "");
    }
    let python = "def make_token():\n    return jwt.encode({'iss': key, 'exp': time() + 60}, secret)\n\nrequests.get('https://api.zoom.us/v2/users', headers={'Authorization': f'Bearer {make_token()}'})";
    fails(python, "self-signed-token");
    fails(&python.replace("    return jwt.encode", "    return load()\n\ndef other():\n    return jwt.encode"), "");
    let real = token("HS512", r#"{"aud":"https://oauth.zoom.us","iss":"zm:cid:abc","ver":9,"exp":1695133500}"#);
    fails(&format!("curl -H 'Authorization: Bearer {real}' https://api.zoom.us/v2/users"), "");
    fails(
        "const verified = jwt.verify(token, secret);\nfetch('https://api.zoom.us/v2/users', { headers: { Authorization: `Bearer ${token}` } })",
        "",
    );
}

#[test]
fn the_url_of_the_page_as_redirect_url() {
    let exchange = "fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: id, client_secret: s, code, redirect_uri: URL }) })";
    for url in ["window.location.href", "location.href", "document.URL", "req.originalUrl", "window.location"] {
        fails(&exchange.replace("URL }", &format!("{url} }}")), "redirect-has-code");
    }
    for url in [
        "window.location.origin",
        "window.location.href.split('?')[0]",
        "redirectUri",
        "config.url",
        "`${location.origin}/cb`",
    ] {
        fails(&exchange.replace("URL }", &format!("{url} }}")), "");
    }
}

/// What is found of this kind in a text of several pieces.
fn is_told(text: &str) -> bool {
    let document = read_document(text, &DocumentHabits::default());
    let found: Vec<_> = document.pieces.into_iter().flat_map(|piece| piece.findings).collect();
    let found: Vec<_> = found.iter().filter(|finding| finding.kind == FindingKind::NotAnAccessToken).collect();
    assert!(found.iter().all(|finding| said([*finding]).ends_with("=code")));
    !found.is_empty()
}

#[test]
fn a_code_that_is_given_to_a_library() {
    let error = "{ \"message\": \"Bad credentials\", \"documentation_url\": \"https://developer.github.com/v3\" }";
    for text in [
        "const octokit = new Octokit({ auth: code });",
        "const octokit = new Octokit({ auth: req.query.code })",
        "data.github = new Octokat({\n\ttoken: params.code\n});",
        "client = new Client(token = authCode)",
        "My app receives a **code** parameter in the query string. When I use this **code** like so:\n\ndata.github = new Octokat({\n\ttoken: token\n});",
        "I get a temporary code after the redirect, and use the code:\nnew GitHub({ token: value })",
    ] {
        assert!(is_told(&format!("{text}\n\n{error}")), "{text}");
    }
    for text in [
        "const octokit = new Octokit({ auth: token });",
        "const octokit = new Octokit({ auth: data.access_token }); // from the code",
        "callEndpoint({ token: event.code })",
        "new Zip({ tokenizer: code })",
        "await exchange({ grant_type: 'authorization_code', code }); new Octokit({ auth: code })",
        "My status code parameter is 401: new Octokit({ auth: token })",
    ] {
        assert!(!is_told(&format!("{text}\n\n{error}")), "{text}");
    }
}
