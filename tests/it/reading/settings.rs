//! Settings of products as people paste them: what is read of each notation, and what is certainly wrong with it.

use super::fixed;
use crate::notation::{kinds, the};
use authdesk::reading::{
    Finding, FindingKind, ReadSettings, SettingHabits, SettingRole, read_settings, read_settings_with, secret_spans,
};

/// What stands where in a notation.
#[derive(Clone, Copy)]
struct Values<'v> {
    id: &'v str,
    secret: &'v str,
    redirect: &'v str,
    authorize: &'v str,
    token: &'v str,
}

const SOUND: Values<'static> = Values {
    id: "DemoClientId0001",
    secret: "DemoClientSecret0001",
    redirect: "https://app.example.com/callback",
    authorize: "https://id.example.com/oauth/authorize",
    token: "https://id.example.com/oauth/token",
};

/// The notations in which a value is in quotes.
const QUOTED: [&str; 13] = [
    "{\n  \"OAuth\": {\n    \"ClientId\": \"ID\",\n    \"ClientSecret\": \"SECRET\",\n    \"RedirectUri\": \"REDIRECT\",\n    \"AuthorizationEndpoint\": \"AUTHORIZE\",\n    \"TokenEndpoint\": \"TOKEN\"\n  }\n}",
    "passport.use(new OAuth2Strategy({\n    authorizationURL: 'AUTHORIZE',\n    tokenURL: 'TOKEN',\n    clientID: 'ID',\n    clientSecret: 'SECRET',\n    callbackURL: 'REDIRECT'\n  },\n  function(accessToken, refreshToken, profile, cb) { cb(); }\n));",
    "new Strategy({clientID: \"ID\", clientSecret: \"SECRET\", callbackURL: \"REDIRECT\", authorizationURL: \"AUTHORIZE\", tokenURL: \"TOKEN\"})",
    "oauth.register(\n    name='x',\n    client_id='ID',\n    client_secret='SECRET',\n    access_token_url='TOKEN',\n    authorize_url='AUTHORIZE',\n    redirect_uri='REDIRECT',\n)",
    "conf := &oauth2.Config{\n\tClientID:     \"ID\",\n\tClientSecret: \"SECRET\",\n\tRedirectURL:  \"REDIRECT\",\n\tEndpoint: oauth2.Endpoint{\n\t\tAuthURL:  \"AUTHORIZE\",\n\t\tTokenURL: \"TOKEN\",\n\t},\n}",
    "'github' => [\n    'client_id' => 'ID',\n    'client_secret' => 'SECRET',\n    'redirect' => 'REDIRECT',\n    'auth_url' => 'AUTHORIZE',\n    'token_url' => 'TOKEN',\n],",
    "[oauth]\nclient_id = \"ID\"\nclient_secret = \"SECRET\"\nredirect_url = \"REDIRECT\"\nauth_url = \"AUTHORIZE\"\ntoken_url = \"TOKEN\"",
    "spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          demo:\n            client-id: \"ID\"\n            client-secret: \"SECRET\"\n            redirect-uri: \"REDIRECT\"\n        provider:\n          demo:\n            authorization-uri: \"AUTHORIZE\"\n            token-uri: \"TOKEN\"",
    "export OAUTH_CLIENT_ID=\"ID\"\nexport OAUTH_CLIENT_SECRET=\"SECRET\"\nexport OAUTH_REDIRECT_URI=\"REDIRECT\"\nexport OAUTH_AUTH_URL=\"AUTHORIZE\"\nexport OAUTH_TOKEN_URL=\"TOKEN\"",
    "env:\n  - name: CLIENT_ID\n    value: \"ID\"\n  - name: CLIENT_SECRET\n    value: \"SECRET\"\n  - name: REDIRECT_URL\n    value: \"REDIRECT\"\n  - name: AUTH_URL\n    value: \"AUTHORIZE\"\n  - name: TOKEN_URL\n    value: \"TOKEN\"",
    "define('OAUTH_CLIENT_ID', 'ID');\ndefine('OAUTH_CLIENT_SECRET', 'SECRET');\ndefine('OAUTH_REDIRECT_URI', 'REDIRECT');\ndefine('OAUTH_AUTHORIZE_URL', 'AUTHORIZE');\ndefine('OAUTH_TOKEN_URL', 'TOKEN');",
    "options.ClientId = \"ID\";\noptions.ClientSecret = \"SECRET\";\noptions.RedirectUri = \"REDIRECT\";\noptions.AuthorizationEndpoint = \"AUTHORIZE\";\noptions.TokenEndpoint = \"TOKEN\";",
    "ClientRegistration.withRegistrationId(\"x\")\n    .clientId(\"ID\")\n    .clientSecret(\"SECRET\")\n    .redirectUri(\"REDIRECT\")\n    .authorizationUri(\"AUTHORIZE\")\n    .tokenUri(\"TOKEN\")",
];

