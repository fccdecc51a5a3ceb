//! A token request with a secret that a page in the browser sends itself.

/// What a browser says of a response that the page may not read, in lowercase.
const BLOCKED: [&str; 9] = [
    "cors policy",
    "cors error",
    "cors-",
    "access-control-allow-origin",
    "failed to fetch",
    "networkerror when attempting",
    "load failed",
    "err_failed",
    "cross-origin request blocked",
];
/// What only a page has, in lowercase.
const PAGES: [&str; 12] = [
    "import.meta.env",
    "process.env.react_app_",
    "next_public_",
    "vue_app_",
    "window.location",
    "localstorage",
    "sessionstorage",
    "useeffect(",
    "document.",
    "btoa(",
    "onmounted(",
    "httpclient",
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
        && has(&["basic ", "client_secret", "clientsecret"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_requests_a_token() {
        for text in [
            "fetch(url, { headers: { authorization: 'basic ' + btoa(id + ':' + import.meta.env.vite_secret) }, body: 'grant_type=authorization_code' })\nblocked by cors policy",
            "axios.post(url, { grant_type: 'client_credentials', client_secret: process.env.react_app_secret })\ntypeerror: failed to fetch",
            "onmounted(async () => { await fetch(u, { body: new urlsearchparams({ grant_type: 'authorization_code', client_secret: s }) }) })\ncross-origin request blocked",
            "const s = localstorage.getitem('s'); body: `grant_type=refresh_token&client_secret=${s}`\nno 'access-control-allow-origin' header is present",
        ] {
            assert!(requests_token(text), "{text}");
        }
        for text in [
            "",
            "fetch('/api/token')\nblocked by cors policy",
            "window.location; grant_type=authorization_code&code_verifier=a\nblocked by cors policy",
            "app.listen(3000); btoa('a'); grant_type=client_credentials&client_secret=b\nfailed to fetch",
            "btoa(id + ':' + secret); 'basic '; grant_type=client_credentials",
        ] {
            assert!(!requests_token(text), "{text}");
        }
    }
}
