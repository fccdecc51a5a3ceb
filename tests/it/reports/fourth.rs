//! What a server's own sentence names, and texts in which nothing is wrong although a part of them looks like a fault.

use super::{are_no_errors, leads_to, says_nothing_of};

/// Each sentence in ten forms.
fn around(sentence: &str, code: &str) -> Vec<String> {
    let json = format!("{{\"error\":\"{code}\",\"error_description\":\"{sentence}\"}}");
    vec![
        sentence.to_owned(),
        format!("{code}: {sentence}"),
        json.clone(),
        format!("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{json}"),
        format!("2024-04-21 22:49:33 [INFO] error: {code}\n2024-04-21 22:49:33 [INFO] error_description: {sentence}\n"),
        format!("Error: Authorization Error: {code}: {sentence}"),
        format!("```\n{json}\n```\nWhat do I do?"),
        format!("since Monday:\r\n\r\n\t{code} ({sentence})\r\n"),
        format!("https://app.example.com/cb?error={code}&error_description={}&state=x1", sentence.replace(' ', "+")),
        format!("app-1  | OAuthError: {sentence}"),
    ]
}

#[track_caller]
pub(super) fn all_lead_to(expected: &str, sentence: &str, code: &str) {
    let texts = around(sentence, code);
    leads_to(expected, &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_sentence_that_names_its_own_cause() {
    all_lead_to(
        "salesforce-security-token/salesforce-security-token",
        "authentication failure - Failed: API security token required",
        "invalid_grant",
    );
    all_lead_to(
        "okta-custom-scopes/okta-org-server",
        "Custom scopes are not allowed for this request.",
        "invalid_scope",
    );
    all_lead_to(
        "keycloak-service-account/keycloak-service-account",
        "Client not enabled to retrieve service account",
        "unauthorized_client",
    );
    leads_to(
        "auth0-api-unknown/auth0-api-unknown",
        &[
            "Oops... Service not found: YOUR_API_IDENTIFIER",
            "On redirect I receive this:\r\n\r\nOops... Service not found: https://shop-api\r\n",
            "{\"error\":\"access_denied\",\"error_description\":\"Service not found: https://shop-api\"}",
            "http://localhost:8080/?error=access_denied&error_description=Service%20not%20found%3A%20https%3A%2F%2Fshop-api&state=Mm5Fdi1m",
            "https://demo1.eu.auth0.com/authorize?client_id=a&response_type=code\n\nService not found: https://shop-api",
        ],
    );
    // A service of something else.
    says_nothing_of("auth0-api-unknown/auth0-api-unknown", &["$ kubectl get svc\nError: Service not found: web-oauth"]);
    // What these are near to.
    leads_to(
        "bad-user-credentials/user-password",
        &["{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}"],
    );
    leads_to(
        "grant-not-allowed/grant-not-allowed",
        &["{\"error\":\"unauthorized_client\",\"error_description\":\"Client not allowed for direct access grants\"}"],
    );
}

/// The JWT of a JWT app; the same sentence of another program is about its own token.
#[test]
fn the_signature_of_a_retired_app() {
    let sentence = "The Token's Signature resulted invalid when verified using the Algorithm: HmacSHA256";
    let texts = [
        format!("Zoom plugin was functioning.\n\nConnection status: Connection failed: {sentence}"),
        format!("mod_zoom: {sentence}"),
        format!("GET https://api.zoom.us/v2/users\n{{\"code\":124,\"message\":\"{sentence}\"}}"),
        format!("the Zoom plugin says\r\n\r\n> {sentence}\r\n"),
    ];
    leads_to("jwt-app-signature/jwt-call", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let others = [format!("com.auth0.jwt.exceptions.SignatureVerificationException: {sentence}")];
    leads_to("token-signature/token-signature", &others.iter().map(String::as_str).collect::<Vec<_>>());
}

/// A warning of Python that a library raises, and the access log of the program behind it.
#[test]
fn a_warning_that_is_raised() {
    let trace = |end: &str| {
        format!(
            "ERROR:    Exception in ASGI application\nTraceback (most recent call last):\n  File \"/app/a.py\", line 7, in callback\n    raise w\nWarning: Scope has changed from \"a:read b:write\" to \"a:read b:write c:read\".\n{end}"
        )
    };
    let ends = [
        "",
        "INFO:     10.42.0.7:51344 - \"GET /api/callback?code=[Filtered]&state=[Filtered] HTTP/1.1\" 500 Internal Server Error\n",
        "127.0.0.1 - - [01/Oct/2026 10:00:00] \"GET /callback HTTP/1.1\" 500 -\n",
        "INFO:     10.42.0.7:51344 - \"GET /api/callback?code=[Filtered]&state=[Filtered] HTTP/1.1\" 500 Internal Server Error\n\nnew users can connect\n",
    ];
    let texts: Vec<String> = ends.iter().map(|end| trace(end)).collect();
    leads_to("scope-changed/scope-changed", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    are_no_errors(&[
        "Warning: Argument is deprecated\ndone",
        "(node:12) Warning: something is experimental\nlistening on 3000",
    ]);
}

/// Where the server has nothing at the URL, nothing else of the request can be the reason.
#[test]
fn a_path_that_does_not_exist() {
    let curl = |path: &str, answer: &str| {
        format!(
            "$ curl -s -X POST http://localhost:8080{path} \\\n    -d 'client_id=login' -d 'username=anna' -d 'password=Regen-4-Tage' -d 'grant_type=password'\n{answer}\n"
        )
    };
    let token = "/realms/demo/protocol/openid-connect/token";
    let answers = [
        format!(
            "{{\"error\":\"RESTEASY003210: Could not find resource for full path: http://localhost:8080{token}\"}}"
        ),
        "{\"error\":\"Unable to find matching target resource method\"}".to_owned(),
        "HTTP/1.1 404 Not Found\n".to_owned(),
        "{\"status\":404,\"error\":\"Not Found\",\"message\":\"No static resource oauth/token\"}".to_owned(),
    ];
    let texts: Vec<String> = answers.iter().map(|answer| curl(token, answer)).collect();
    leads_to("not-found/endpoint-wrong", &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

/// A log of oauth2-proxy in which a sign-in succeeded, and somebody asks for lines of the other kind.
#[test]
fn words_of_a_log_that_are_not_in_it() {
    let log = "10.244.0.1 - anna.berg@weidenbach.example [2020/09/29 11:24:58] [AuthSuccess] Authenticated via OAuth2: Session{email:anna.berg@weidenbach.example token:true}\n";
    let texts = [
        format!("I see the \"AuthSuccess\" logs. A wrong password gives no \"AuthFailure\" logs.\n\n{log}"),
        format!("{log}\nIs there an option for AuthFailure?"),
        format!("{log}\nHow do I count AuthFailure lines?"),
        log.to_owned(),
    ];
    are_no_errors(&texts.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Pages with the parameters of an authorization URL that are none.
#[test]
fn pages_that_give_no_code() {
    let query = "client_id=2c5bc956-014e-4ced-9ee0-66c57910eb9b&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Send&redirect_uri=https%3A%2F%2Fraumplan.example%2Fms%2Fconsent&state=aj1tKtV4KCDBG7ky42795Tcb";
    let pages = [
        format!("https://login.microsoftonline.com/1ab6a061-ef1f-4585-9d02-2f200929d0ac/v2.0/adminconsent?{query}"),
        format!("https://login.microsoftonline.com/common/adminconsent?{query}"),
        format!("https://login.microsoftonline.us/organizations/v2.0/adminconsent?{query}"),
        format!("the link is https://login.microsoftonline.com/common/v2.0/AdminConsent?{query} for the customer"),
        "https://id.example.com/realms/a/protocol/openid-connect/logout?client_id=app&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com".to_owned(),
        "https://id.example.com/connect/endsession?id_token_hint=eyJhbGciOiJSUzI1NiJ9.e30.x&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com&state=8df2a1".to_owned(),
        "https://a.eu.auth0.com/v2/logout?client_id=Q3vB8nYtLx0KdMzR5sWfHj2GcUa9PeTi&returnTo=https%3A%2F%2Fapp.example.com".to_owned(),
    ];
    let mut texts: Vec<&str> = pages.iter().map(String::as_str).collect();
    let landing = "https://raumplan.example/ms/consent?admin_consent=True&tenant=1ab6a061-ef1f-4585-9d02-2f200929d0ac&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Send&state=aj1tKtV4KCDBG7ky42795Tcb";
    let both = format!("{}\n\nand then\n\n{landing}\n", pages[0]);
    texts.push(&both);
    texts.push(landing);
    says_nothing_of("parameter-missing", &texts);
    says_nothing_of("code-missing", &texts);
    leads_to(
        "parameter-missing",
        &[
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=2c5bc956-014e-4ced-9ee0-66c57910eb9b&redirect_uri=https%3A%2F%2Fraumplan.example%2Fms%2Fconsent&state=aj1tKtV4KCDBG7ky42795Tcb",
        ],
    );
}

/// Where a secret is said to be, in the place of it.
#[test]
fn a_note_in_the_place_of_a_secret() {
    let settings = |value: &str| {
        format!(
            "appsettings.json\n  \"Authentication\": {{\n    \"ClientId\": \"orders.worker\",\n    \"ClientSecret\": \"{value}\"\n  }}\n"
        )
    };
    let notes = ["(user secrets)", "(from vault)", "(key vault)", "(same value)", "(secret)", "(in .env)"];
    let texts: Vec<String> = notes.iter().map(|note| settings(note)).collect();
    says_nothing_of("blank-inside", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    leads_to("blank-inside", &[settings("9fK2mQ7 vL4xT1").as_str()]);
}

/// A variable without the name of its parameter, and programs that put a URL together.
#[test]
fn a_value_without_its_name() {
    let curl = |last: &str| {
        format!(
            "curl -s -X POST https://accounts.spotify.com/api/token \\\n\t-H \"Authorization: Basic $CLIENT_BASE64\" \\\n\t-d \"code=$CODE\" \\\n\t-d grant_type=authorization_code \\\n\t{last}\n"
        )
    };
    let faults = ["--data-urlencode \"$REDIRECT_URI\"", "-d \"$REDIRECT_URI\"", "--data-urlencode ${REDIRECT_URI}"];
    let texts: Vec<String> = faults.iter().map(|last| curl(last)).collect();
    leads_to("parameter-missing", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let sound = ["--data-urlencode \"redirect_uri=$REDIRECT_URI\"", "-d redirect_uri=$REDIRECT_URI", "-d \"$EXTRA\""];
    let texts: Vec<String> = sound.iter().map(|last| curl(last)).collect();
    says_nothing_of("parameter-missing", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let programs = [
        "window.location = 'http://'+ hostname +'?code='+ code + error;",
        "location.href = \"https://\" + host + \"/cb?code=\" + code;",
        "header('Location: https://' . $host . '/cb?code=' . $code);",
    ];
    for kind in ["blanks-left-out", "plus-in-code"] {
        says_nothing_of(kind, &programs);
    }
}

/// What the text around an error shows of its cause.
#[test]
fn a_clue_beside_the_error() {
    leads_to(
        "keycloak-auth-path/keycloak-auth-path",
        &[
            "$ curl -s -X POST http://localhost:8080/auth/realms/demo/protocol/openid-connect/token -d client_id=login -d username=a -d password=Regen-4-Tage -d grant_type=password\n{\"error\":\"RESTEASY003210: Could not find resource for full path: http://localhost:8080/auth/realms/demo/protocol/openid-connect/token\"}",
            "POST https://sso.example.com/auth/realms/a/protocol/openid-connect/token\n{\"error\":\"Unable to find matching target resource method\"}",
            "AxiosError: Request failed with status code 404\nurl: 'https://sso.example.com/auth/realms/a/protocol/openid-connect/token'",
        ],
    );
    let passport = |url: &str| {
        format!(
            "redirect_uri_mismatch The redirect URI in the request, http://localhost:4500/auth/auth/google/callback, does not match the ones authorized for the OAuth client.\n\npassport.use(new GoogleStrategy({{\n  clientID: process.env.ID,\n  callbackURL: {url},\n}}, done));\n"
        )
    };
    leads_to("redirect-mismatch-local/redirect-relative", &[passport("\"auth/google/callback\"").as_str()]);
    leads_to("redirect-mismatch-local/redirect-differs", &[passport("\"/auth/google/callback\"").as_str()]);
    let secret = |line: &str| {
        format!(
            "AADSTS7000215: Invalid client secret is provided.\nTrace ID: 8cdcfbb6-fb85-40eb-b606-ee00d476ea27\n\n.env:\n\nAPP_ID=72ffcf53-513f-4b37-ac7c-bbfc971fe1ca\n{line}\n"
        )
    };
    leads_to("secret-wrong-entra/secret-cut-at-hash", &[secret("APP_SECRET=hT2#vQ9$kLw7!pXzRe4Yb").as_str()]);
    leads_to("secret-wrong-entra/secret-id-used", &[secret("APP_SECRET=\"hT2#vQ9$kLw7!pXzRe4Yb\"").as_str()]);
    let code = |setting: &str| {
        format!(
            "# .env\n{setting}\n\n$ python a.py\nFailed to get token: {{\"reason\":\"Invalid authorization code 6bEYElqUZY_EmxGyJBYetjfeejD8LMILI\",\"error\":\"invalid_grant\"}}\n"
        )
    };
    leads_to("code-refused/code-fixed", &[code("ZOOM_AUTH_CODE=6bEYElqUZY_EmxGyJBYetjfeejD8LMILI").as_str()]);
    leads_to("code-refused/code-used", &[code("ZOOM_AUTH_CODE=").as_str()]);
    let called = |call: &str| {
        format!(
            "async function getAuth() {{\n  const r = await fetch(url);\n  return (await r.json()).access_token;\n}}\nconst token = {call};\nconst options = {{ url: \"https://api.zoom.us/v2/users/me\", headers: {{ Authorization: 'Bearer ' + token }} }};\n\n// {{\"code\":124,\"message\":\"Invalid access token.\"}}\n"
        )
    };
    leads_to("access-token-refused/token-not-awaited", &[called("getAuth()").as_str()]);
    leads_to("access-token-refused/token-ended", &[called("await getAuth()").as_str()]);
    let kept = |names: &str| {
        format!(
            "app.get('/zoom/callback', async (req, res) => {{\n  const response = await axios.post('https://zoom.us/oauth/token', new URLSearchParams({{ grant_type: 'authorization_code', code, redirect_uri }}), {{ auth }});\n  {names}\n}});\n\n{{ code: 124, message: 'Access token is expired.' }}\n"
        )
    };
    leads_to("access-token-expired/refresh-unused", &[kept("token = response.data.access_token;").as_str()]);
    leads_to(
        "access-token-expired/token-expired",
        &[kept("save(response.data.access_token, response.data.refresh_token);").as_str()],
    );
    let spring = "Authentication request failed: [invalid_user_info_response] Could not extract response: no suitable HttpMessageConverter found for response type [java.util.Map] and content type [text/plain]";
    let user_info =
        |url: &str| format!("        provider:\n          google:\n            user-info-uri: {url}\n\n{spring}\n");
    leads_to(
        "not-json/scope-as-user-info",
        &[user_info("https://www.googleapis.com/auth/contacts.readonly?alt=json").as_str()],
    );
    leads_to("not-json/not-json", &[user_info("https://www.googleapis.com/oauth2/v3/userinfo").as_str()]);
}

/// What a program returns itself, and what a shell says of its own command, no server has said.
#[test]
fn words_of_the_program() {
    let returned = "async function refresh(token) {\n  try {\n    await axios.post(url, body)\n  } catch (error) {\n    return { ...token, error: \"RefreshAccessTokenError\" as const }\n  }\n}\n";
    are_no_errors(&[returned]);
    let person = super::pasted(
        "PS C:\\> curl -i -H \"Authorization: Bearer abc\" https://localhost:7259/secret\nInvoke-WebRequest : Missing an argument for parameter 'InFile'. Specify a parameter of type 'System.String' and try again.\nAt line:1 char:6\n",
    );
    let view = super::diagnosis::view(&person.0);
    assert!(view.as_ref().and_then(|view| view.error.as_ref()).is_some_and(|error| error.is_of_program));
    let person = super::pasted(
        "t=2023-04-07T13:09:44+0000 lvl=eror msg=login.OAuthLogin(NewTransportWithCode) error=\"Post https://172.19.40.7:8443/oidc/token: x509: certificate signed by unknown authority\"\nt=2023-04-07T13:09:44+0000 lvl=eror msg=\"Request Completed\" method=GET path=/login/generic_oauth status=500\n",
    );
    let view = super::diagnosis::view(&person.0);
    let request = view.as_ref().and_then(|view| view.error.as_ref()).and_then(|error| error.request.as_deref());
    assert_eq!(request, Some("POST https://172.19.40.7:8443/oidc/token"));
}