/// The notations in which it is not.
const BARE: [&str; 9] = [
    "spring.security.oauth2.client.registration.demo.client-id=ID\nspring.security.oauth2.client.registration.demo.client-secret=SECRET\nspring.security.oauth2.client.registration.demo.redirect-uri=REDIRECT\nspring.security.oauth2.client.provider.demo.authorization-uri=AUTHORIZE\nspring.security.oauth2.client.provider.demo.token-uri=TOKEN",
    "client-id: ID\nclient-secret: SECRET\nredirect-uri: REDIRECT\nauthorization-uri: AUTHORIZE\ntoken-uri: TOKEN",
    "[auth.generic_oauth]\nenabled = true\nclient_id = ID\nclient_secret = SECRET\nredirect_uri = REDIRECT\nauth_url = AUTHORIZE\ntoken_url = TOKEN",
    "CLIENT_ID=ID\nCLIENT_SECRET=SECRET\nREDIRECT_URI=REDIRECT\nAUTHORIZE_URL=AUTHORIZE\nTOKEN_URL=TOKEN",
    "    environment:\n      - CLIENT_ID=ID\n      - CLIENT_SECRET=SECRET\n      - REDIRECT_URI=REDIRECT\n      - AUTHORIZE_URL=AUTHORIZE\n      - TOKEN_URL=TOKEN",
    "    environment:\n      CLIENT_ID: ID\n      CLIENT_SECRET: SECRET\n      REDIRECT_URI: REDIRECT\n      AUTHORIZE_URL: AUTHORIZE\n      TOKEN_URL: TOKEN",
    "oauth2-proxy --client-id=ID --client-secret=SECRET --redirect-url=REDIRECT --authorize-url=AUTHORIZE --token-url=TOKEN --email-domain=x",
    "oauth2-proxy \\\n  --client-id ID \\\n  --client-secret SECRET \\\n  --redirect-url REDIRECT \\\n  --authorize-url AUTHORIZE \\\n  --token-url TOKEN",
    "<oauth>\n  <clientId>ID</clientId>\n  <clientSecret>SECRET</clientSecret>\n  <redirectUri>REDIRECT</redirectUri>\n  <authorizeUrl>AUTHORIZE</authorizeUrl>\n  <tokenUrl>TOKEN</tokenUrl>\n</oauth>",
];

fn filled(notation: &str, values: Values<'_>) -> String {
    let Values { id, secret, redirect, authorize, token } = values;
    // The names of the values come in capitals, and names of settings too.
    let mut text = String::new();
    let mut rest = notation;
    while let Some((at, name, value)) =
        [("SECRET", secret), ("REDIRECT", redirect), ("AUTHORIZE", authorize), ("TOKEN", token), ("ID", id)]
            .into_iter()
            .filter_map(|(name, value)| Some((place(rest, name)?, name, value)))
            .min()
    {
        text += &rest[..at];
        text += value;
        rest = &rest[at + name.len()..];
    }
    text + rest
}

