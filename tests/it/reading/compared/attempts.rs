//! The authorization request and the token request.

use super::{
    AUTHORIZE, CHALLENGE, EXCHANGE, REFUSED, RETURNED, TOKENS, VERIFIER, attempt, fits, found, says, says_in_all,
    variants, with,
};

#[test]
fn what_fits() {
    for text in variants(&attempt()) {
        fits(&text);
    }
    fits(&format!("{AUTHORIZE}{CHALLENGE}\n{RETURNED}\n{EXCHANGE} -d code_verifier={VERIFIER}\n{REFUSED}"));
}

#[test]
fn two_clients() {
    let text = with("-d client_id=s6BhdRkqt3", "-d client_id=7Fjfp0ZBr1KtDRbnfVdmIw");
    says_in_all(&text, "two-client-ids");
    assert_eq!(found(&text), "two-client-ids [client_id=7Fjfp0ZBr1KtDRbnfVdmIw] [client_id=s6BhdRkqt3]");
    for client in [
        "-u 7Fjfp0ZBr1KtDRbnfVdmIw:$SECRET",
        "-u '7Fjfp0ZBr1KtDRbnfVdmIw:gX1fBat3bV'",
        "--user \"7Fjfp0ZBr1KtDRbnfVdmIw:${SECRET}\"",
        // 7Fjfp0ZBr1KtDRbnfVdmIw:gX1fBat3bV
        "-H 'Authorization: Basic N0ZqZnAwWkJyMUt0RFJibmZWZG1JdzpnWDFmQmF0M2JW'",
    ] {
        says(&with("-d client_id=s6BhdRkqt3", client), "two-client-ids");
    }
    // The redirect URL is a variable: the same folder and an error show that they belong together.
    let text = text.replace("-d redirect_uri=https://app.example.com/cb", "-d \"redirect_uri=$REDIRECT\"");
    says(&text, "two-client-ids");
}

#[test]
fn one_client() {
    for client in [
        "-u s6BhdRkqt3:$SECRET",
        "-u \"$ID:$SECRET\"",
        "-d client_id=$CLIENT_ID",
        "-d client_id={{clientId}}",
        "-d client_id=CLIENT_ID",
        "-d client_id=<client id>",
        "-d client_id=your-client-id",
        "-d client_id=****",
        "-d client_id=[REDACTED]",
        "-d client_id=s6Bh...",
        "-d client_id=xxxxxxxx",
        "-d client_id=%CLIENT_ID%",
        "-d client_id=undefined",
        // czZCaGRSa3F0MzpnWDFmQmF0M2JW is the pair of RFC 6749 §2.3.1.
        "-H 'Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW'",
        "-H 'Authorization: Basic ****'",
        "",
    ] {
        fits(&with("-d client_id=s6BhdRkqt3", client));
    }
}

#[test]
fn two_clients_in_one_request() {
    let text = "curl -u s6BhdRkqt3:$SECRET https://id.example.com/token -d grant_type=authorization_code -d code=$CODE -d client_id=7Fjfp0ZBr1KtDRbnfVdmIw";
    says(text, "two-client-ids");
    says(
        &text.replace("grant_type=authorization_code -d code=$CODE", "grant_type=client_credentials"),
        "two-client-ids",
    );
    // The header is for a proxy before the server.
    fits(&format!("{text} -d client_secret=$OTHER"));
    fits(&text.replace("7Fjfp0ZBr1KtDRbnfVdmIw", "s6BhdRkqt3"));
}

#[test]
fn a_verifier_and_its_challenge() {
    let pkce = format!("{AUTHORIZE}{CHALLENGE}\n{RETURNED}\n{EXCHANGE} -d code_verifier={VERIFIER}\n{REFUSED}\n");
    for text in variants(&pkce) {
        fits(&text);
    }
    says_in_all(&pkce.replace(&format!(" -d code_verifier={VERIFIER}"), ""), "verifier-left-out");
    says_in_all(&pkce.replace(CHALLENGE, ""), "challenge-left-out");
    says_in_all(&pkce.replace("OEjXk", "OEjXl"), "verifier-differs=S256");
    // Without the method it is plain (RFC 7636 §4.3).
    says(&pkce.replace("&code_challenge_method=S256", ""), "verifier-differs=plain");
    says(&pkce.replace("=S256", "=plain"), "verifier-differs=plain");
    fits(&pkce.replace("=S256", "=plain").replace("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", VERIFIER));
    let text = pkce.replace("OEjXk", "OEjXl");
    let place = format!(
        "verifier-differs=S256 [code_verifier={}] [code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM]",
        VERIFIER.replace("OEjXk", "OEjXl")
    );
    assert_eq!(found(&text), place);
}

