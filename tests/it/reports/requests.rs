//! A request and what a server said of it.

use super::{are_no_errors, leads_to};

const NODE: &str = "const body = {client_id, client_secret, grant_type: 'authorization_code', code, scopes: 'identify', redirect_uri: 'https://app.example.com/cb'};";

#[test]
fn the_type_of_the_app_before_the_place_of_its_parameters() {
    let error = r#"{"reason":"unsupported grant type","error":"unsupported_grant_type"}"#;
    let sent = |line: &str, body: &str| {
        format!(
            "POST /oauth/token?grant_type=account_credentials&account_id=xQ2mV7TzR5aNcP0yLk8WdA HTTP/1.1\nHost: zoom.us\n{line}Authorization: Basic a1Q3d19RZVhSeTJtQnY5THBIczRBZzpacDRSa1duOHNWdFljTHEySGRNeEZqNkJnVWUzVGE5bw==\n\n{body}"
        )
    };
    let json = sent("Content-Type: application/json\n", "{}");
    let texts = [
        format!("{json}\n\nHTTP/1.1 400 Bad Request\n\n{error}"),
        format!("{}\n\nHTTP/1.1 400 Bad Request\n\n{error}", sent("Content-Type: application/json\n", "[]")),
        format!("{}\n\nHTTP/1.1 400 Bad Request\n\n{error}", sent("", "")),
        format!(
            "curl -X POST 'https://zoom.us/oauth/token?grant_type=account_credentials&account_id=xQ2mV7TzR5aNcP0yLk8WdA' -u \"$ID:$SECRET\" -H 'Content-Type: application/json'\n{error}"
        ),
        format!(
            "curl -X POST 'https://zoom.us/oauth/token' -u \"$ID:$SECRET\" -d 'grant_type=account_credentials&account_id=xQ2mV7TzR5aNcP0yLk8WdA'\n{error}"
        ),
    ];
    leads_to("grant-refused/general-app-made", &texts.each_ref().map(String::as_str));
    // Without that error, and for a grant type of which Zoom documents the body, the place is what is known.
    let code = json.replace("account_credentials&account_id", "authorization_code&redirect_uri=https://a.example&code");
    leads_to("parameters-in-query", &[&json, &format!("{code}\n\nHTTP/1.1 400 Bad Request\n\n{error}")]);
}

#[test]
fn a_body_that_is_not_read_before_a_name_that_is_not() {
    let fetch = |body: &str| {
        format!(
            "{NODE}\nfetch('https://id.example.com/oauth/token', {{ method: 'POST', body: {body}, headers: {{ 'Content-Type': 'application/json' }} }})"
        )
    };
    let json = fetch("JSON.stringify(body)");
    leads_to("json-may-fail", &[&json, &json.replace("scopes:", "state_: 'x', scopes:")]);
    // The name is what is left, or without it nothing works either.
    let form = fetch("new URLSearchParams(body)").replace("application/json", "application/x-www-form-urlencoded");
    leads_to("parameter-misnamed", &[&form, &json.replace("grant_type", "grantType")]);
}

#[test]
fn a_form_that_the_server_read_as_json() {
    let error = r#"{"error":{"code":400,"message":"Invalid JSON payload received. Unexpected token.\nclient_id=4188\n^","status":"INVALID_ARGUMENT"}}"#;
    let curl = |headers: &str| {
        format!(
            "curl -d \"client_id=4188&client_secret=$SECRET&redirect_uri=postmessage&grant_type=authorization_code&code=$CODE\" {headers} https://accounts.google.com/o/oauth2/token\n{error}"
        )
    };
    leads_to("body-not-as-declared", &[&curl("-H 'Content-Type: application/json'")]);
    leads_to(
        "content-type-repeated",
        &[
            &curl("-H 'Content-Type: application/json' -H 'Content-Type: application/x-www-form-urlencoded'"),
            &curl("-H 'Content-Type: application/x-www-form-urlencoded' -H 'Content-Type: application/json'"),
        ],
    );
    leads_to(
        "not-json/not-json",
        &["SyntaxError: Unexpected token < in JSON at position 0\n    at JSON.parse (<anonymous>)"],
    );
}