/// Where a word stands alone.
fn place(text: &str, word: &str) -> Option<usize> {
    let is_of_word = |ch: char| ch.is_alphanumeric() || ch == '_' || ch == '-';
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        !text[..*at].ends_with(is_of_word)
            && !text[at + word.len()..].starts_with(|ch| is_of_word(ch) || ch == '=' || ch == ':')
    })
}

#[track_caller]
fn one(text: &str) -> ReadSettings {
    let mut read = read_settings_with(text, &HABITS);
    assert_eq!(read.len(), 1, "{text}");
    read.remove(0)
}

/// What is found, without that they were read.
fn faults(text: &str) -> Vec<Finding> {
    let all = read_settings_with(text, &HABITS).into_iter().flat_map(|read| read.findings);
    all.filter(|finding| finding.kind != FindingKind::SettingsRead).collect()
}

#[track_caller]
fn finds(text: &str, expected: &str) {
    assert_eq!(kinds(&faults(text)), expected, "{text}");
}

/// In all notations, with Windows' line ends, and with words around.
#[track_caller]
fn finds_in(notations: &[&str], values: Values<'_>, expected: &str) {
    for notation in notations {
        let text = filled(notation, values);
        for text in [text.clone(), text.replace('\n', "\r\n"), format!("These are my settings:\n\n{text}\n\nThanks!")] {
            finds(&text, expected);
        }
    }
}

/// As the catalogue has them.
const HABITS: SettingHabits<'_> =
    SettingHabits { metadata_as_issuer: &[], https_redirects: &["google", "login.microsoftonline.com"] };

#[track_caller]
fn finds_everywhere(values: Values<'_>, expected: &str) {
    finds_in(&QUOTED, values, expected);
    finds_in(&BARE, values, expected);
}

#[test]
fn every_notation_is_read() {
    use SettingRole as Role;
    for notation in QUOTED.iter().chain(&BARE) {
        let text = filled(notation, SOUND);
        let read = one(&text);
        for role in [Role::ClientId, Role::ClientSecret, Role::Redirect, Role::Authorize, Role::Token] {
            assert!(read.roles.contains(&role), "{role:?}: {text}");
        }
        let start = text.find("DemoClientSecret0001").unwrap();
        assert!(secret_spans(&text).iter().any(|span| span.contains(&start)), "the secret is not masked: {text}");
    }
    finds_everywhere(SOUND, "");
}

#[test]
fn placeholders() {
    for secret in
        ["[Copy from console]", "<insert your secret>", "PASTE_SECRET_HERE", "enter-client-secret", "[replace me]"]
    {
        finds_in(&QUOTED, Values { secret, ..SOUND }, "placeholder-words");
    }
    for secret in [
        "YOUR_CLIENT_SECRET",
        "<secret>",
        "changeme",
        "<your client secret>",
        "your-client-secret",
        "client-secret-here",
    ] {
        finds_in(&QUOTED, Values { secret, ..SOUND }, "setting-placeholder");
        finds_in(&BARE[..6], Values { secret, ..SOUND }, "setting-placeholder");
    }
    finds_in(&QUOTED, Values { id: "{client_id}", ..SOUND }, "setting-placeholder");
    for secret in ["process.env.CLIENT_SECRET", "os.environ.get(x)", "import.meta.env.SECRET", "System.getenv(SECRET)"]
    {
        finds_in(&QUOTED, Values { secret, ..SOUND }, "variable-name-in-quotes");
        finds_in(&BARE[1..2], Values { secret, ..SOUND }, "");
    }
    // Several names in brackets: all of it was made unreadable.
    finds_in(&QUOTED, Values { id: "<client-id>", secret: "<client-secret>", ..SOUND }, "");
    finds_in(&BARE[..6], Values { secret: "<secret>", token: "https://<domain>/oauth/token", ..SOUND }, "");
    // What was hidden before it was pasted.
    for secret in ["****************", "xxxxxxxxxxxx", "<redacted>", "[REDACTED]", "••••••••", "..."] {
        finds_in(&QUOTED, Values { secret, ..SOUND }, "");
    }
    // Words for tests that somebody may well use, and values that only begin like them.
    for secret in ["secret", "password", "my-secret", "hereafter", "copycat", "todos1234", "yourself"] {
        finds_everywhere(Values { secret, ..SOUND }, "");
    }
}

