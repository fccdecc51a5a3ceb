//! What an error lets one look for in the rest of a text.

use super::request_servers::KNOWN;
use crate::notation::said;
use authdesk::reading::{DocumentHabits, Finding, FindingKind, read_document};

fn found(text: &str, kind: FindingKind) -> Option<Finding> {
    let document = read_document(text, &DocumentHabits { request: KNOWN, ..DocumentHabits::default() });
    document.pieces.into_iter().flat_map(|piece| piece.findings).find(|finding| finding.kind == kind)
}

#[track_caller]
fn has(text: &str, kind: FindingKind, part: &str) {
    let finding = found(text, kind).unwrap_or_else(|| panic!("{} is not in {text}", kind.name()));
    let span = finding.span.unwrap();
    let about: String = text.chars().skip(span.start).take(span.length).collect();
    assert_eq!(about, part, "{text}");
}

#[track_caller]
fn has_none(text: &str, kind: FindingKind) {
    let found = found(text, kind);
    assert!(found.is_none(), "{}: {text}", said(&found));
}

const GRANT_MISSING: &str =
    "{\"error\":\"invalid_request\",\"error_description\":\"Missing form parameter: grant_type\"}";

#[test]
fn parameters_in_a_url_where_the_server_misses_them() {
    let kind = FindingKind::ParametersInQuery;
    let query = "code=abc&grant_type=authorization_code&client_id=app";
    for text in [
        format!("The token request goes to https://id.example.com/token?{query}\n\n{GRANT_MISSING}"),
        format!("token uri: http://localhost:8180/realms/a/token?{query} (POST)\n{GRANT_MISSING}"),
        format!(
            "uri is http://localhost:8180/auth/\nrealms/a/protocol/openid-connect/token?\n{query}\n\nand then\n{GRANT_MISSING}"
        ),
        format!(
            "> uri is http://localhost:8180/auth/\n> realms/a/protocol/openid-connect/token?\n> {query}\n\n{GRANT_MISSING}"
        ),
        format!(
            "It is https://id.example.com/oauth2/token/?{query}\n\n{{\"error\":\"invalid_request\",\"error_description\":\"grant_type is required\"}}"
        ),
        format!("{GRANT_MISSING}\n\nwhat I call: https://id.example.com/token?{query}\n"),
    ] {
        let finding = found(&text, kind).unwrap_or_else(|| panic!("{text}"));
        let about: String = text.chars().skip(finding.span.unwrap().start).take(4).collect();
        assert_eq!(about, "code", "{text}");
    }
    for text in [
        format!("The token request goes to https://id.example.com/token\n{query}\n\n{GRANT_MISSING}"),
        format!("https://id.example.com/token\n\n{GRANT_MISSING}"),
        format!("https://id.example.com/token?tenant=a\n\n{GRANT_MISSING}"),
        format!("https://id.example.com/docs?grant_type=x\n\n{GRANT_MISSING}"),
        format!("https://id.example.com/token?{query}\n\n{{\"error\":\"invalid_client\"}}"),
        format!("https://id.example.com/token?{query}"),
    ] {
        has_none(&text, kind);
    }
}

#[test]
fn a_scope_that_is_not_sent() {
    let kind = FindingKind::ScopeLeftOut;
    let error = "{\"error\":\"invalid_scope\"}";
    let body = "client_id=a&client_secret=b&grant_type=client_credentials";
    let form = "Content-Type: application/x-www-form-urlencoded";
    for (text, head) in [
        (format!("curl https://id.example.com/token -d '{body}'\n{error}"), "curl"),
        (format!("$ curl https://id.example.com/token -d '{body}'\n\nI get 400 Bad Request:\n\n{error}"), "curl"),
        (format!("POST /token HTTP/1.1\nHost: id.example.com\n{form}\n\n{body}\n\n### Response\n\n{error}"), "POST"),
        (format!("POST /connect/token HTTP/1.1\n{form}\n\n{body}\n\nResponse:\n```\n{error}\n```"), "POST"),
        (
            "requests.post('https://id.example.com/token', data={'grant_type': 'client_credentials', 'client_id': i, 'client_secret': s})\n# {\"error\":\"invalid_scope\",\"error_description\":\"Invalid scope\"}".to_owned(),
            "post",
        ),
    ] {
        has(&text, kind, head);
    }
    for text in [
        format!("curl https://id.example.com/token -d '{body}&scope=a'\n{error}"),
        format!("curl https://id.example.com/token -d '{body}&audience=a'\n{error}"),
        format!("curl https://id.example.com/token -d '{body}&resource=a'\n{error}"),
        format!("curl 'https://id.example.com/token?scope=a' -d '{body}'\n{error}"),
        format!("curl https://id.example.com/token -d @body\n{error}"),
        format!("curl https://id.example.com/token -d '{body}'\n{{\"error\":\"invalid_client\"}}"),
        format!("curl https://id.example.com/token -d '{body}'"),
        format!("curl https://id.example.com/token -d client_id=a -d grant_type=refresh_token -d refresh_token=b\n{error}"),
        error.to_owned(),
        "requests.post('https://id.example.com/token', data={'grant_type': 'client_credentials', **more})\n# {\"error\":\"invalid_scope\"}".to_owned(),
    ] {
        has_none(&text, kind);
    }
}