#[test]
fn a_verifier_that_cannot_be_compared() {
    let pkce = format!("{AUTHORIZE}{CHALLENGE}\n{RETURNED}\n{EXCHANGE} -d code_verifier={VERIFIER}\n{REFUSED}\n");
    for verifier in ["$VERIFIER", "{{verifier}}", "<verifier>", "dBjft...", "CODE_VERIFIER", "****", "[FILTERED]"] {
        fits(&pkce.replace(VERIFIER, verifier));
    }
    for challenge in ["$CHALLENGE", "{challenge}", "E9Mel...", "CODE_CHALLENGE", "xxxxxxxxxx"] {
        fits(&pkce.replace("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", challenge));
    }
    // More may be sent than what is seen.
    let left_out = pkce.replace(&format!(" -d code_verifier={VERIFIER}"), "");
    fits(&left_out.replace(" -d client_secret=$SECRET", " -d @more.txt"));
    fits(&left_out.replace(" -d client_secret=$SECRET", " -d \"$MORE\""));
    // It worked, so the server does without.
    fits(&left_out.replace(REFUSED, TOKENS));
}

#[test]
fn requests_in_every_form() {
    let pair = |exchange: &str| format!("{AUTHORIZE}{CHALLENGE}\n\n{exchange}\n\n{REFUSED}\n");
    for exchange in [
        "curl -X POST https://id.example.com/token -d 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=s6BhdRkqt3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%2F'",
        "curl https://id.example.com/token --data-urlencode grant_type=authorization_code --data-urlencode code=SplxlOBeZQQYbYS6WxSbIA --data-urlencode client_id=s6BhdRkqt3 --data-urlencode redirect_uri=https://app.example.com/cb/",
        "POST /token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=s6BhdRkqt3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%2F",
        "Invoke-RestMethod -Method Post -Uri https://id.example.com/token -Body @{ grant_type = 'authorization_code'; code = 'SplxlOBeZQQYbYS6WxSbIA'; client_id = 's6BhdRkqt3'; redirect_uri = 'https://app.example.com/cb/' }",
        "requests.post('https://id.example.com/token', data={'grant_type': 'authorization_code', 'code': 'SplxlOBeZQQYbYS6WxSbIA', 'client_id': 's6BhdRkqt3', 'redirect_uri': 'https://app.example.com/cb/'})",
        "const redirect = 'https://app.example.com/cb/';\nfetch('https://id.example.com/token', {method: 'POST', body: new URLSearchParams({grant_type: 'authorization_code', code: 'SplxlOBeZQQYbYS6WxSbIA', client_id: 's6BhdRkqt3', redirect_uri: redirect})})",
        "curl https://id.example.com/token --json '{\"grant_type\":\"authorization_code\",\"code\":\"SplxlOBeZQQYbYS6WxSbIA\",\"client_id\":\"s6BhdRkqt3\",\"redirect_uri\":\"https://app.example.com/cb/\"}'",
        "curl -X POST 'https://id.example.com/token?grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=s6BhdRkqt3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%2F'",
    ] {
        says(&pair(exchange), "two-redirect-urls=slash-differs verifier-left-out");
        let sound = exchange.replace("cb/", "cb").replace("cb%2F", "cb");
        says(&pair(&sound), "verifier-left-out");
    }
}