#[test]
fn an_empty_secret() {
    finds_in(&QUOTED, Values { secret: "", ..SOUND }, "secret-empty");
    finds_in(&BARE[..6], Values { secret: "", ..SOUND }, "secret-empty");
    // A template, and what Postman does not export.
    finds_in(&QUOTED[..8], Values { id: "", secret: "", ..SOUND }, "");
    finds(
        "{\"values\":[{\"key\":\"client_id\",\"value\":\"DemoId\",\"enabled\":true},{\"key\":\"client_secret\",\"value\":\"\",\"enabled\":true}],\"_postman_variable_scope\":\"environment\"}",
        "",
    );
}

#[test]
fn what_does_not_belong_to_a_value() {
    for (secret, expected) in [
        (" DemoClientSecret0001", "blanks-around"),
        ("DemoClientSecret0001 ", "blanks-around"),
        ("DemoClient Secret0001", "blank-inside"),
        ("Bearer DemoClientSecret0001", "label-included"),
        ("Basic DemoClientSecret0001", "label-included"),
        ("Client Secret: DemoClientSecret0001", "label-included"),
        ("DemoClient\u{200b}Secret0001", "invisible-character"),
        ("https://id.example.com/secret", "address-instead"),
        ("-----BEGIN PUBLIC KEY-----", "public-key-as-secret"),
        ("-----BEGIN CERTIFICATE-----", "public-key-as-secret"),
        ("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAkMWq0", "public-key-as-secret"),
        ("DemoClientId0001", "same-value-twice"),
        ("undefined", "value-not-set"),
    ] {
        finds_in(&QUOTED, Values { secret, ..SOUND }, expected);
    }
    let text = filled(QUOTED[0], Values { secret: "Bearer DemoClientSecret0001", ..SOUND });
    let by_fix = fixed(the(FindingKind::LabelIncluded, &faults(&text)), &text).unwrap();
    assert_eq!(by_fix, filled(QUOTED[0], SOUND));
    // An ID that is a URL or an email address, and a key of the client's own, are allowed.
    for id in ["https://app.example.com/", "api://1234", "svc@demo.iam.example.com", "a b"] {
        let expected = if id == "a b" { "blank-inside" } else { "" };
        finds_in(&QUOTED, Values { id, ..SOUND }, expected);
    }
    finds_in(&QUOTED, Values { secret: "-----BEGIN PRIVATE KEY-----", ..SOUND }, "");
    finds_in(&QUOTED, Values { secret: "p@ss+w#rd*~!", ..SOUND }, "");
}

#[test]
fn quotes_and_spaces_that_a_notation_keeps() {
    let quote = |text: &str, sign: &str| text.replace(SOUND.secret, &format!("{sign}{}{sign}", SOUND.secret));
    for notation in [BARE[0], BARE[4]] {
        for sign in ["\"", "'"] {
            let text = quote(&filled(notation, SOUND), sign);
            finds(&text, "quotes-around");
            finds(&text.replace('\n', "\r\n"), "quotes-around");
            let by_fix = fixed(the(FindingKind::QuotesAround, &faults(&text)), &text).unwrap();
            assert_eq!(by_fix, filled(notation, SOUND));
        }
    }
    let cmd = "set CLIENT_ID=DemoClientId0001\nset CLIENT_SECRET=\"DemoClientSecret0001\"\n";
    finds(cmd, "quotes-around");
    finds("set \"CLIENT_ID=DemoId\"\nset \"CLIENT_SECRET=DemoSecret\"\n", "");
    // These take them for what they are.
    for notation in [BARE[1], BARE[2], BARE[3], BARE[5], BARE[6]] {
        finds(&quote(&filled(notation, SOUND), "\""), "");
    }
    let text = filled(BARE[0], SOUND).replace(SOUND.secret, "DemoClientSecret0001  ");
    finds(&text, "blanks-around");
    assert_eq!(fixed(the(FindingKind::BlanksAround, &faults(&text)), &text).unwrap(), filled(BARE[0], SOUND));
    for notation in [BARE[1], BARE[2], BARE[3]] {
        finds(&filled(notation, SOUND).replace(SOUND.secret, "DemoClientSecret0001  "), "");
    }
}

