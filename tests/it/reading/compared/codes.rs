//! Codes and states.

use super::{AUTHORIZE, EXCHANGE, REFUSED, RETURNED, TOKENS, attempt, fits, found, says, says_in_all, variants, with};

const SENT: &str = "-d code=SplxlOBeZQQYbYS6WxSbIA";

#[test]
fn a_code_in_two_requests() {
    let twice = |between: &str| format!("{EXCHANGE}\n{between}\n{EXCHANGE} -v\n{REFUSED}\n");
    says_in_all(&twice(r#"{"error":"invalid_client"}"#), "code-sent-twice");
    says_in_all(&twice(TOKENS), "code-sent-twice");
    says_in_all(&twice("and then"), "code-sent-twice");
    let place = "code-sent-twice [code=SplxlOBeZQQYbYS6WxSbIA] [code=SplxlOBeZQQYbYS6WxSbIA]";
    assert_eq!(found(&twice(TOKENS)), place);
    let http = |status: &str| {
        format!(
            "POST /token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=a\n\nHTTP/1.1 {status}\nContent-Type: application/json\n\n{{}}\n\n"
        )
    };
    says(&format!("{}{}", http("401 Unauthorized"), http("400 Bad Request")), "code-sent-twice");
    // Some servers return an error with the status 200.
    let ok = http("200 OK").replace("{}", r#"{"error":"bad_verification_code"}"#);
    says(&format!("{}{ok}", http("401 Unauthorized")), "code-sent-twice");
    // The first one never reached the token endpoint.
    for status in ["301 Moved Permanently", "404 Not Found", "405 Method Not Allowed", "502 Bad Gateway"] {
        fits(&format!("{}{}", http(status), http("400 Bad Request")));
    }
}

#[test]
fn a_code_in_one_request() {
    // Documentation shows the same request in several ways.
    fits(&format!("{EXCHANGE}\n\n{EXCHANGE} -v\n"));
    fits(&format!(
        "With curl:\n\n{EXCHANGE}\n\nIn Python:\n\nrequests.post('https://id.example.com/token', data={{'grant_type': 'authorization_code', 'code': 'SplxlOBeZQQYbYS6WxSbIA'}})\n\n{REFUSED}"
    ));
    for code in ["$CODE", "AUTH_CODE", "<code>", "{{code}}", "your-code", "xxxxxxxxxxxx", "abc", "****"] {
        let exchange = EXCHANGE.replace("SplxlOBeZQQYbYS6WxSbIA", code);
        fits(&format!("{exchange}\n{REFUSED}\n{exchange}\n{REFUSED}\n"));
    }
    let other = EXCHANGE.replace("SplxlOBeZQQYbYS6WxSbIA", "i1WsRn1uB1ZAF3bdR7Zg");
    fits(&format!("{EXCHANGE}\n{REFUSED}\n{other}\n{REFUSED}\n"));
    // It was the second attempt that worked.
    fits(&format!("{EXCHANGE}\n{{\"error\":\"invalid_client\"}}\n{EXCHANGE}\n{TOKENS}\n"));
}

#[test]
fn a_code_that_is_not_whole() {
    for sent in [
        "-d code=SplxlOBeZQQYbYS6WxSb",
        "-d code=OBeZQQYbYS6WxSbIA",
        "-d 'code=SplxlOBeZQQYbYS6WxSbIA#_'",
        "-d code=splxlobezqqybys6wxsbia",
    ] {
        says_in_all(&with(SENT, sent), "code-altered");
        // Whatever came of it.
        says(&with(SENT, sent).replace(REFUSED, ""), "code-altered");
    }
    // A log shortened what came back.
    fits(&attempt().replacen("code=SplxlOBeZQQYbYS6WxSbIA&", "code=SplxlOBeZQQ&", 1));
    let place = "code-altered [code=SplxlOBeZQQYbYS6WxSb] [code=SplxlOBeZQQYbYS6WxSbIA]";
    assert_eq!(found(&with(SENT, "-d code=SplxlOBeZQQYbYS6WxSb")), place);
}

#[test]
fn a_code_however_it_is_encoded() {
    let returned = RETURNED.replace("SplxlOBeZQQYbYS6WxSbIA", "4%2F0AY0e-g7abcDEF_123");
    for sent in ["4%2F0AY0e-g7abcDEF_123", "4/0AY0e-g7abcDEF_123"] {
        fits(&format!("{AUTHORIZE}\n{returned}\n{}\n{REFUSED}", EXCHANGE.replace("SplxlOBeZQQYbYS6WxSbIA", sent)));
    }
    let plus = RETURNED.replace("SplxlOBeZQQYbYS6WxSbIA", "Splx%2BlOBeZQQ%3D%3D12");
    fits(&format!(
        "{AUTHORIZE}\n{plus}\n{}\n{REFUSED}",
        EXCHANGE.replace("SplxlOBeZQQYbYS6WxSbIA", "Splx%2BlOBeZQQ%3D%3D12")
    ));
}

#[test]
fn a_code_of_a_different_attempt() {
    let text = with(SENT, "-d code=i1WsRn1uB1ZAF3bdR7Zg");
    says_in_all(&text, "two-codes");
    // Without an error they may be two examples.
    fits(&text.replace(REFUSED, ""));
    fits(&text.replace(REFUSED, TOKENS));
    for code in ["$CODE", "AUTHORIZATION_CODE", "<code>", "xxxxxxxx", "abc123", "Splx...", "[FILTERED]", "{code}"] {
        fits(&with(SENT, &format!("-d code={code}")));
        fits(&attempt().replacen("code=SplxlOBeZQQYbYS6WxSbIA&", &format!("code={code}&"), 1));
    }
    // It came back after the request.
    fits(&format!(
        "{AUTHORIZE}\n{}\n{REFUSED}\n{RETURNED}\n",
        EXCHANGE.replace("SplxlOBeZQQYbYS6WxSbIA", "i1WsRn1uB1ZAF3bdR7Zg")
    ));
    // To a different app.
    fits(&text.replace("https://app.example.com/cb?code", "https://other.example.com/cb?code"));
}

#[test]
fn a_state_that_came_back_different() {
    let text = with("IA&state=af0ifjsldkj", "IA&state=xyzABC123456");
    says_in_all(&text, "two-states");
    assert_eq!(found(&text), "two-states [state=xyzABC123456] [state=af0ifjsldkj]");
    let returned = RETURNED.replace("af0ifjsldkj", "xyzABC123456");
    says(&format!("{AUTHORIZE}\n{returned}\n{returned}\n"), "two-states");
    says(
        &format!(
            "10:00:01 INFO to {AUTHORIZE}\n10:00:07 DEBUG GET {returned} HTTP/1.1\n10:00:08 ERROR state mismatch\n"
        ),
        "two-states",
    );
    let posted = "POST /cb HTTP/1.1\nHost: app.example.com\nContent-Type: application/x-www-form-urlencoded\n\ncode=SplxlOBeZQQYbYS6WxSbIA&state=xyzABC123456\n";
    says(&format!("{AUTHORIZE}\n\n{posted}"), "two-states");
    fits(&format!("{AUTHORIZE}\n\n{}", posted.replace("xyzABC123456", "af0ifjsldkj")));
    says(&format!("{AUTHORIZE}\n/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyzABC123456\n"), "two-states");
}

#[test]
fn a_state_that_fits() {
    for text in variants(&attempt()) {
        fits(&text);
    }
    for state in [
        "$STATE",
        "{state}",
        "<state>",
        "STATE",
        "xyz",
        "****",
        "af0if...",
        "[FILTERED]",
        "xxxxxxxx",
        "profile/activity",
        "",
    ] {
        fits(&with("IA&state=af0ifjsldkj", &format!("IA&state={state}")));
        fits(&attempt().replacen("cb&state=af0ifjsldkj", &format!("cb&state={state}"), 1));
    }
    // However it is encoded.
    let odd = attempt().replacen("cb&state=af0ifjsldkj", "cb&state=af0i%3Dfjs%2Bldkj", 1);
    fits(&odd.replacen("IA&state=af0ifjsldkj", "IA&state=af0i=fjs%2bldkj", 1));
    let other = (AUTHORIZE.replace("af0ifjsldkj", "xyzABC123456"), RETURNED.replace("af0ifjsldkj", "xyzABC123456"));
    // Two tabs, in any order.
    fits(&format!("{AUTHORIZE}\n{}\n{}\n{RETURNED}\n", other.0, other.1));
    // A response to a request before, and a new one.
    fits(&format!("{}\n{AUTHORIZE}\n", other.1));
    // Of a different app.
    fits(&format!("{AUTHORIZE}\n{}\n", other.1.replace("app.example.com", "other.example.com")));
    // The authorization URL has none.
    fits(&format!("{}\n{RETURNED}\n", AUTHORIZE.replace("&state=af0ifjsldkj", "")));
}
