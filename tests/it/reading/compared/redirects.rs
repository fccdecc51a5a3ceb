//! Redirect URLs that must be the same.

use super::{AUTHORIZE, EXCHANGE, REFUSED, TOKENS, attempt, fits, found, says, says_in_all, with};

const SENT: &str = "-d redirect_uri=https://app.example.com/cb";

#[test]
fn two_redirect_urls() {
    for (sent, differences) in [
        ("https://app.example.com/cb/", "slash-differs"),
        ("http://app.example.com/cb", "scheme-differs"),
        ("https://app.example.com:8443/cb", "port-differs"),
        ("https://app.example.com:443/cb", "default-port-differs"),
        ("https://App.example.com/cb", "host-case-differs"),
        ("https://www.app.example.com/cb", "www-differs"),
        ("https://other.example.com/cb", "host-differs"),
        ("https://app.example.com/CB", "path-case-differs"),
        ("https://app.example.com/callback", "path-differs"),
        ("https://app.example.com/cb?x=1", "query-differs"),
        ("http://app.example.com:3000/cb/", "scheme-differs,port-differs,slash-differs"),
        ("https://app.example.com/%63b", "encoding-differs"),
    ] {
        let text = with(SENT, &format!("-d 'redirect_uri={}'", sent.replace('%', "%25")));
        says_in_all(&text, &format!("two-redirect-urls={differences}"));
    }
    let text = with(SENT, "-d redirect_uri=https://app.example.com/cb/");
    let expected = "two-redirect-urls=slash-differs [redirect_uri=https://app.example.com/cb/] [redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb]";
    assert_eq!(found(&text), expected);
}

#[test]
fn one_redirect_url() {
    for sent in [
        "-d redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb",
        "--data-urlencode redirect_uri=https://app.example.com/cb",
        "-d 'redirect_uri=https://app.example.com/cb'",
        "-d redirect_uri=$REDIRECT_URI",
        "-d redirect_uri=${REDIRECT_URI}",
        "-d redirect_uri={{redirect}}",
        "-d redirect_uri=REDIRECT_URI",
        "-d redirect_uri=<redirect uri>",
        "-d redirect_uri=https://your-domain.com/cb",
        "-d redirect_uri=https://${HOST}/cb",
        "-d redirect_uri=https://real.somecompany.io/cb",
        "-d redirect_uri=https://****/cb",
        "-d redirect_uri=undefined",
        "-d redirect_uri=https://app.example...",
        // Google's window.
        "-d redirect_uri=postmessage",
    ] {
        fits(&with(SENT, sent));
    }
    // What happened shows that they are the same for the server.
    fits(&with(SENT, "-d redirect_uri=https://app.example.com/cb/").replace(REFUSED, TOKENS));
    // The authorization URL has none.
    fits(&with("&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb", ""));
}

#[test]
fn a_redirect_url_that_was_left_out() {
    let text = with(&format!(" {SENT}"), "");
    says_in_all(&text, "redirect-url-left-out");
    // Some servers do without, and without an error nothing tells.
    fits(&text.replace(REFUSED, ""));
    fits(&text.replace(REFUSED, TOKENS));
    fits(&text.replace("&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb", ""));
    fits(&text.replace("-d client_secret=$SECRET", "-d @body.txt"));
    // It was the authorization page that failed.
    let page = format!(
        "{AUTHORIZE}\n\nhttps://app.example.com/cb?error=access_denied&state=af0ifjsldkj\n\n{}\n",
        EXCHANGE.replace(&format!(" {SENT}"), "")
    );
    fits(&page);
    // GitHub does without.
    fits(
        &text
            .replace("https://id.example.com/token", "https://github.com/login/oauth/access_token")
            .replace("id.example.com/authorize", "github.com/login/oauth/authorize"),
    );
    // The error is above.
    says(&format!("{REFUSED}\n{AUTHORIZE}\n{}\n", EXCHANGE.replace(&format!(" {SENT}"), "")), "redirect-url-left-out");
    // Other grants have none.
    fits(&text.replace(
        "authorization_code -d code=SplxlOBeZQQYbYS6WxSbIA",
        "refresh_token -d refresh_token=tGzv3JOkF0XG5Qx2TlKWIA",
    ));
}

