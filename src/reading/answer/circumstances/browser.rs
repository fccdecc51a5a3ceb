//! Programs in the browser: clients without a secret, and pages that request a token with one.

/// What a browser says of a response that the page may not read, in lowercase.
const BLOCKED: [&str; 8] = [
    "cors policy",
    "cors error",
    "access-control-allow-origin",
    "typeerror: failed to fetch",
    "typeerror: load failed",
    "networkerror when attempting",
    "net::err_failed",
    "cross-origin request blocked",
];
/// What only a page has, in lowercase.
const PAGES: [&str; 14] = [
    "import.meta.env",
    "process.env.react_app_",
    "next_public_",
    "vue_app_",
    "window.location",
    "localstorage",
    "sessionstorage",
    "useeffect(",
    "document.cookie",
    "document.getelement",
    "document.queryselector",
    "btoa(",
    "onmounted(",
    "@angular/common/http",
];
/// What only a server has.
const SERVERS: [&str; 6] =
    ["app.listen(", "express()", "require('express')", "require(\"express\")", "fastify(", "flask"];

/// Whether a page requests a token with a secret, and the browser did not let it. `lower` is in lowercase.
pub(super) fn requests_token(lower: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&BLOCKED)
        && has(&PAGES)
        && !has(&SERVERS)
        && lower.contains("grant_type")
        && (lower.contains("basic ") || has(&SECRETS))
}

/// Whether a text has a library that is a client in the browser, and no secret.
pub(super) fn has_client(lower: &str) -> bool {
    const LIBRARIES: [&str; 12] = [
        "keycloak-js",
        "keycloak-angular",
        "keycloakservice",
        "keycloak.init(",
        "new keycloak(",
        "check-sso",
        "reactkeycloakprovider",
        "angular-oauth2-oidc",
        "angular-auth-oidc-client",
        "react-oidc-context",
        "oidc-client-ts",
        "oidc-client-js",
    ];
    LIBRARIES.iter().any(|library| lower.contains(library)) && !SECRETS.iter().any(|name| lower.contains(name))
}

/// The names that a secret has in requests and in settings, in lowercase.
const SECRETS: [&str; 5] = ["client_secret", "clientsecret", "client-secret", "secret:", "secret="];

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_page_that_requests_a_token() {
        tells_apart(
            requests_token,
            &[
                "fetch(url, { headers: { authorization: 'basic ' + btoa(id + ':' + import.meta.env.vite_secret) }, body: 'grant_type=authorization_code' })\nblocked by cors policy",
                "axios.post(url, { grant_type: 'client_credentials', client_secret: process.env.react_app_secret })\ntypeerror: failed to fetch",
                "onmounted(async () => { await fetch(u, { body: new urlsearchparams({ grant_type: 'authorization_code', client_secret: s }) }) })\ncross-origin request blocked",
                "const s = localstorage.getitem('s'); body: `grant_type=refresh_token&client_secret=${s}`\nno 'access-control-allow-origin' header is present",
            ],
            &[
                "",
                "fetch('/api/token')\nblocked by cors policy",
                "window.location; grant_type=authorization_code&code_verifier=a\nblocked by cors policy",
                "app.listen(3000); btoa('a'); grant_type=client_credentials&client_secret=b\nfailed to fetch",
                "btoa(id + ':' + secret); 'basic '; grant_type=client_credentials",
                "failed to fetch token: 400, see the document. grant_type=client_credentials&client_secret=a",
                "httpclient client = new httpclient(); grant_type=client_credentials, client_secret; download failed",
            ],
        );
    }
}