#[test]
fn what_a_program_answers_itself_is_no_error() {
    let program = |answer: &str| {
        format!(
            "app.post('/meetings', async (req, res) => {{\n  try {{\n    const response = await axios.get('https://api.example.com/v1/me', {{ headers: {{ Authorization: `Bearer ${{req.token}}` }} }});\n    res.json(response.data);\n  }} catch (error) {{\n    {answer}\n  }}\n}});\n"
        )
    };
    let texts = [
        "res.status(500).json({ error: 'Internal Server Error' });",
        "res.status(401).json({ error: 'invalid_client', error_description: 'Client authentication failed' });",
        "return res.status(400).send({ error: 'invalid_grant' });",
        "res\n      .status(500)\n      .json({ error: 'Internal Server Error' });",
        "return NextResponse.json({ error: 'Internal Server Error' }, { status: 500 });",
        "return Response.json({ error: 'Unauthorized' });",
        "reply.code(401).send({ error: 'Unauthorized' });",
    ];
    are_no_errors(&texts.map(program).each_ref().map(String::as_str));
    // What came back is still read.
    let refused = format!(
        "{}\n\nThe response:\n{{\"error\":\"invalid_grant\"}}\n",
        program("res.status(500).json({ error: 'Internal Server Error' });")
    );
    leads_to("grant-invalid/grant-void", &[&refused]);
}

#[test]
fn a_header_that_is_a_variable() {
    for value in [
        "access_token",
        "access_token,",
        "accessToken",
        "auth",
        "token,",
        "this.token",
        "@token",
        "$token,",
        "authHeader",
        "get_token()",
        "bearer_token,",
        "basicAuth,",
    ] {
        let text = format!(
            "    response = HTTP.post(url,\n      headers: {{\n        authorization: {value}\n      }}\n    )"
        );
        let person = super::pasted(&text);
        assert_eq!(super::lead(authdesk::desk::parts::diagnosis::view(&person.0).as_ref()), "nothing", "{value}");
    }
    leads_to(
        "basic-missing",
        &[
            "Authorization: a1Q3d19RZVhSeTJtQnY5THBIczRBZzpacDRSa1duOHNWdFljTHEySGRNeEZqNkJnVWUzVGE5bw==",
            "this is what I send:\nAuthorization: a1Q3d19RZVhSeTJtQnY5THBIczRBZzpacDRSa1duOHNWdFljTHEySGRNeEZqNkJnVWUzVGE5bw==\nand it fails",
        ],
    );
}

/// `rateclient:Wxkm+5871`, `rateclient:Wx%m5871`, `rateclient:Wxkm5871`.
const PLUS: &str = "cmF0ZWNsaWVudDpXeGttKzU4NzE=";
const PERCENT: &str = "cmF0ZWNsaWVudDpXeCVtNTg3MQ==";
const PLAIN: &str = "cmF0ZWNsaWVudDpXeGttNTg3MQ==";

#[test]
fn a_secret_that_form_decoding_changes() {
    let curl = |base64: &str| {
        format!("curl https://id.example.com/token -H 'Authorization: Basic {base64}' -d grant_type=client_credentials")
    };
    let user = |pair: &str| format!("curl -u '{pair}' https://id.example.com/token -d grant_type=client_credentials");
    let told = |command: &str| format!("Try this:\n\n```\n{command}\n```\n\nYou will see that the request fails.");
    let refused = |command: &str| format!("{command}\n\n{{\"error\":\"invalid_client\"}}");
    let works = "curl https://id.example.com/token -d 'client_id=rateclient&grant_type=client_credentials&client_secret=Wxkm%2B5871'";
    leads_to(
        "pair-needs-encoding",
        &[
            &told(&curl(PLUS)),
            &told(&curl(PERCENT)),
            &told(&user("rateclient:Wxkm+5871")),
            &told(&user("rate+client:Wxkm5871")),
            &refused(&curl(PLUS)),
            &refused(&curl(PERCENT)),
            &refused(&user("rateclient:Wxkm+5871")),
            &told(&curl(PLUS)).replace("You will see that the request fails.", "Das funktioniert nicht."),
            &told(&curl(PLUS)).replace("the request fails", "it does not work"),
            &format!("{}\n\nThis works:\n\n{works}", told(&curl(PLUS))),
        ],
    );
    leads_to("sound", &[&curl(PLUS), &user("rateclient:Wxkm+5871"), works]);
    // Nothing is wrong with these, and somebody says that they fail.
    leads_to(
        "untold",
        &[
            &told(&curl(PLAIN)),
            &told(&user("rateclient:Wxkm5871")),
            &told(&user("rateclient:Wxkm%2B5871")),
            &told(works),
        ],
    );
    leads_to("grant-invalid/grant-void", &[&refused(&curl(PLUS)).replace("invalid_client", "invalid_grant")]);
}

