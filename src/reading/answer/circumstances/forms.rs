//! A token endpoint that returns something else than JSON: a form where nobody asked it for JSON, or a page.

/// Whether a request to GitHub's token endpoint has no `Accept` for JSON (docs.github.com, "Authorizing OAuth apps"), or to that for devices, and
/// no page came back. `lower` is in lowercase.
pub(super) fn is_json_not_asked(lower: &str) -> bool {
    const PAGES: [&str; 4] = ["token <", "'<'", "<html", "<!doctype"];
    const ASKED: [&str; 4] = ["application/json", "asjson", "acceptjson", "accept(\"json"];
    const URLS: [&str; 2] = ["github.com/login/oauth/access_token", "github.com/login/device/code"];
    URLS.iter().any(|url| lower.contains(url))
        && !ASKED.iter().any(|part| lower.contains(part))
        && !PAGES.iter().any(|part| lower.contains(part))
}

/// Whether a request for a token got a web page, as a web server or a firewall in front writes it. `lower` is in lowercase.
pub(super) fn has_page_for_token(lower: &str) -> bool {
    const REQUESTS: [&str; 5] = ["fetch token", "token exchange", "exchange code", "redeeming code", "/token"];
    ["<html", "<!doctype html"].iter().any(|tag| lower.contains(tag))
        && REQUESTS.iter().any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_page_in_the_place_of_a_token() {
        tells_apart(
            has_page_for_token,
            &[
                "token exchange failed: oauth2: cannot fetch token: 403 forbidden\nresponse: <!doctype html public>",
                "post https://id.example.com/oauth/token\n403\n<html><title>403 forbidden</title>",
            ],
            &[
                "",
                "<html><title>403 forbidden</title>",
                "cannot fetch token: 403 forbidden\nresponse: {\"error\":\"access_denied\"}",
            ],
        );
    }

    #[test]
    fn json_that_nobody_asked_for() {
        let url = "https://github.com/login/oauth/access_token";
        assert!(is_json_not_asked(&format!("httpx.post(\"{url}\", data=data).json()")));
        for text in [
            String::new(),
            format!("httpx.post(\"{url}\", headers={{\"accept\": \"application/json\"}})"),
            format!("post {url}\nunexpected token < in json at position 0"),
            "https://gitlab.example.com/oauth/token".into(),
        ] {
            assert!(!is_json_not_asked(&text), "{text}");
        }
    }
}
