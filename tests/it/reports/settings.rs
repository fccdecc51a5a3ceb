//! Settings of products that are right, and the same settings beside an error.

use super::{are_no_errors, leads_to, says_nothing_of};

/// A client of Authelia, by its documentation of OpenID Connect clients.
fn authelia(method: &str) -> String {
    format!(
        "identity_providers:\n  oidc:\n    clients:\n      - client_id: 'wiki'\n        client_name: 'Wiki'\n        client_secret: '$pbkdf2-sha512$310000$c8p78n7pUMln0jzvd4aK4Q$JNRBzwAo0ek5qKn50cFzzvE9RXV88h1wJn5KGiHrD0YKtZaR/nCb2CJPOsKaPK0hjf.9yHxzQGZziziccp6Yng'\n        public: false\n        authorization_policy: 'two_factor'\n        require_pkce: false\n        pkce_challenge_method: ''\n        redirect_uris:\n          - 'https://wiki.example/oidc/callback'\n        scopes:\n          - 'openid'\n          - 'profile'\n        response_types:\n          - 'code'\n        grant_types:\n          - 'authorization_code'\n        access_token_signed_response_alg: 'none'\n        userinfo_signed_response_alg: 'none'\n        token_endpoint_auth_method: '{method}'\n"
    )
}

#[test]
fn the_name_of_an_option_is_no_error() {
    let quoted = authelia("client_secret_basic");
    let client = "client_id: wiki\nclient_secret: 9f8e7d6c5b4a39281706f5e4d3c2b1a0\n";
    are_no_errors(&[
        &quoted,
        &quoted.replace('\'', "\""),
        &quoted.replace('\'', ""),
        &quoted.replace('\n', "\r\n"),
        &authelia("client_secret_post"),
        &format!("Authelia:\n\n{quoted}\nWiki:\n\n{client}"),
        &format!("{client}\n{quoted}"),
        "token_endpoint_auth_method: client_secret_post",
        "\"token_endpoint_auth_method\": \"client_secret_post\"",
        "token_endpoint_auth_method=client_secret_post\nclient_id=abc\nclient_secret=def",
        "tokenEndpointAuthMethod: client_secret_basic",
        "access_control_default_policy: two_factor_required",
    ]);
    leads_to(
        "client-auth-method/client-auth-other-way",
        &[
            &format!(
                "{quoted}\nClient authentication failed. The request was determined to be using 'token_endpoint_auth_method' method 'client_secret_post', however the OAuth 2.0 client registration does not allow this method."
            ),
            "The OAuth 2.0 Client supports client authentication method 'client_secret_post', but method 'client_secret_basic' was requested. You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value to accept 'client_secret_basic'.",
        ],
    );
    leads_to("client-invalid/client-auth-as-sent", &[&format!("{quoted}\n{{\"error\":\"invalid_client\"}}")]);
    leads_to(
        "access-denied/user-declined",
        &["last_error: access_denied\nclient_id: wiki", "oauth_error=access_denied"],
    );
}

#[test]
fn settings_with_words_of_errors_in_them() {
    let nginx = "location /oauth2/ {\n    proxy_pass http://127.0.0.1:4180;\n    proxy_set_header X-Auth-Request-Redirect $request_uri;\n    proxy_set_header Content-Length \"\";\n}\nlocation / {\n    auth_request /oauth2/auth;\n    error_page 401 = @oauth2_signin;\n    add_header Access-Control-Allow-Origin \"https://shop.example\" always;\n}\n";
    let proxy = "provider = \"oidc\"\nclient_id = \"wiki-proxy\"\nclient_secret = \"6Jt0bV0d9v7u0NnS7TzIlTqk3i3hW9xF\"\noidc_issuer_url = \"https://id.example/realms/shop\"\nredirect_url = \"https://wiki.example/oauth2/callback\"\n";
    let apisix = "plugins:\n  openid-connect:\n    client_id: kbyuFDidLLm280LIwVFiazOqjO3ty8KH\n    client_secret: 60Op4HFM0I8ajz0WdiStAbziZ-VFQttXuxixHHs2R7r7\n    discovery: https://id.example/.well-known/openid-configuration\n    scope: openid profile\n  limit-req:\n    rate: 1\n    rejected_code: 503\n    rejected_msg: too many requests\n";
    are_no_errors(&[
        nginx,
        &format!("{nginx}\n{proxy}"),
        &format!("{proxy}\n{nginx}"),
        &nginx.replace('\n', "\r\n"),
        apisix,
        &apisix.replace("too many requests", "\"too many requests\""),
        &format!("{proxy}code_challenge_method = \"S256\"\n"),
        "scope: openid profile email\ncode_challenge_method: S256\nclient_id: abc",
        "consent_required = false\nclient_id = abc",
    ]);
    // What is told is told beside settings too.
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            &format!("Login fails, the page says: invalid redirect_uri\n\n{nginx}\n{proxy}"),
            &format!("{proxy}\n{nginx}\nLogin fails, the page says: invalid redirect_uri\n"),
            &format!("Login fails, the page says: invalid redirect_uri\n\n{apisix}"),
        ],
    );
    // A semicolon may end a sentence.
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            "Sign-in stops with redirect_uri_mismatch;",
            &format!("Sign-in stops with redirect_uri_mismatch;\n\n{nginx}"),
            &format!("{proxy}\nsign-in ends in redirect_uri_mismatch;\r\n"),
            "login stops with redirect_uri_mismatch;",
            "Die Anmeldung endet mit redirect_uri_mismatch;",
        ],
    );
    are_no_errors(&[
        "listen 443 ssl;\nserver_name redirect_uri.example;\nproxy_pass http://127.0.0.1:4180;",
        "return 200 'redirect_uri is not registered';\nadd_header X-Note \"redirect_uri is not registered\";",
        "$note = 'redirect_uri is not registered';\nprint('redirect_uri is not registered');",
        "}); // redirect_uri is not registered;",
    ]);
    leads_to("rate-limited/rate-limited", &[&format!("{apisix}\nError: too many requests"), "429 too many requests"]);
    leads_to(
        "pkce-method/pkce-method",
        &[
            "{\"error\":\"invalid_request\",\"error_description\":\"Invalid parameter: code_challenge_method\"}",
            "Login failed: code_challenge_method is not supported",
            "https://app.example/cb?error=invalid_request&error_description=Missing+parameter%3A+code_challenge_method",
        ],
    );
    leads_to(
        "client-invalid/client-auth-as-sent",
        &[&format!("{proxy}code_challenge_method = \"S256\"\n\nerror: invalid_client\n")],
    );
}