#[test]
fn a_placeholder_that_is_left_in_a_program() {
    let axios = |url: &str, basic: &str| {
        format!(
            "const basicAuth = {basic};\nconst response = await axios.post({url}, {{}}, {{ headers: {{ Authorization: `Basic ${{basicAuth}}` }} }});"
        )
    };
    let real = "Buffer.from(`${process.env.ID}:${process.env.SECRET}`).toString('base64')";
    let zoom = |account: &str| {
        axios(&format!("'https://zoom.us/oauth/token?grant_type=account_credentials&account_id={account}'"), real)
    };
    let python = |account: &str| {
        format!(
            "requests.post('https://zoom.us/oauth/token', data={{'grant_type': 'account_credentials', 'account_id': '{account}'}}, auth=(client_id, client_secret))"
        )
    };
    let fetch = |secret: &str| {
        format!(
            "fetch('https://id.example.com/token', {{ method: 'POST', body: new URLSearchParams({{ grant_type: 'client_credentials', client_id: 'YOUR_CLIENT_ID', client_secret: {secret} }}) }})"
        )
    };
    leads_to(
        "value-masked",
        &[
            &zoom("YOUR_ACCOUNT_ID"),
            &zoom("<ACCOUNT_ID>"),
            &zoom("your_account_id"),
            &python("YOUR_ACCOUNT_ID"),
            &python("your-account-id"),
            &fetch("process.env.SECRET"),
            &fetch("secret"),
        ],
    );
    // Who hides everything hides this too.
    leads_to(
        "sound",
        &[
            &fetch("'YOUR_CLIENT_SECRET'"),
            &python("abcDEF12345"),
            &python("xxxxxxxx"),
            &python("********"),
            "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d grant_type=account_credentials -d account_id=YOUR_ACCOUNT_ID",
        ],
    );
}

#[test]
fn a_setting_whose_name_is_nearly_right() {
    let okta = |name: &str| {
        format!(
            "okta:\n  oauth2:\n    {name}: \"https://dev-685604.okta.com/oauth2/default\"\n    client-id: \"0oaqUP8pZMD6WIzmjGXU\"\n    client-secret: \"Im7RgCuJOdCYpSSYlUkvBnQfe-D20nCQ\"\n"
        )
    };
    let error = "Caused by: java.lang.IllegalArgumentException: authorizationUri cannot be empty\n\tat org.springframework.util.Assert.hasText(Assert.java:284)";
    let properties = |name: &str| {
        format!(
            "spring.security.oauth2.client.provider.a.{name}=https://id.example.com\nspring.security.oauth2.client.registration.a.client-id=app1\nspring.security.oauth2.client.registration.a.client-secret=s3cretValue42x\n"
        )
    };
    leads_to(
        "setting-misnamed",
        &[
            &okta("issue"),
            &okta("isuer"),
            &okta("issuerr"),
            &format!("{}\n{error}", okta("issue")),
            &format!("{}\n{error}", okta("isseur")),
            &properties("issuer-ur"),
            &properties("isuer-uri"),
            &okta("issuer").replace("client-id", "cliend-id"),
            &okta("issuer").replace("client-secret", "client-secert"),
            &okta("issue").replace('\n', "\r\n"),
        ],
    );
    for sound in [
        okta("issuer"),
        okta("issuer-uri"),
        okta("authority"),
        okta("audience"),
        okta("redirect-uris"),
        okta("base-url"),
        okta("issues-page"),
        okta("tissue"),
        format!("{}issue: 12\n", okta("issuer")),
        properties("issuer-uri"),
    ] {
        let person = super::pasted(&sound);
        let lead = super::lead(authdesk::desk::parts::diagnosis::view(&person.0).as_ref());
        assert_ne!(lead, "setting-misnamed", "{sound}");
    }
}

#[test]
fn a_response_directly_below_the_line_of_its_request() {
    let said = "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}";
    leads_to(
        "client-auth-failed/client-auth-as-sent",
        &[
            &format!("POST https://id.example.com/oauth/token\n{said}"),
            &format!("POST https://id.example.com/oauth/token\n\n{said}"),
            &format!("POST https://id.example.com/oauth/token\r\n{said}\r\n"),
            &format!("POST /oauth/token HTTP/1.1\nHost: id.example.com\n{said}"),
            "POST https://id.example.com/oauth/token\n{\n  \"error\": \"invalid_client\",\n  \"error_description\": \"Client authentication failed\"\n}",
        ],
    );
    leads_to(
        "parameter-missing",
        &[
            "POST https://id.example.com/oauth/token\nContent-Type: application/json\n\n{\"client_id\":\"abc\",\"client_secret\":\"def456\"}",
            "POST https://id.example.com/oauth/token\n{\"client_id\":\"abc\",\"client_secret\":\"def456\"}",
        ],
    );
}
