//! What is masked in a text, whatever the text is: nothing secret stays readable, and nothing else is hidden.

use core::slice::from_ref;

use authdesk::oauth::Secret;
use authdesk::reading::{bare_value, contains_known, dotted, has_secret, secret_spans, secret_spans_with};
use proptest::prelude::*;

/// What must be hidden is between `⟦` and `⟧`, and nothing else is.
#[track_caller]
fn hides(marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    assert_eq!(seen(&text, &secret_spans(&text)), marked);
    assert_eq!(has_secret(&text), marked.contains('⟦'), "{text}");
}

#[track_caller]
fn hides_nothing(text: &str) {
    assert_eq!(seen(text, &secret_spans(text)), text);
    assert!(!has_secret(text));
}

/// The text with marks around the spans.
fn seen(text: &str, spans: &[core::ops::Range<usize>]) -> String {
    let mut seen = String::new();
    for (at, ch) in text.chars().map(Some).chain([None]).enumerate() {
        if spans.iter().any(|span| span.end == at) {
            seen.push('⟧');
        }
        if spans.iter().any(|span| span.start == at) {
            seen.push('⟦');
        }
        seen.extend(ch);
    }
    seen
}

#[test]
fn tokens_of_a_response() {
    // RFC 6749 §5.1
    hides(
        "{\n  \"access_token\":\"⟦2YotnFZFEjr1zCsicMWpAA⟧\",\n  \"token_type\":\"example\",\n  \"expires_in\":3600,\n  \
         \"refresh_token\":\"⟦tGzv3JOkF0XG5Qx2TlKWIA⟧\",\n  \"scope\":\"user:read meeting:write\"\n}",
    );
    hides(r#"{"access_token": "⟦abc⟧", "id_token":"⟦eyJhbGciOiJub25lIn0.e30.⟧", "token_type":"bearer"}"#);
    hides(r#"{"device_code":"⟦GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS⟧","user_code":"WDJB-MJHT"}"#);
    hides("{'refresh_token': '⟦abc⟧', 'expires_in': 3599}");
    hides(r#"{ accessToken: "⟦abc⟧", clientSecret: '⟦a b⟧' }"#);
    hides(
        "access_token  : ⟦eyJhbGciOiJub25lIn0.e30.⟧\ntoken_type    : bearer\nexpires_in    : 3599\nscope : user:read",
    );
    hides("access_token  : ⟦2YotnFZFEjr1zCsic\n                MWpAA9tGzv3JO⟧\ntoken_type    : bearer");
    hides("Refresh token: ⟦tGzv3JOkF0XG5Qx2TlKWIA⟧\nThe access token expires in 3600 seconds.");
    hides("<access_token>⟦abc⟧</access_token>");
    // Cut off, and wrapped by a terminal.
    hides(r#"{"access_token":"⟦2YotnFZFEjr1zCsicMWpAA⟧"#);
    hides("{\"access_token\":\"⟦2YotnFZFEjr1z\nCsicMWpAA9tG⟧\",\"expires_in\":1}");
    hides("{\u{201c}access_token\u{201d}: \u{201c}⟦abc⟧\u{201d}}");
    hides(r#"{"password":"⟦a\"b\\⟧","next":"x"}"#);
}

#[test]
fn json_in_the_strings_of_a_log() {
    hides(r#"{"msg":"got {\"access_token\":\"⟦abc⟧\",\"expires_in\":3599}","level":"info"}"#);
    hides(r#"{"a":"{\"b\":\"{\\\"client_secret\\\":\\\"⟦a\\\\\\\"b⟧\\\",\\\"c\\\":1}\"}"}"#);
    hides(r#"{"url":"https:\/\/a.example\/?code=⟦abc⟧\u0026state=xyz"}"#);
    hides(r#"{"url":"https:\/\/id:⟦pass⟧@a.example\/"}"#);
}

#[test]
fn parameters_of_urls_and_forms() {
    hides("https://www.example.com/cb?code=⟦SplxlOBeZQQYbYS6WxSbIA⟧&state=xyz");
    hides("https://www.example.com/cb?state=xyz&amp;code=⟦abc⟧");
    hides("https://www.example.com/cb#access_token=⟦abc⟧&token_type=bearer");
    hides("https://www.example.com/cb?code=⟦abc⟧#_=_");
    hides("https://www.example.com/cb?x=1&code=⟦a%26b⟧&y=2");
    hides("https://a.example/?url=https%3A%2F%2Fb.example%2F%3Fcode%3D⟦abc⟧%26state%3Dxyz&sig=1");
    hides("https://a.example/?url=https%253A%252F%252Fb.example%253FCode%253D⟦abc⟧%2526x%253D1");
    hides("grant_type=authorization_code&code=⟦abc⟧&client_id=id&client_secret=⟦s%20t⟧");
    hides("grant_type=password&username=me&password=⟦hunter2⟧");
    hides("https://id:⟦secret⟧@zoom.us/oauth/token and https://⟦token⟧@github.example/x");
    // A password in base64 that nobody encoded.
    hides("https://id:⟦+A+AA+A0+/0a0aA/00==⟧@www.example.com/");
    hides("https://id:⟦aB3dE5gH/iJ7kL9mN⟧@www.example.com/");
    hides("postgres://app:⟦k9/Q2xw8Zt⟧@db.example:5432/app");
    hides_nothing("https://host:port/users/me@example.com and http://localhost:PORT/@scope/x");
    hides_nothing("https://{host}:{port}/users/me@example.com and https://a.example:8080/package/@scope/x");
    hides_nothing("https://{@}.example.com/cb and https://{name@home}.example.com/");
    hides_nothing("https://a.example:8080/@me and https://a.example:8080/a@b.example");
    // Wrapped by a mail program.
    hides("https://a.example/?code=⟦obBEe8ewaL_Kdy\nNjniT4KPd8ffDWt⟧&state=1");
    hides("The page says https://a.example/?code=⟦obBEe8ewaL_Kdy⟧ and then nothing.");
}

#[test]
fn headers() {
    hides("Authorization: Basic ⟦YTpi⟧");
    hides("authorization: Bearer ⟦2YotnFZFEjr1zCsicMWpAA⟧\naccept: */*");
    hides("Basic ⟦YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1la⟧");
    hides("basic ⟦czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3⟧ ");
    hides("Set-Cookie: ⟦a=b; Path=/⟧\nX-Api-Key: ⟦abc⟧\nHost: a.example");
    hides(r#"{"Authorization": "⟦Basic YTpi⟧", "Accept": "*/*"}"#);
    hides("url=x%20Bearer%20⟦2YotnFZFEjr1zCsicMWpAA⟧&y=1");
    hides("Basic \u{201c}⟦YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280⟧\u{201d} and more");
    hides("curl -H 'Authorization: Basic ⟦bX3hG4UYSRyJWQ3zGn8otg:oGo4OZ2GYZbLiDBdQPIz⟧' https://a.example");
    hides("The header was eyJ and ⟦eyJhbGciOiJub25lIn0.eyJhIjoxfQ.sig⟧, he said");
}

#[test]
fn commands() {
    hides("curl -u id:⟦secret⟧ https://zoom.us/oauth/token");
    hides("curl --user 'id:⟦se cret⟧' https://zoom.us/oauth/token");
    hides("curl -uid:⟦secret⟧ https://zoom.us/oauth/token");
    hides("curl -X POST https://zoom.us/oauth/token -d 'code=⟦abc⟧' -d \"client_secret=⟦a b⟧\" -d refresh_token=⟦x⟧");
    hides(
        "curl --data-urlencode client_secret='⟦a;b⟧' \\\n  -H \"Authorization: Basic ⟦YTpi⟧\" \\\n  https://a.example",
    );
    hides("curl -d '{\"code\":\"⟦abc⟧\",\"grant_type\":\"authorization_code\"}' https://a.example");
    hides("curl -d \"{\\\"client_secret\\\":\\\"⟦abc⟧\\\"}\" https://a.example");
    hides("$secret = \"⟦abc⟧\"\n$clientSecret = '⟦abc⟧'\n$env:ZOOM_CLIENT_SECRET = \"⟦abc⟧\"");
    hides("$body = @{ client_secret = \"⟦abc⟧\"; code = '⟦x1⟧' }");
    hides("$s = ConvertTo-SecureString '⟦abc⟧' -AsPlainText -Force");
    hides("export CLIENT_SECRET=⟦abc⟧\nset ZOOM_TOKEN=⟦abc⟧");
    hides("client_secret = ⟦abc⟧\nredirect_uri = https://a.example/");
    hides("client_secret=⟦ab\u{200b}cd⟧&grant_type=x");
    hides("Client Secret: \u{201c}⟦oGo4OZ2GYZbLiDBd⟧\u{201d}");
    hides("{\u{201c}access_token\u{201d}:\u{201c}⟦2YotnFZFEjr1zCsicMWpAA⟧\u{201d}}");
    hides("tool --client-secret ⟦abc⟧ --code ⟦x⟧ --verbose");
    hides("http -a id:⟦secret⟧ POST https://zoom.us/oauth/token code==⟦abc⟧ client_secret=⟦x⟧");
}

#[test]
fn recordings_and_forms() {
    hides(r#"{"name": "client_secret", "value": "⟦abc⟧"}, {"name":"state","value":"xyz"}"#);
    hides(r#"{"key":"code","value":"⟦abc⟧","type":"text"}"#);
    hides(r#"<input type="hidden" name="code" value="⟦abc⟧"><input name="state" value="xyz">"#);
    hides("Content-Disposition: form-data; name=\"client_secret\"\r\n\r\n⟦abc⟧\r\n--boundary");
}

#[test]
fn pairs_that_a_program_encodes() {
    for marked in [
        "fetch(url, { headers: { Authorization: 'Basic ' + btoa('bX3hG4UYSRyJWQ:⟦oGo4OZ2GYZbLiDBd⟧') } })",
        "headers: { 'Authorization': `Basic ${btoa('client:⟦my-secret⟧')}` }",
        "headers.set(\"Authorization\", \"Basic \" + btoa(clientId + \":⟦hunter2⟧\"));",
        "const auth = btoa('client' + ':' + '⟦hunter2⟧');",
        "const auth = Buffer.from('client:⟦hunter2⟧').toString('base64');",
        "const auth = Buffer.from(`${id}:⟦hunter2⟧`, 'utf8').toString(\"base64\");",
        "headers = {\"Authorization\": \"Basic \" + base64.b64encode(b\"client:⟦hunter2⟧\").decode()}",
        "auth = base64.b64encode(\n    f\"{client_id}:⟦hunter2⟧\".encode()\n).decode('ascii')",
        "auth = base64.b64encode('%s:%s' % ('client', '⟦hunter2⟧'))",
        "auth = base64.b64encode(\"{}:{}\".format(\"client\", \"⟦hunter2⟧\").encode())",
        "auth = base64.b64encode(':'.join(['client', '⟦hunter2⟧']).encode('utf-8'))",
        "$pair = '{0}:{1}' -f 'client', '⟦hunter2⟧'",
        "$headers = ['Authorization: Basic ' . base64_encode('client:⟦hunter2⟧')];",
        "$headers = [\"Authorization: Basic \".base64_encode(\"client:⟦hunter2⟧\"), 'Accept: application/json'];",
        "$auth = base64_encode(sprintf('%s:%s', 'client', '⟦hunter2⟧'));",
        "$auth = base64_encode(implode(':', ['client', '⟦hunter2⟧']));",
        "$pair = \"$($id):⟦hunter2⟧\"\n$headers = @{ Authorization = \"Basic $base64\" }",
        "$pair = \"$($env:ZOOM_ID):⟦hunter2⟧\"",
        "$pair = \"$env:ZOOM_ID:⟦hunter2⟧\"",
        "$pair = 'client:⟦hunter2⟧'",
        "$cred = \"${id}:⟦oGo4OZ2GYZbLiDBd⟧\"",
        "$b = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes(\"client:⟦hunter2⟧\"))",
        "@{ Authorization = \"Basic $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('client:⟦hunter2⟧')))\" }",
        "var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($\"{id}:⟦hunter2⟧\"));",
        "String auth = Base64.getEncoder().encodeToString((\"client\" + \":\" + \"⟦hunter2⟧\").getBytes());",
        "auth := base64.StdEncoding.EncodeToString([]byte(\"client:⟦hunter2⟧\"))",
        "auth = Base64.strict_encode64(\"client:⟦hunter2⟧\")\nreq['Authorization'] = \"Basic #{auth}\"",
        "credentials = 'client:⟦hunter2⟧'",
        "x = 'bX3hG4UYSRyJWQ3z:⟦oGo4OZ2GYZb/LiDBd==⟧'",
        "headers: { Authorization: 'Bearer ' + '⟦2YotnFZFEjr1zCsicMWpAA⟧' }",
        "new AuthenticationHeaderValue(\"Basic\", \"⟦bX3hG4UYSRyJWQ==⟧\")",
    ] {
        hides(marked);
    }
}

#[test]
fn pairs_as_two_values() {
    for marked in [
        "requests.post(url, auth=(\"client\", \"⟦hunter2⟧\"), data=body)",
        "requests.post(url, auth = ('client', '⟦hunter2⟧'))",
        "requests.post(url, auth=(client_id, '⟦hunter2⟧'))",
        "requests.post(url, auth=HTTPBasicAuth(\"client\",\"⟦hunter2⟧\"))",
        "aiohttp.BasicAuth('client', '⟦hunter2⟧')",
        "curl_setopt($ch, CURLOPT_USERPWD, \"client:⟦hunter2⟧\");",
        "curl_setopt_array($ch, [CURLOPT_USERPWD => 'client:⟦hunter2⟧', CURLOPT_POST => true]);",
        "curl_setopt($ch, CURLOPT_USERPWD, $id . ':' . '⟦hunter2⟧');",
        "curl_setopt($ch, CURLOPT_USERPWD, \"$id:⟦hunter2⟧\");",
        "Credentials = new NetworkCredential(\"client\", \"⟦hunter2⟧\")",
        "new HttpBasicAuthenticator(\"client\", \"⟦hunter2⟧\")",
        "Credentials.basic(\"client\", \"⟦hunter2⟧\")",
        "req.SetBasicAuth(\"client\", \"⟦hunter2⟧\")",
        "headers.setBasicAuth(\n    \"client\",\n    \"⟦hunter2⟧\");",
        "request.basic_auth 'client', '⟦hunter2⟧'\nputs 'done', 'x'",
        "request.basic_auth(\"client\", \"⟦hunter2⟧\")",
        "axios.post(url, body, { auth: { username: 'client', password: '⟦hunter2⟧' } })",
        "['auth' => ['client', '⟦hunter2⟧']]",
        "new UsernamePasswordCredentials(\"client\", \"⟦hunter2⟧\")",
    ] {
        hides(marked);
    }
}

#[test]
fn variables_and_formulas_of_programs_stay_readable() {
    for text in [
        "headers: { Authorization: 'Basic ' + btoa(id + ':' + secret) }",
        "headers: { Authorization: `Basic ${auth}`, Accept: 'application/json' }",
        "headers: { 'Authorization': `Bearer ${token}` }",
        "headers: { Authorization: authHeader, Accept: '*/*' }",
        "headers: { Authorization: createHeader(id) }",
        "headers = {'Authorization': f'Basic {auth}', 'Accept': '*/*'}",
        "headers = {'Authorization': 'Basic {}'.format(auth)}",
        "headers = {'Authorization': 'Basic %s' % auth}",
        "$headers = @{ Authorization = \"Basic $base64\" }",
        "$headers = @{ Authorization = \"Basic $([Convert]::ToBase64String($bytes))\" }",
        "$headers = @{ Authorization = 'Basic ' + $base64 }",
        "$pair = \"$($id):$($key)\"\n$pair = \"${id}:${key}\"\n$pair = \"$env:ID:$env:KEY\"",
        "$headers = ['Authorization: Basic ' . base64_encode($id . ':' . $key)];",
        "$headers = ['Authorization: Basic '.base64_encode(\"$id:$key\")];",
        "$headers = [\"Authorization: Basic $auth\", \"Content-Type: application/json\"];",
        "req.Header.Set(\"Authorization\", \"Basic \"+b64Encode(id+\":\"+key))",
        "headers[\"Authorization\"] = \"Basic \" + b64x2",
        "new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(bytes))",
        "Buffer.from(`${id}:${key}`, 'utf-8').toString('base64')",
        "Base64.strict_encode64(\"#{id}:#{key}\")",
        "requests.post(url, auth=(client_id, key))",
        "btoa('client:' + process.env['ZOOM_CLIENT_SECRET'])",
        "base64.b64encode(f'{id}:{os.getenv(\"ZOOM_SECRET_1\")}'.encode())",
        "base64.b64encode(('client:' + os.environ['ZOOM_SECRET_1']).encode('utf-8'))",
        "$pair = 'client:' + (Ask 'Client Secret')\n$pair = 'client:' + (Read-Host 'Client Secret')",
        "requests.post(url, auth=HTTPBasicAuth(os.environ['ID'], os.environ['KEY']))",
        "from requests.auth import HTTPBasicAuth\nimport base64",
        "curl_setopt($ch, CURLOPT_USERPWD, \"$id:$key\");\ncurl_setopt($ch, CURLOPT_URL, 'https://zoom.us/oauth/token');",
        "curl_setopt($ch, CURLOPT_USERPWD, $id . ':' . $key);",
        "req.SetBasicAuth(id, os.Getenv(\"KEY\"))",
        "request.basic_auth id, key",
        "axios.post(url, 'grant_type=client_credentials', { auth: { username: id, password } })",
        "fetch('https://zoom.us:8443/oauth/token?x=1', { mode: 'cors', credentials: 'include' })",
        "scopes = ['user:read:admin', 'meeting:write:meeting_summary:admin', 'phone:read:list_call_logs:admin']",
        "image = 'registry.example:5000' # at '2024-01-01T10:00:00'",
        "urn = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'",
        "client_id = 'bX3hG4UYSRyJWQ3zGn8otg'\nid = \"bX3hG4UYSRyJWQ3zGn8otg\"",
    ] {
        hides_nothing(text);
    }
}

#[test]
fn labels_in_german() {
    hides("Client-ID: bX3hG4UYSRyJWQ3zGn8otg\nClient-Geheimnis: ⟦oGo4OZ2GYZbLiDBd⟧\nKonto: 4711");
    hides("Geheimnis: ⟦oGo4OZ2GYZbLiDBd⟧\nKennwort: ⟦hunter⟧\nPasswort = ⟦Sommer⟧");
    hides("Schlüssel: ⟦oGo4OZ2GYZbLiDBd⟧\nGeheimer Clientschlüssel: ⟦Sommer⟧\nSchluessel: ⟦Winter⟧");
    hides("Zugriffstoken: ⟦2YotnFZFEjr1zCsicMWpAA⟧\nMein neues Kennwort: ⟦hunter⟧");
    for text in [
        "Das Kennwort: falsch oder abgelaufen",
        "Das Geheimnis ist abgelaufen, das Kennwort auch.",
        "Der Schlüssel passt nicht. Schlüsselbund: voll",
        "Kennwort vergessen? Passwort: bitte neu vergeben",
    ] {
        hides_nothing(text);
    }
}

#[test]
fn values_alone_on_their_lines() {
    hides("⟦bX3hG4UYSRyJWQ3zGn8otg⟧\n⟦oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb⟧");
    hides("Zoom\n\n  ⟦bX3hG4UYSRyJWQ3zGn8otg⟧\r\n\r\n\t⟦4f2a9c0be1d37788aa01⟧\r\nDanke");
    hides("ä\n“⟦bX3hG4UYSRyJWQ3zGn8otg⟧”\n⟦YlgzaEc0VVlTUnlKV1EzekduOG90Zw==⟧\nhttps://zoom.us/oauth/token");
    for text in [
        "bX3hG4UYSRyJWQ3zGn8otg",
        "bX3hG4UYSRyJWQ3zGn8otg\nhttps://www.example.com/a1B2c3D4e5F6g7H8",
        "user:read:admin\nmeeting_write_summary_admin\nmeeting:read:list_registrants:admin",
        "client_credentials\nauthorization_code\nurn:ietf:params:oauth:grant-type:device_code",
        "ID bX3hG4UYSRyJWQ3zGn8otg\nNr oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb",
        "1234567890123456789012\n1234567890123456789013",
        "short1\nshort2",
    ] {
        hides_nothing(text);
    }
}

#[test]
fn what_is_no_secret_stays_readable() {
    for text in [
        "",
        "code",
        "?code=",
        r#"{"error":"invalid_grant","error_description":"The provided token is expired","code":4711}"#,
        r#"{"code":124,"message":"Invalid access token."}"#,
        r#"{"code": "4700", "message": "Invalid access token, does not contain scopes:[user:read]."}"#,
        r#"{"code":"invalid_grant","reason":"Invalid authorization code"}"#,
        r#"{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}"#,
        r#"{"error_codes":[70000],"code":"AADSTS70000"}"#,
        "error_code=4700&code=4700",
        "Error code: 4,700. Invalid redirect: https://www.example.com/",
        "Invalid access token: expired. Code: invalid_request",
        "Invalid token: expired",
        r#"{"access_token":null,"token":true,"secret":"","tokens":[1]}"#,
        r#"{"next_page_token":"abc123DEF","token_type":"bearer","client_secret_expires_at":0}"#,
        "user:read:admin zcc:token:read code:write secret:read",
        "https://graph.microsoft.com/.default openid offline_access",
        "https://www.example.com/oauth/code?from=zoom&x=1",
        "https://zoom.us/oauth/authorize?response_type=code&client_id=bX3hG4UYSRyJWQ3zGn8otg&redirect_uri=https%3A%2F%2F\
         www.example.com%2F&state=af0ifjsldkj&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "https://www.example.com/?error=access_denied&state=xyz",
        "[\"client_credentials\", \"urn:ietf:params:oauth:grant-type:device_code\"]",
        "credentials = 'URN:ietf:params:oauth:grant-type:jwt-bearer'",
        "https://www.example.com/@me?x=a@b.example",
        "WWW-Authenticate: Basic realm=\"a\"\nWWW-Authenticate: Bearer error=\"invalid_token\"",
        "Basic authentication and bearer tokens are two things.",
        "<!doctype html><title>Error</title><p>Code: <code>4711</code></p><label for=\"password\">Password:</label>",
        "grant_type=authorization_code&token_type_hint=refresh_token&token_endpoint_auth_method=client_secret_basic",
        "Missing parameter: 'client_secret', or \"code\" was used.",
        "curl -u \"$ID:$SECRET\" -H \"Authorization: Bearer $TOKEN\" -d \"client_secret=$SECRET\" -d code={{code}}",
        "curl -H \"Authorization: Basic $(printf '%s:%s' \"$ID\" \"$SECRET\" | base64)\" -d \"code=${CODE}\"",
        "$secret = Read-Host -AsSecureString\n$token = $response.access_token\n$code = (Get-Content x)",
        "password = getpass.getpass('Client Secret: ')\nif code == 200: print(code)",
        "$headers = @{ Authorization = $header; client_secret = $secret }",
        "Authorization: Basic ••••••••\nclient_secret=********",
        "printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\\n' >&2",
    ] {
        hides_nothing(text);
    }
}

#[test]
fn known_values_are_found_anywhere() {
    let text = "a Hunter2Hunter2 b, code=abcdef, äHunter2Hunter2";
    let spans = secret_spans_with(text, &["Hunter2Hunter2", "abcdef", "b", ""]);
    assert_eq!(seen(text, &spans), "a ⟦Hunter2Hunter2⟧ b, code=⟦abcdef,⟧ ä⟦Hunter2Hunter2⟧");
    assert!(contains_known(text, &["Hunter2Hunter2"]) && !contains_known(text, &["b", ""]));
}

#[test]
fn a_value_alone() {
    let header = "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";
    assert_eq!(bare_value(header), Some(0..header.len()));
    assert_eq!(bare_value("\u{a0}SplxlOBeZQQYbYS6WxSbIA\n"), Some(1..23));
    for text in ["", "invalid_grant_and_more", "SplxlOBeZQQYbYS6WxSbIA x", "short1", "https://www.example.com/a1B2"] {
        assert_eq!(bare_value(text), None, "{text}");
    }
}

#[test]
fn dots_keep_the_lines() {
    let text = "code=ab\r\ncd\u{e9}\t";
    assert_eq!(dotted(text, from_ref(&(5..11))), "code=••\n••é\t");
    assert_eq!(dotted("a\rb", &[]), "a\nb");
    assert_eq!(dotted("ab", &[0..1, 1..9]), "••");
}

/// Pieces of texts that meet in every order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("code"),
        Just("client_secret"),
        Just("authorization"),
        Just("Basic "),
        Just("eyJhbGci."),
        Just("curl -u "),
        Just("btoa("),
        Just("auth=("),
        Just("pair = "),
        Just("${id}"),
        Just(")"),
        Just("="),
        Just("=="),
        Just(":"),
        Just("\""),
        Just("'"),
        Just("\\"),
        Just("\\\""),
        Just("\u{201c}"),
        Just("\u{201d}"),
        Just(" "),
        Just("\n"),
        Just("\r\n"),
        Just("&"),
        Just("%26"),
        Just("%253D"),
        Just("%"),
        Just("%E4"),
        Just("\\u0026"),
        Just("://"),
        Just("@"),
        Just("ä"),
        Just("\u{1f600}"),
        Just("abC1dEf2"),
        Just("value"),
        Just(","),
        Just("<"),
        Just(">"),
        Just("$"),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn holds(text: &str) {
    let spans = secret_spans(text);
    let length = text.chars().count();
    let mut end = 0;
    for (at, span) in spans.iter().enumerate() {
        assert!(span.start < span.end && span.end <= length, "{span:?} in {text:?}");
        assert!(at == 0 || span.start > end, "{spans:?} in {text:?}");
        end = span.end;
    }
    assert_eq!(has_secret(text), !spans.is_empty(), "{text:?}");
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    assert_eq!(dotted(text, &spans).chars().count(), plain.chars().count());
    assert_eq!(dotted(text, &[]), plain);
}

#[test]
fn an_open_quote_hides_nothing_of_the_next_command() {
    for first in
        ["curl -u '://\\", "curl -u 'id:abc\\", "curl -u \"a:b", "--user 'a:b \\", "-H \"Authorization: Basic \\"]
    {
        let text = format!("{first}\ncurl -u 'id:oGo4OZ2GYZbLiDBd'");
        let shown = dotted(&text, &secret_spans(&text));
        assert!(!shown.contains("oGo4OZ2G"), "{shown}");
    }
}

proptest! {
    #[test]
    fn spans_are_in_order_and_within_any_text(text in any::<String>(), mixed in pieces()) {
        holds(&text);
        holds(&mixed);
    }

    #[test]
    fn a_secret_is_hidden_wherever_it_is(secret in "[A-Za-z0-9_-]{4}[A-Z][0-9][A-Z][A-Za-z0-9_-]{12,40}", around in pieces()) {
        for text in [
            format!("{around}\n{{\"access_token\":\"{secret}\"}}"),
            format!("{around}\nhttps://a.example/?client_secret={secret}&x=1"),
            format!("{around}\nAuthorization: Bearer {secret}"),
            format!("{around}\ncurl -u 'id:{secret}'"),
        ] {
            let shown = dotted(&text, &secret_spans(&text));
            // EXPOSE: only whether it is still there.
            prop_assert!(!shown.contains(Secret::new(secret.as_str()).expose()), "{}", shown);
        }
    }
}