#[test]
fn a_blank_behind_the_grant_type() {
    let kind = FindingKind::BlanksAround;
    let error =
        "{\"error\":\"unsupported_grant_type\",\"error_description\":\"The specified grant_type is not supported.\"}";
    for list in [
        "grant_type - password \nusername - me\npassword - x",
        "> grant_type - password \n> username - me\n> password - x",
        "* grant_type: password \n* username: me",
        "grant_type = password \nclient_id = app\nclient_secret = x",
        "    client_id: app\n    grant_type: password \n    username: me",
        "- username: me\n- grant_type: password \n",
        "grant_type \u{2013} password \nusername \u{2013} me",
        "grant_type:password \nusername:me",
    ] {
        has(&format!("I send this with Postman:\n\n{list}\n\n{error}"), kind, "password ");
    }
    for list in [
        "grant_type - password\nusername - me\npassword - x",
        "grant_type - password  \nusername - me\npassword - x",
        "grant_type - password \nusername - me \npassword - x ",
        "grant_type - password \n",
        "grant_type - the one for users \nusername - me",
        "grant_type is password \nusername - me",
        "grant_type password \nusername me",
    ] {
        has_none(&format!("I send this with Postman:\n\n{list}\n\n{error}"), kind);
    }
    has_none("grant_type - password \nusername - me\n\n{\"error\":\"invalid_client\"}", kind);
    has_none("grant_type - password \nusername - me\n", kind);
}

#[test]
fn capitals_in_the_host_of_a_redirect_url() {
    let kind = FindingKind::RedirectHasCapitals;
    let error = "{\"error\":\"redirect_uri_mismatch\"}";
    for (line, host) in [
        ("<add key=\"OAuthCallbackUrl\" value=\"https://Archive01.Example.com/app/\"/>", "Archive01.Example.com"),
        ("redirect_uri=https://App.example.com/cb", "App.example.com"),
        ("Redirect URL: http://MyServer.example.local:8080/cb", "MyServer.example.local"),
        ("callbackURL: 'https://Example.com/auth/callback',", "Example.com"),
        ("reply URL is https://portal.Example.com", "portal.Example.com"),
    ] {
        has(&format!("{line}\n\n{error}"), kind, host);
        has(&format!("{{\"errorCode\":4700,\"errorMessage\":\"Invalid redirect url\"}}\n\n{line}"), kind, host);
        has_none(line, kind);
        has_none(&format!("{line}\n\n{{\"error\":\"invalid_client\"}}"), kind);
    }
    for line in [
        "redirect_uri=https://app.example.com/Account/Callback",
        "redirect_uri=https://YOUR_DOMAIN/cb",
        "redirect_uri=https://YOUR-DOMAIN.com/cb",
        "redirect_uri=https://HOST.EXAMPLE.COM/cb",
        "redirect_uri=https://${Host}/cb",
        "redirect_uri=https://<Host>.example.com/cb",
        "redirect_uri=http://localhost:3000/Cb",
        "see https://Docs.Example.com for more",
        "redirect_uri=https://YourApp.example.com/cb",
    ] {
        has_none(&format!("{line}\n\n{error}"), kind);
    }
}