#[test]
fn spaces_around_the_equals_sign_of_a_shell() {
    for text in [
        "export CLIENT_ID = DemoId\nexport CLIENT_SECRET = DemoSecret\n",
        "export CLIENT_ID= \"DemoId\"\nexport CLIENT_SECRET=\"DemoSecret\"\n",
        "$ export CLIENT_ID =DemoId\n$ export CLIENT_SECRET=DemoSecret\n",
        "set CLIENT_ID = DemoId\nset CLIENT_SECRET = DemoSecret\n",
        "C:\\>set CLIENT_ID = DemoId\nC:\\>set CLIENT_SECRET=DemoSecret\n",
    ] {
        finds(text, "space-at-equals");
    }
    let text = "export CLIENT_ID = DemoId\nexport CLIENT_SECRET=DemoSecret\n";
    let by_fix = fixed(the(FindingKind::SpaceAtEquals, &faults(text)), text).unwrap();
    assert_eq!(by_fix, "export CLIENT_ID=DemoId\nexport CLIENT_SECRET=DemoSecret\n");
    for text in [
        "$env:CLIENT_ID = 'DemoId'\n$env:CLIENT_SECRET = 'DemoSecret'\n",
        "client_id = DemoId\nclient_secret = DemoSecret\n",
        "CLIENT_ID = \"DemoId\"\nCLIENT_SECRET = \"DemoSecret\"\n",
        "export const CLIENT_ID = 'DemoId'\nexport const CLIENT_SECRET = 'DemoSecret'\n",
    ] {
        finds(text, "");
    }
}

#[test]
fn redirect_urls() {
    for (redirect, expected) in [
        ("https://app.example.com/callback#done", "fragment-in-address"),
        ("https://app.example.com/#/callback", "fragment-in-address"),
        ("https://app.example.com/*", "redirect-wildcard"),
        ("https://*.example.com/callback", "redirect-wildcard"),
        ("http://app.example.com/callback", ""),
        ("http://localhost:8080/callback", ""),
        ("{baseUrl}/login/oauth2/code/{registrationId}", ""),
        ("com.example.app:/oauth2redirect", ""),
        ("/signin-oidc", ""),
        ("https://app.example.com/callback?next=1", ""),
    ] {
        finds_in(&QUOTED, Values { redirect, ..SOUND }, expected);
        finds_in(&BARE[..6], Values { redirect, ..SOUND }, expected);
    }
    // Who registers them may use a pattern.
    finds(
        "{\"clientId\": \"demo\", \"clientSecret\": \"x1y2z3\", \"redirectUris\": [\"https://app.example.com/*\"]}",
        "",
    );
    let google = Values {
        authorize: "https://accounts.google.com/o/oauth2/v2/auth",
        token: "https://oauth2.googleapis.com/token",
        ..SOUND
    };
    finds_everywhere(google, "");
    finds_everywhere(Values { redirect: "http://app.example.com/callback", ..google }, "redirect-not-https");
    for redirect in ["http://localhost:3000/callback", "http://127.0.0.1/callback", "https://app.example.com/callback"]
    {
        finds_everywhere(Values { redirect, ..google }, "");
    }
    let entra = Values {
        authorize: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        token: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        ..SOUND
    };
    finds_everywhere(Values { redirect: "http://app.example.com/callback", ..entra }, "redirect-not-https");
    // Which servers those are is no part of the reader.
    let text = filled(QUOTED[0], Values { redirect: "http://app.example.com/callback", ..google });
    let read = read_settings(&text);
    assert!(
        !read.iter().flat_map(|read| &read.findings).any(|one| one.kind == FindingKind::RedirectNotHttps),
        "{text}"
    );
}