#[test]
fn the_value_is_said_to_be_misread_already() {
    for sent in [
        "-d redirect_uri=https%253A%252F%252Fapp.example.com%252Fcb",
        "-d 'redirect_uri=https://app.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA'",
        "-d \"redirect_uri=https://app.example.com/cb",
    ] {
        fits(&with(&format!("{SENT} -d client_secret=$SECRET"), sent));
    }
}

#[test]
fn a_url_that_goes_on_in_the_next_line() {
    // Documentation breaks the lines of long URLs, and so do windows.
    let broken = AUTHORIZE.replace('&', "\n&");
    fits(&format!("{broken}\n\n{EXCHANGE}\n{REFUSED}"));
    let cut = AUTHORIZE.replace("%2Fcb&", "%2Fc\nb&");
    fits(&format!("{cut}\n\n{EXCHANGE}\n{REFUSED}"));
    let last = "https://id.example.com/authorize?response_type=code&client_id=s6BhdRkqt3&redirect_uri=https%3A%2F%2Fapp.example.com%2F";
    fits(&format!("{last}\ncb\n\n{EXCHANGE}\n{REFUSED}"));
    fits(&format!("{last}...\n\n{EXCHANGE}\n{REFUSED}"));
    says(&format!("{last}\n\n{EXCHANGE}\n{REFUSED}"), "two-redirect-urls=path-differs");
}

#[test]
fn what_is_registered() {
    for settings in [
        "Authorized redirect URIs: https://app.example.com/cb/",
        "Authorized redirect URIs\nhttps://app.example.com/cb/",
        "Authorized redirect URIs:\n\n  - https://app.example.com/cb/\n  - http://localhost:3000/cb\n",
        "Valid redirect URIs = https://app.example.com/cb/",
        "Allowed Callback URLs: https://app.example.com/cb/, https://staging.example.com/cb",
        "Authorization callback URL: `https://app.example.com/cb/`",
        "My registered redirect URI is https://app.example.com/cb/",
        "In the partner dashboard: https://app.example.com/cb/",
        "Set in the Developer Console:\nhttps://app.example.com/cb/",
        "{\"web\":{\"client_id\":\"a\",\"redirect_uris\":[\"https://app.example.com/cb/\"]}}",
        "\"redirectUris\": [\n  \"https://app.example.com/cb/\"\n]",
    ] {
        let text = format!("{settings}\n\nI open {AUTHORIZE}\n\nError: redirect_uri_mismatch\n");
        says(&text, "redirect-not-registered=slash-differs");
        says(
            &format!("I open {AUTHORIZE}\n\nError: redirect_uri_mismatch\n\n{settings}\n"),
            "redirect-not-registered=slash-differs",
        );
        fits(&text.replace("/cb/", "/cb"));
    }
    let text = format!("Authorized redirect URIs: https://app.example.com/cb/\n{AUTHORIZE}\n");
    let expected = "redirect-not-registered=slash-differs [redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb] [https://app.example.com/cb/]";
    assert_eq!(found(&text), expected);
}

#[test]
fn what_is_not_said_to_be_registered() {
    for words in [
        // Which of them the list of a text without an error leaves out is not known.
        "Authorized redirect URIs: https://other.example.com/cb",
        "Authorized redirect URIs: https://app.example.com/cb",
        "Valid redirect URIs: https://app.example.com/*",
        "Valid redirect URIs: *",
        "Authorized redirect URIs: https://app.example.com/cb/, https://app.example.com/cb",
        "Authorized redirect URIs: https://<host>/cb",
        "Authorized redirect URIs can be changed at https://console.example.com/credentials.",
        "To update the authorized redirect URIs, visit: https://app.example.com/settings for more.",
        "The docs (https://app.example.com/docs) say that the authorized redirect URIs must match.",
        "Redirect URI: https://app.example.com/other",
    ] {
        fits(&format!("{words}\n\n{AUTHORIZE}\n"));
    }
    fits(&attempt());
}
