//! Values under a wrong name, and values in a wrong place.

use super::{leads_to, says_nothing_of};

#[track_caller]
fn lead(expected: &str, texts: &[String]) {
    leads_to(expected, &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_variable_of_a_different_value() {
    let forms = |account: &str| {
        [
            format!(
                "curl https://zoom.us/oauth/token -u \"$ID:$SECRET\" -d grant_type=account_credentials -d account_id=${account}"
            ),
            format!(
                "curl https://zoom.us/oauth/token -u \"$ID:$SECRET\" -d \"grant_type=account_credentials&account_id=${{{account}}}\""
            ),
            format!(
                "curl.exe https://zoom.us/oauth/token -u %ID%:%SECRET% -d grant_type=account_credentials -d account_id=%{account}%"
            ),
            format!(
                "r = os.popen(f\"curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials' -d 'account_id={{{account}}}' -H 'Authorization: Basic {{TOKEN}}'\").read()"
            ),
            format!(
                "out = subprocess.check_output(f\"curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials' -d 'account_id={{{account}}}' -H 'Authorization: Basic {{TOKEN}}'\", shell=True)"
            ),
            format!(
                "requests.post('https://zoom.us/oauth/token', auth=(ID, SECRET), data={{'grant_type': 'account_credentials', 'account_id': {account}}})"
            ),
            format!(
                "axios.post('https://zoom.us/oauth/token', new URLSearchParams({{ grant_type: 'account_credentials', account_id: process.env.{account} }}), {{ auth: {{ username: id, password: secret }} }})"
            ),
            format!(
                "$r = Http::withBasicAuth($id, $secret)->asForm()->post('https://zoom.us/oauth/token', ['grant_type' => 'account_credentials', 'account_id' => env('{account}')]);"
            ),
            format!(
                "POST https://zoom.us/oauth/token\nAuthorization: Basic {{{{pair}}}}\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=account_credentials&account_id={{{{{account}}}}}"
            ),
        ]
    };
    lead("variable-of-other", &forms("ZOOM_CLIENT_ID"));
    lead("variable-of-other", &forms("client_secret"));
    for sound in ["ZOOM_ACCOUNT_ID", "accountId", "ZOOM_ID", "CLIENT_ID_OF_ACCOUNT"] {
        says_nothing_of("variable-of-other", &forms(sound).each_ref().map(String::as_str));
    }
    lead(
        "variable-of-other",
        &[
            "curl https://id.example.com/oauth/token -d grant_type=client_credentials -d client_id=$CLIENT_SECRET -d client_secret=$SECRET".into(),
            "curl https://id.example.com/oauth/token -d grant_type=client_credentials -d client_id=$ID -d client_secret=$OIDC_CLIENT_ID".into(),
        ],
    );
    says_nothing_of(
        "variable-of-other",
        &[
            "curl https://id.example.com/oauth/token -d grant_type=client_credentials -d client_id=$CLIENT_ID -d client_secret=$CLIENT_SECRET",
            "curl https://id.example.com/oauth/token -d grant_type=client_credentials -d client_id=$ACCOUNT_ID -d client_secret=$CLIENT_ID_SECRET",
            "curl https://id.example.com/oauth/token -d grant_type=client_credentials -d client_id=clientsecret -d client_secret=$SECRET",
        ],
    );
}

#[test]
fn the_words_of_a_guide_around_the_credentials() {
    let values = "const id = \"iJPtEVj4XBlw2ybC62AZb\"\nconst secret = \"ZalvzpoqIk9Zw3hoclBh9HZG9GZsjKnC\"\n";
    let sent = |header: &str| {
        format!(
            "axios.post('https://zoom.us/oauth/token', new URLSearchParams({{ grant_type: 'account_credentials', account_id: account }}), {{ headers: {{ Authorization: {header} }} }})"
        )
    };
    for header in [
        "`Basic Base64( ${id}:${secret })`",
        "`Basic base64(${id}:${secret})`",
        "'Basic btoa(' + id + ':' + secret + ')'",
        "`Basic base64_encode(${id}:${secret})`",
    ] {
        lead("pair-not-encoded", &[format!("{values}{}", sent(header)), sent(header)]);
    }
    lead(
        "pair-not-encoded",
        &["curl -X POST https://zoom.us/oauth/token -H 'Authorization: Basic Base64(iJPtEVj4XBlw2ybC62AZb:ZalvzpoqIk9Zw3hoclBh9HZG9GZsjKnC)' -d grant_type=account_credentials -d account_id=aB3dE5fG7hI9jK1lM3nO5p".into()],
    );
    lead(
        "placeholder-words",
        &["curl -X POST https://zoom.us/oauth/token -H 'Authorization: Basic Base64(client_id:client_secret)' -d grant_type=account_credentials -d account_id=aB3dE5fG7hI9jK1lM3nO5p".into()],
    );
    let encoded = [
        "'Basic ' + btoa(`${id}:${secret}`)",
        "'Basic ' + btoa(id + ':' + secret)",
        "`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`",
    ];
    for header in encoded {
        lead("sound", &[sent(header)]);
        says_nothing_of("placeholder-words", &[&format!("{values}{}", sent(header))]);
    }
}

#[test]
fn a_query_in_the_place_of_options() {
    let query = "var query = Object.keys(params).map(k => `${esc(k)}=${esc(params[k])}`).join('&');";
    lead(
        "options-not-read",
        &[
            format!("{query}\nfetch('https://accounts.spotify.com/authorize', query)\n\nMissing required parameter: client_id"),
            "fetch('https://accounts.spotify.com/authorize', 'client_id=a&response_type=code').then(r => r.json())\n\nMissing required parameter: client_id".into(),
            "const body = new URLSearchParams({ grant_type: 'client_credentials' });\nawait fetch('https://id.example.com/oauth/token', body);".into(),
            "await fetch('https://id.example.com/oauth/token', new URLSearchParams({ grant_type: 'client_credentials' }).toString());".into(),
        ],
    );
    says_nothing_of(
        "options-not-read",
        &[
            "fetch('https://accounts.spotify.com/authorize?' + query)",
            "fetch(`https://accounts.spotify.com/authorize?${new URLSearchParams(params)}`, { method: 'GET' })",
            "fetch('https://id.example.com/oauth/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) })",
            "fetch('https://id.example.com/oauth/token', options)",
            "fetch('https://id.example.com/oauth/token', getOptions('a=b'))",
            "const options = { method: 'POST', body: 'grant_type=client_credentials' };\nfetch('https://id.example.com/oauth/token', options)",
        ],
    );
}

#[test]
fn a_mistyped_host_in_a_redirect_url() {
    let asked = |error: &str, label: &str| {
        format!(
            "{error}\n\nhttps://discordapp.com/oauth2/authorize?response_type=code&redirect_uri=https%3A%2F%2Fgrey-herom-bot.glitch.me%2Fcallback&scope=identify%20guilds&client_id=704183926518047213&state=k3j4h5\n\n{label} https://grey-heron-bot.glitch.me/callback"
        )
    };
    let labels = [
        "Redirects at discord.com/developers:",
        "Redirects in the developer portal:",
        "Redirects:",
        "Registered redirect URL:",
        "Redirect URIs in console.example.com/apps:",
    ];
    for label in labels {
        lead(
            "redirect-not-registered",
            &[asked("Invalid OAuth2 redirect_uri", label), asked("redirect_uri_mismatch", label)],
        );
        // Of a list in a text without an error, the one that matters may be left out.
        says_nothing_of("redirect-not-registered", &[&asked("The login button opens this:", label)]);
    }
    for other in [
        "The server redirects to",
        "It redirects",
        "The redirect URL of the old app, which is gone, was",
        "Redirects from here end at the page",
    ] {
        says_nothing_of("redirect-not-registered", &[&asked("Invalid OAuth2 redirect_uri", other)]);
    }
}

#[test]
fn names_that_differ_where_they_are_set_and_read() {
    let env = "CONSUMER_KEY=3MVG9pRzvMkjMb6kq0wLhT2x\nCONSUMER_SECRET=7D41C90B2EA85F3160C4D7B92A6E0F83\nLOGIN_URL=https://test.salesforce.com\n";
    let config = "'consumerKey' => env('CONSUMER_KEY'),\n'consumerSecret' => env('CONSUMER_SECRET'),\n'loginURL' => env('LOGIN_URL'),\n'username' => env('USERNAME'),";
    let error = "Client error: `POST https://test.salesforce.com/services/oauth2/token` resulted in a `400 Bad Request` response: {\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}";
    lead(
        "name-read-differs",
        &[
            format!("{env}username=a@b.example\n\n{config}\n\n{error}"),
            format!("{config}\n\n{error}\n\n{env}username=a@b.example\n"),
        ],
    );
    says_nothing_of(
        "name-read-differs",
        &[&format!("{env}USERNAME=a@b.example\n\n{config}\n\n{error}"), &format!("{env}\n{config}\n\n{error}")],
    );
    let rest = "GF_AUTH_GENERIC_OAUTH_ENABLED: true\nGF_AUTH_GENERIC_OAUTH_CLIENT_ID: grafana\nGF_AUTH_GENERIC_OAUTH_SCOPES: openid email\n";
    let failed = "t=2019-04-25T09:12:40+0000 lvl=eror msg=login.OAuthLogin(NewTransportWithCode) error=\"Post : unsupported protocol scheme \\\"\\\"\"";
    let url = "https://auth.example.com/realms/a/protocol/openid-connect/token";
    lead(
        "setting-name-odd",
        &[
            format!("{rest}GF_AUTH._GENERIC_OAUTH_TOKEN_URL: {url}\n\n{failed}"),
            format!("{failed}\n\n{rest}GF_AUTH-_GENERIC_OAUTH_TOKEN_URL: {url}\n"),
        ],
    );
    says_nothing_of("setting-name-odd", &[&format!("{rest}GF_AUTH_GENERIC_OAUTH_TOKEN_URL: {url}\n\n{failed}")]);
}