#[test]
fn endpoints() {
    finds_everywhere(Values { authorize: SOUND.token, token: SOUND.authorize, ..SOUND }, "endpoints-swapped");
    finds_everywhere(Values { authorize: SOUND.token, ..SOUND }, "endpoints-equal");
    finds_everywhere(Values { token: SOUND.authorize, ..SOUND }, "endpoints-equal");
    for (authorize, token) in [
        (
            "https://sso.example.com/realms/demo/protocol/openid-connect/auth",
            "https://sso.example.com/realms/demo/protocol/openid-connect/token",
        ),
        ("https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token"),
        ("https://id.example.com/as/authorization.oauth2", "https://id.example.com/as/token.oauth2"),
        ("/oauth/authorize", "/oauth/token"),
        ("https://id.example.com/token/authorize", "https://id.example.com/token"),
    ] {
        finds_everywhere(Values { authorize, token, ..SOUND }, "");
    }
    for other in [
        "https://sts.example.com/adfs/discovery/keys",
        "https://login.example.com/demo/discovery/v2.0/keys",
        "https://demo.example.com/oauth2/v1/keys",
        "https://sso.example.com/realms/demo/protocol/openid-connect/certs",
        "https://id.example.com/jwks.json",
        "https://id.example.com/.well-known/jwks.json",
        "https://id.example.com/oauth/userinfo",
        "https://id.example.com/connect/endsession",
        "https://id.example.com/oauth/revoke/",
        "https://id.example.com/.well-known/openid-configuration",
    ] {
        finds_everywhere(Values { token: other, ..SOUND }, "endpoint-of-other-use");
        finds_everywhere(Values { authorize: other, ..SOUND }, "endpoint-of-other-use");
    }
    for sound in [
        "https://id.example.com/keys/token",
        "https://api.example.com/v1/keys",
        "https://id.example.com/adfs/oauth2/token/",
        "https://id.example.com/userinfo/token",
        "https://id.example.com/revoke-and-issue",
        "https://certs.example.com/oauth2/token",
        "/oauth/token",
    ] {
        finds_everywhere(Values { token: sound, ..SOUND }, "");
    }
    let text = filled(QUOTED[0], Values { authorize: SOUND.token, token: SOUND.authorize, ..SOUND });
    let by_fix = fixed(the(FindingKind::EndpointsSwapped, &faults(&text)), &text).unwrap();
    assert_eq!(by_fix, filled(QUOTED[0], SOUND));
    let text = filled(BARE[0], Values { authorize: SOUND.token, token: SOUND.authorize, ..SOUND });
    let by_fix = fixed(the(FindingKind::EndpointsSwapped, &faults(&text)), &text).unwrap();
    assert_eq!(by_fix, filled(BARE[0], SOUND));
}