#[test]
fn a_log_of_everything() {
    let log = |redirect: &str| {
        format!(
            "10:00:01 DEBUG authorization url {AUTHORIZE}\n10:00:09 DEBUG callback {RETURNED}\n10:00:09 DEBUG POST \
             https://id.example.com/token body=grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\
             &redirect_uri={redirect}\n10:00:09 ERROR 400 Bad Request: {REFUSED}\n"
        )
    };
    says_in_all(&log("http%3A%2F%2Fapp.example.com%2Fcb"), "two-redirect-urls=scheme-differs");
    for text in variants(&log("https%3A%2F%2Fapp.example.com%2Fcb")) {
        fits(&text);
    }
    let spring = |redirect: &str| {
        format!(
            "DEBUG o.s.s.web.DefaultRedirectStrategy : Redirecting to {AUTHORIZE}\nDEBUG o.s.web.client.RestTemplate : \
             Writing [{{grant_type=[authorization_code], code=[SplxlOBeZQQYbYS6WxSbIA], redirect_uri=[{redirect}]}}] as \
             \"application/x-www-form-urlencoded\"\n{REFUSED}\n"
        )
    };
    says_in_all(&spring("http://app.example.com/cb"), "two-redirect-urls=scheme-differs");
    fits(&spring("https://app.example.com/cb"));
}

#[test]
fn authorization_requests_in_every_form() {
    let exchange = EXCHANGE.replace("/cb", "/cb/");
    let query = AUTHORIZE.split_once('?').unwrap().1;
    for authorize in [
        AUTHORIZE.to_owned(),
        format!("<{AUTHORIZE}>"),
        format!("\"{AUTHORIZE}\""),
        format!("[login]({AUTHORIZE})"),
        format!("2024-06-20 15:28:26,604 DEBUG redirecting to {AUTHORIZE}"),
        format!("Location: {AUTHORIZE}"),
        format!("GET /authorize?{query} HTTP/1.1\nHost: id.example.com\n"),
        format!("curl '{AUTHORIZE}'"),
        format!("auth_url: {AUTHORIZE}"),
        AUTHORIZE.replace('&', "&amp;"),
    ] {
        let text = format!("{authorize}\n\n{exchange}\n{REFUSED}\n");
        says(&text, "two-redirect-urls=slash-differs");
        fits(&format!("{authorize}\n\n{EXCHANGE}\n{REFUSED}\n"));
    }
    // The other way round.
    says(&format!("{exchange}\n{REFUSED}\n\nThe URL was {AUTHORIZE}\n"), "two-redirect-urls=slash-differs");
}

#[test]
fn two_tenants_of_one_server() {
    let text = attempt().replace("id.example.com/authorize", "id.example.com/realms/a/protocol/openid-connect/auth");
    let token = |realm: &str| {
        text.replace("id.example.com/token", &format!("id.example.com/realms/{realm}/protocol/openid-connect/token"))
    };
    says_in_all(&token("b"), "two-tenants");
    for sound in [token("a"), token("{realm}"), token("$REALM"), text.clone()] {
        fits(&sound);
    }
    fits(&token("b").replace("id.example.com/realms/b", "other.example.com/realms/b"));
    // A service has a realm of its own.
    fits(
        &token("b")
            .replace("grant_type=authorization_code -d code=SplxlOBeZQQYbYS6WxSbIA", "grant_type=client_credentials"),
    );
}

#[test]
fn of_several_attempts() {
    let other = attempt()
        .replace("s6BhdRkqt3", "7Fjfp0ZBr1KtDRbnfVdmIw")
        .replace("/cb", "/other")
        .replace("%2Fcb", "%2Fother")
        .replace("af0ifjsldkj", "xyzABC123")
        .replace("SplxlOBeZQQYbYS6WxSbIA", "i1WsRn1uB1ZAF3bdR7Zg");
    // Two apps, in any order.
    fits(&format!("{}{other}", attempt()));
    fits(&format!("{AUTHORIZE}\n{}\n{EXCHANGE}\n{}\n", other.lines().next().unwrap(), other.lines().nth(2).unwrap()));
    // The first attempt failed because of the slash, the second is as it should be.
    let first = with("/cb -d client_secret", "/cb/ -d client_secret")
        .replace("af0ifjsldkj", "xyzABC123")
        .replace("SplxlOBeZQQYbYS6WxSbIA", "i1WsRn1uB1ZAF3bdR7Zg");
    says(&format!("{first}{}", attempt()), "two-redirect-urls=slash-differs");
    // The redirect URL was changed in both.
    fits(&format!(
        "{AUTHORIZE}\n{}\n{}\n{REFUSED}",
        AUTHORIZE.replace("%2Fcb", "%2Fcb%2F"),
        EXCHANGE.replace("/cb", "/cb/")
    ));
}