#[test]
fn a_token_in_the_place_of_the_code() {
    let kind = FindingKind::OtherValueAsCode;
    let python = |code: &str| {
        format!(
            "requests.post('https://id.example.com/token', data={{'grant_type': 'authorization_code', 'code': {code}, 'client_id': i, 'client_secret': s, 'redirect_uri': r}})"
        )
    };
    let node = |code: &str| {
        format!(
            "fetch('https://id.example.com/token', {{ method: 'POST', body: new URLSearchParams({{ grant_type: 'authorization_code', code: {code}, client_id: i, redirect_uri: r }}) }})"
        )
    };
    let java = |code: &str| {
        format!(
            "MultiValueMap<String, String> map = new LinkedMultiValueMap<>();\nmap.add(\"code\", {code});\nmap.add(\"grant_type\", \"authorization_code\");\nHttpEntity<MultiValueMap<String, String>> entity = new HttpEntity<>(map, headers);\nRestTemplate restTemplate = new RestTemplate();\nrestTemplate.exchange(\"https://id.example.com/token\", HttpMethod.POST, entity, String.class);"
        )
    };
    let curl = |code: &str| {
        format!("curl https://id.example.com/token -d grant_type=authorization_code -d \"code={code}\" -d client_id=a")
    };
    for text in [
        python("access_token"),
        python("session['access_token']"),
        python("self.refresh_token"),
        node("accessToken"),
        node("req.session.accessToken"),
        node("user.idToken"),
        java("token.getAccessToken()"),
        java("accessToken"),
        curl("$ACCESS_TOKEN"),
        curl("${REFRESH_TOKEN}"),
    ] {
        assert!(found(&text, kind).is_some(), "{text}");
    }
    for text in [
        python("code"),
        python("request.args['code']"),
        python("authorization_token"),
        node("req.query.code"),
        node("token"),
        node("params.code"),
        java("request.getCode()"),
        java("exchangeAccessToken()"),
        curl("$CODE"),
        curl("${AUTH_CODE}"),
        curl("$ACCESS_TOKEN").replace("authorization_code", "urn:example:code"),
    ] {
        has_none(&text, kind);
    }
}

#[test]
fn a_signature_over_a_body_that_was_written_anew() {
    let kind = FindingKind::SignedBodyRewritten;
    let php = |message: &str| format!("{message}\n$hash = hash_hmac('sha256', $message, $secret);\n");
    let python = |message: &str| {
        format!("{message}\nsignature = 'v0=' + hmac.new(secret, message.encode(), hashlib.sha256).hexdigest()\n")
    };
    for message in [
        "$message = 'v0:'.$request->header('x-zm-request-timestamp').':'.json_encode($request->all());",
        "$body = json_encode($request->all());\n$message = \"v0:{$time}:{$body}\";",
        "$message = \"v0:\" . $time . \":\" . json_encode(json_decode($raw));",
    ] {
        has(&php(message), kind, "json_encode");
    }
    for message in [
        "message = f'v0:{time}:{json.dumps(body)}'",
        "body = json.dumps(event)\nmessage = 'v0:' + time + ':' + body",
        "message = \"v0:%s:%s\" % (time, json.dumps(await request.json()))",
    ] {
        has(&python(message), kind, "json.dumps");
    }
    for message in [
        "$message = 'v0:'.$time.':'.$request->getContent();",
        "$message = 'v0:'.$time.':'.json_encode($request->all(), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);",
        "$message = 'v0:'.$time.':'.$raw;\nreturn json_encode(['ok' => true]);",
        "$message = 'v0:'.$time.':'.$raw;\n$answer = json_encode(['plainToken' => $plain]);",
        "$message = 'v1:'.$time.':'.json_encode($x);",
    ] {
        has_none(&php(message), kind);
    }
    for message in [
        "message = f'v0:{time}:{request.get_data(as_text=True)}'",
        "message = f'v0:{time}:{json.dumps(body, separators=(\",\", \":\"))}'",
        "log.info(json.dumps(body))\nmessage = f'v0:{time}:{raw}'",
    ] {
        has_none(&python(message), kind);
    }
    has_none("const message = `v0:${time}:${JSON.stringify(req.body)}`\ncrypto.createHmac('sha256', s)\n", kind);
    has_none("$message = 'v0:'.$time.':'.json_encode($x);\n", kind);
}