#[test]
fn programs_that_tell_of_their_success() {
    let vault = "$ vault login -method=oidc role=reader\nComplete the login via your OIDC provider. Launching browser to:\n\n    https://acme.okta.com/oauth2/default/v1/authorize?client_id=0oa4k1z2x3c4v5b6n7d8&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&nonce=n_4ZlT8QvX1Yb2&redirect_uri=http%3A%2F%2Flocalhost%3A8250%2Foidc%2Fcallback&response_type=code&scope=openid&state=st_Hq9dC3wYpLmN7\n\nWaiting for OIDC authentication to complete...\nSuccess! You are now authenticated.\n";
    let shell = "PS> $r = Invoke-RestMethod -Method Post -Uri \"https://login.microsoftonline.com/$tenant/oauth2/v2.0/token\" -Body $body\nPS> $r\n\ntoken_type expires_in ext_expires_in access_token\n---------- ---------- -------------- ------------\nBearer           3599           3599 eyJ0eXAiOiJKV1QiLCJub25jZSI6IlRh...\n";
    let session = ">>> oauth = OAuth2Session(client=BackendApplicationClient(client_id=client_id))\n>>> token = oauth.fetch_token(token_url='https://gateway.example/token', auth=HTTPBasicAuth(client_id, client_secret))\n>>> token\n{'access_token': 'a0b1c2d3-e4f5-3678-9abc-def012345678', 'scope': ['default'], 'token_type': 'Bearer', 'expires_in': 3600}\n>>> oauth.get('https://gateway.example/api/v1/items').status_code\n200\n";
    let curl = "curl -u \"$ID:$SECRET\" https://id.example/oauth/token -d grant_type=client_credentials\n\n{\"access_token\":\"v1.local.9pLr3KxQ0aBcD\",\"token_type\":\"Bearer\",\"expires_in\":3600}\n";
    are_no_errors(&[curl, &curl.replace("\"expires_in\":3600", "\"expires_in\":3600,\"error\":null")]);
    leads_to("client-invalid/client-auth-as-sent", &[&format!("{curl}\n{{\"error\":\"invalid_client\"}}\n")]);
    are_no_errors(&[vault, &vault.replace("&state=st_Hq9dC3wYpLmN7", ""), shell, session]);
    leads_to("sound", &[vault, shell, session]);
    // Options without a sign that joins them.
    leads_to(
        "line-not-joined",
        &["Invoke-RestMethod -Method Post -Uri $url\n-Body $body\n", "Invoke-RestMethod -Uri $url\n --Body $body\n"],
    );
}

#[test]
fn an_issuer_that_a_product_takes_with_the_path() {
    let settings = |name: &str, issuer: &str| {
        format!(
            "{{\n  \"clientId\": \"{name}\",\n  \"clientSecret\": \"kq8Zx4mTnVb2Rw7LpC5sYd9GhJ3fUe6A\",\n  \"issuerUrl\": \"{issuer}\"\n}}\n"
        )
    };
    let known = "https://auth.example/.well-known/openid-configuration";
    leads_to(
        "sound",
        &[
            &settings("immich", known),
            &settings("immich", "https://auth.example"),
            &settings("wiki", "https://auth.example"),
        ],
    );
    leads_to("discovery-as-issuer", &[&settings("wiki", known)]);
    // Of two clients, only one takes it.
    let (immich, wiki) = (settings("immich", known), settings("wiki", known));
    let far = "\n".repeat(1200);
    leads_to(
        "discovery-as-issuer",
        &[
            &format!("{immich}\n{wiki}"),
            &format!("{wiki}\n{immich}"),
            &format!("{immich}{far}{wiki}"),
            &format!("Immich:\n\nclient_id: a\nissuer: {known}\n\nWiki:\n\nclient_id: b\nissuer: {known}\n"),
            &format!("immich.json\n{}\nwiki.json\n{wiki}", settings("a", known)),
        ],
    );
    says_nothing_of(
        "discovery-as-issuer",
        &[
            &format!("{immich}\n{}", settings("wiki", "https://auth.example")),
            &format!("{}\n{immich}", settings("wiki", "https://auth.example")),
            &format!(
                "Wiki:\n\nclient_id: a\nissuer: https://auth.example\n\nImmich:\n\nclient_id: b\nissuer: {known}\n"
            ),
            &format!("My Immich does not let me in, these are its settings:\n\n{}", settings("photos", known)),
            &format!("{}\nimmich_server | started", settings("photos", known)),
        ],
    );
}