#[test]
fn endpoints_in_the_fields_of_a_form() {
    const KEYS: &str = "https://sts.example.com/adfs/discovery/keys";
    for text in [
        format!(
            "IdP settings:\n\nAuthorization URL: https://sts.example.com/adfs/oauth2/authorize/\nToken URL: {KEYS}\nCallback URL: https://gate.example.com/cb"
        ),
        format!("- **Token URL**: `{KEYS}`"),
        format!("Token URL\n{KEYS}\n"),
        format!("Token URL *\n\n    {KEYS}\n"),
        format!("Access Token URL = {KEYS}."),
        format!("> Token Endpoint:\t<{KEYS}>"),
        format!("Token-URL: {KEYS}"),
        format!("Autorisierung: https://sts.example.com/adfs/oauth2/authorize/\nToken-URL: \"{KEYS}\""),
        format!("  Authorize URL: {KEYS}\r\n"),
    ] {
        finds(&text, "endpoint-of-other-use");
        let found = &faults(&text)[0];
        let span = found.span.unwrap();
        let shown: String = text.chars().skip(span.start).take(span.length).collect();
        assert_eq!(shown, KEYS);
    }
    for sound in [
        "Authorization URL: https://sts.example.com/adfs/oauth2/authorize/\nToken URL: https://sts.example.com/adfs/oauth2/token/".to_owned(),
        format!("JWKS URL: {KEYS}"),
        format!("Token URL: https://sts.example.com/adfs/oauth2/token/\nKeys: {KEYS}"),
        format!("Token URL:\n\nKeys:\n{KEYS}"),
        format!("The Token URL {KEYS} is that of the keys, so I changed it"),
        format!("Verify Token URL: {KEYS}"),
        format!("Do not enter the URL of the keys as the token URL of the provider: {KEYS}"),
        "Token URL".to_owned(),
        "User info URL: https://id.example.com/userinfo".to_owned(),
        "Logout URL: https://id.example.com/logout".to_owned(),
    ] {
        finds(&sound, "");
    }
}

#[test]
fn the_issuer() {
    let discovery = "https://sso.example.com/realms/demo/.well-known/openid-configuration";
    for name in ["issuer-uri: ", "issuer: ", "oidc_issuer_url = ", "OIDC_ISSUER_URL=", "Authority: "] {
        let text = format!("client_id: demo\nclient_secret: x1y2z3\n{name}{discovery}\n");
        finds(&text, "discovery-as-issuer");
        let by_fix = fixed(the(FindingKind::DiscoveryAsIssuer, &faults(&text)), &text).unwrap();
        finds(&by_fix, "");
        assert!(by_fix.ends_with("/realms/demo\n"));
    }
    for name in ["wellKnown: ", "discovery_url = ", "metadata-uri: ", "openid_configuration_url="] {
        finds(&format!("client_id: demo\nclient_secret: x1y2z3\n{name}{discovery}\n"), "");
    }
    finds("client_id: demo\nissuer: https://sso.example.com/realms/demo\n", "");
}

#[test]
fn settings_of_particular_products() {
    finds(
        "keycloak:\n  realm: demo\n  resource: app\n  credentials:\n    secret: \"[Copy from console]\"\n",
        "placeholder-words",
    );
    finds(
        "{\"realm\": \"demo\", \"realm-public-key\": \"MIICabc\", \"resource\": \"app\", \"credentials\": {\"secret\": \"MIICabc\"}}",
        "public-key-as-secret",
    );
    finds(
        "{\"realm\": \"demo\", \"resource\": \"app\", \"credentials\": {\"secret\": \"7bfa1b6d-8d34-4d1c-9c1f-1b8e2d2f2b52\"}}",
        "",
    );
    finds("SOCIAL_AUTH_GITHUB_KEY = 'DemoId0001'\nSOCIAL_AUTH_GITHUB_SECRET = 'DemoId0001'\n", "same-value-twice");
    finds("GOOGLE_ID=DemoId0001\nGOOGLE_SECRET=changeme\n", "setting-placeholder");
    finds("USER_ID=1234\nUSER_SECRET=changeme\nGITHUB_IDS=1\n", "");
    finds("AUTH_GITHUB_ID=DemoId0001\nAUTH_GITHUB_SECRET=changeme\nAUTH_SECRET=changeme\n", "setting-placeholder");
    finds("provider :github, '<your client id>', 'DemoSecret0001', scope: 'user'\n", "setting-placeholder");
    finds("provider :github, ENV['GITHUB_ID'], ENV['GITHUB_SECRET']\n", "");
    finds(
        "client = OAuth2::Client.new('DemoId0001', 'DemoId0001', site: 'https://id.example.com')\n",
        "same-value-twice",
    );
    finds("client = OAuth2::Client.new(id, secret, site: 'https://id.example.com')\n", "");
    finds("config.x = Client.new('a', 'a')\n", "");
    finds(
        "<add key=\"ClientId\" value=\"DemoId0001\" />\n<add key=\"ClientSecret\" value=\"changeme\" />\n",
        "setting-placeholder",
    );
}

/// None of these is read, or nothing is said about it.
#[test]
fn what_is_no_setting() {
    for text in [
        "const client = new OAuth2Client({ clientId, clientSecret, redirectUri });",
        "const params = { client_id: clientId, client_secret: clientSecret };",
        "const config = {\n  clientId: process.env.CLIENT_ID || '',\n  clientSecret: process.env.CLIENT_SECRET ?? 'changeme',\n}",
        "interface Options {\n  clientId: string\n  clientSecret: string\n  redirectUri: string\n}",
        "client = OAuth2Session(\n    client_id=client_id,\n    client_secret=client_secret,\n    redirect_uri=redirect_uri\n)",
        "time=\"2026-01-01\" level=error client_id=abc redirect_uri=https://a.example/* error=invalid_grant",
        "client_id=abc redirect_uri=https://a.example/* client_secret=abc",
        "https://id.example.com/authorize?client_id=abc&redirect_uri=https://a.example/*&response_type=code",
        "client_id=abc12345&client_secret=abc12345&grant_type=client_credentials",
        "{\"client_id\":\"abc\",\"client_secret\":\"YOUR_SECRET\",\"grant_type\":\"client_credentials\"}",
        "{\"client_id\":\"a\",\"client_secret\":\"a\",\"client_id_issued_at\":2893256800,\"redirect_uri\":\"https://a.example/*\"}",
        "{\"issuer\":\"https://a.example/.well-known/x\",\"authorization_endpoint\":\"https://a.example/token\",\"token_endpoint\":\"https://a.example/auth\",\"scopes_supported\":[]}",
        "{\"access_token\":\"x\",\"client_id\":\"a\",\"client_secret\":\"a\"}",
        "I set the client_id and the client_secret, and the redirect_uri: it fails.",
        "client_id: The client ID of your application.\nclient_secret: The client secret of your application.",
        "# client_id = \"YOUR_CLIENT_ID\"\n# client_secret = \"changeme\"\n",
        "// clientId: 'changeme',\n// clientSecret: 'changeme',\n",
        "if (client_id == \"abc\" && client_secret == \"abc\") {",
        "curl -u $CLIENT_ID:$CLIENT_SECRET https://id.example.com/token",
        "variable \"client_id\" {\n  type = string\n}\nvariable \"client_secret\" {\n  type = string\n}",
        "client_id = var.client_id\nclient_secret = var.client_secret\nx = {\n}",
        "client_id: !secret a\nclient_secret: !secret a",
        "client_secret: ${CLIENT_SECRET}\nclient_id: ${CLIENT_SECRET}",
        "client_secret: \"{{ secret }}\"\nclient_id: \"{{ secret }}\"",
        "set the client_id = and the client_secret = in the form",
    ] {
        finds(text, "");
    }
}

#[test]
fn places_are_characters() {
    let text = "äöü: ß\nclient_id: \"ä\u{200b}b\"\nclient_secret: \"changeme\"\n";
    let found = faults(text);
    let chars: Vec<char> = text.chars().collect();
    let part = |kind| {
        let span = the(kind, &found).span.unwrap();
        chars[span.start..span.start + span.length].iter().collect::<String>()
    };
    assert_eq!(part(FindingKind::InvisibleCharacter), "\u{200b}");
    assert_eq!(part(FindingKind::SettingPlaceholder), "changeme");
}

#[test]
fn words_for_a_hidden_value_are_no_value_that_is_there_twice() {
    for word in ["sanitized", "REDACTED", "hidden"] {
        let text = format!("\"oauthclientid\": \"{word}\",\n\"oauthclientsecret\": \"{word}\",");
        let is_twice = |one: &Finding| one.kind == FindingKind::SameValueTwice;
        assert!(!read_settings(&text).iter().flat_map(|read| &read.findings).any(is_twice), "{word}");
    }
}
