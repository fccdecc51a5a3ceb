//! Requests as people paste them: what is read, what is said about it and where, and the text after each fix.

use crate::notation::{assert_said, at, is_inside, the};
use authdesk::oauth::Secret;
use authdesk::reading::{
    FindingKind, ReadRequest, RequestBody, RequestForm, RequestGrant, RequestHabits, RequestReading, read_request,
};
use proptest::prelude::*;

pub const ZOOM: RequestHabits<'static> = RequestHabits {
    token_endpoint: "https://zoom.us/oauth/token",
    other_token_endpoints: &["https://api.zoom.us/oauth/token"],
    authorize_endpoint: "https://zoom.us/oauth/authorize",
    grants: None,
    narrow_grants: &[],
    narrow_words: &[],
    query_grants: &[],
    ended_signed_tokens: false,
};

use super::fixed;

/// The demo credentials of the pitfalls.
const PAIR: &str = "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==";

fn read(text: &str) -> RequestReading {
    let reading = read_request(text, &ZOOM);
    let printed = format!("{reading:?}");
    for secret in ["DemoClientSecret", PAIR, "DemoAccountId", "DemoToken"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    reading
}

/// What is said besides how the client authenticates, which `request_authentication` tests: many commands here do not.
#[track_caller]
fn says(text: &str, expected: &str) {
    let of_client = [FindingKind::ClientAuthenticationMissing, FindingKind::ClientMaybePublic];
    assert_said(read(text).findings.iter().filter(|finding| !of_client.contains(&finding.kind)), expected, text);
}

#[track_caller]
fn fix(text: &str, kind: FindingKind) -> Option<String> {
    let found = read(text).findings;
    let finding = the(kind, &found);
    let after = fixed(finding, text)?;
    let again = read(&after).findings;
    assert!(!again.iter().any(|one| one == finding), "{kind:?} is still there: {after}");
    Some(after)
}

#[track_caller]
fn fixes(text: &str, kind: FindingKind, after: &str) {
    assert_eq!(fix(text, kind).as_deref(), Some(after), "{text}");
}

fn text(secret: &Secret) -> String {
    // EXPOSE: the test compares the whole value.
    secret.expose().to_owned()
}

fn only(pasted: &str) -> ReadRequest {
    let mut requests = read(pasted).requests;
    assert_eq!(requests.len(), 1, "{pasted}");
    requests.remove(0)
}

fn form(request: &ReadRequest) -> String {
    match &request.body {
        RequestBody::Form(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|pair| format!("{}={}", pair.name, text(&pair.value))).collect();
            pairs.join(" ")
        }
        other => format!("{other:?}"),
    }
}

const GOOD: &str = "curl -X POST https://zoom.us/oauth/token \\\n  -H \"Authorization: Basic $BASIC\" \\\n  \
                    -d 'grant_type=account_credentials&account_id=DemoAccountId'";

#[test]
fn a_good_command_has_nothing_to_be_said_of() {
    says(GOOD, "request-read");
    let request = only(GOOD);
    assert_eq!((request.method.as_str(), request.url.as_str()), ("POST", "https://zoom.us/oauth/token"));
    assert_eq!(request.grant, Some(RequestGrant::AccountCredentials));
    assert_eq!(form(&request), "grant_type=account_credentials account_id=DemoAccountId");
    assert!(request.authorization.is_none(), "a variable is no header yet");
    assert_eq!(text(&request.headers[0].1), "Basic $BASIC");
    assert_eq!((request.span.start, request.span.length), (0, GOOD.chars().count()));
    says(&GOOD.replace("//zoom.us", "//api.zoom.us"), "request-read");
    says(&format!("$ {GOOD}\n"), "request-read");
    says(&format!("TOKEN=$({GOOD} | jq -r .access_token)"), "request-read");
}

#[test]
fn the_sample_of_zoom_asks_printf() {
    let sample = "curl -sS -X POST \"https://zoom.us/oauth/token\" \\\n  \
        -H \"Authorization: Basic $(printf '%s:%s' \"$ZOOM_CLIENT_ID\" \"$ZOOM_CLIENT_SECRET\" | base64)\" \\\n  \
        -H \"Content-Type: application/x-www-form-urlencoded\" \\\n  \
        --data-urlencode \"grant_type=account_credentials\" \\\n  \
        --data-urlencode \"account_id=$ZOOM_ACCOUNT_ID\"";
    says(sample, "request-read");
    let request = only(sample);
    assert_eq!(form(&request), "grant_type=account_credentials account_id=$ZOOM_ACCOUNT_ID");
    assert!(text(&request.headers[0].1).starts_with("Basic $(printf '%s:%s' \"$ZOOM"));
    // The credentials in plain text are a secret, wherever they are encoded.
    let echoed = "curl -X POST https://zoom.us/oauth/token -H \"Authorization: Basic \
                  $(echo -n 'DemoClientId0000000001:DemoClientSecret0000000000000001' | base64)\" -d grant_type=client_credentials";
    says(echoed, "request-read secret-in-command@66+77");
}

#[test]
fn p15_parameters_in_the_query() {
    let query = "grant_type=account_credentials&account_id=DemoAccountId";
    let curl = format!("curl -X POST 'https://zoom.us/oauth/token?{query}' -H \"Authorization: Basic $B\"");
    says(&curl, &format!("request-read parameters-in-query{}", at(&curl, query)));
    fixes(
        &curl,
        FindingKind::ParametersInQuery,
        &format!("curl -X POST 'https://zoom.us/oauth/token' --data '{query}' -H \"Authorization: Basic $B\""),
    );
    says(&fix(&curl, FindingKind::ParametersInQuery).unwrap(), "request-read");
    let variables = "curl -X POST \"https://zoom.us/oauth/token?grant_type=account_credentials&account_id=${ID}\"";
    fixes(
        variables,
        FindingKind::ParametersInQuery,
        "curl -X POST \"https://zoom.us/oauth/token\" --data \"grant_type=account_credentials&account_id=${ID}\"",
    );
    let http = "POST /oauth/token?grant_type=account_credentials&account_id=... HTTP/1.1\r\nHost: zoom.us\r\n\
                Authorization: Basic x\r\n\r\n";
    says(http, "request-read parameters-in-query@18+45");
    assert_eq!(fix(http, FindingKind::ParametersInQuery), None, "a record is not changed");
    says("POST /oauth/token?grant_type=account_credentials&account_id=...", "request-read parameters-in-query@18+45");
    // A parameter with a different purpose is left alone, and so is the command.
    let other = "curl -X POST 'https://zoom.us/oauth/token?tenant=1&grant_type=client_credentials'";
    assert_eq!(fix(other, FindingKind::ParametersInQuery), None);
    says("curl -X POST 'https://zoom.us/oauth/token?tenant=1' -d grant_type=client_credentials", "request-read");
}

#[test]
fn p15_a_json_body() {
    let json = "curl -X POST https://zoom.us/oauth/token -H 'Content-Type: application/json' \
                -d '{\"grant_type\":\"account_credentials\",\"account_id\":\"Demo Id\"}'";
    says(json, "request-read json-body@80+61");
    fixes(
        json,
        FindingKind::JsonBody,
        "curl -X POST https://zoom.us/oauth/token -H 'Content-Type: application/x-www-form-urlencoded' \
         -d 'grant_type=account_credentials&account_id=Demo+Id'",
    );
    let option = "curl --json '{\"grant_type\":\"client_credentials\"}' https://zoom.us/oauth/token";
    fixes(option, FindingKind::JsonBody, "curl --data 'grant_type=client_credentials' https://zoom.us/oauth/token");
    let http = "POST /oauth/token HTTP/1.1\nHost: zoom.us\nContent-Type: application/json\n\n\
                {\"grant_type\":\"account_credentials\"}";
    says(http, "request-read json-body@73+36 parameter-missing@0+4=account_id");
    assert!(matches!(only(http).body, RequestBody::Json(_)));
    let nested = "curl https://zoom.us/oauth/token -d '{\"grant_type\":{\"a\":1}}'";
    assert_eq!(fix(nested, FindingKind::JsonBody), None);
}

#[test]
fn p15_the_content_type() {
    let body = "grant_type=client_credentials";
    let without = format!("POST /oauth/token HTTP/1.1\nHost: zoom.us\n\n{body}");
    says(&without, "request-read content-type-missing@0+4");
    let other = format!("POST /oauth/token HTTP/1.1\nHost: zoom.us\nContent-Type: text/plain\n\n{body}");
    says(&other, "request-read content-type-missing@55+10");
    let right = other.replace("text/plain", "application/x-www-form-urlencoded; charset=utf-8");
    says(&right, "request-read");
    says(&format!("curl https://zoom.us/oauth/token -F {body}"), "request-read multipart-body@36+29");
}

#[test]
fn t11_p15_a_get() {
    let query = "grant_type=account_credentials&account_id=DemoAccountId";
    let bare = format!("curl \"https://zoom.us/oauth/token?{query}\"");
    says(&bare, &format!("request-read method-not-post@0+4 parameters-in-query{}", at(&bare, query)));
    fixes(&bare, FindingKind::MethodNotPost, &format!("curl -X POST \"https://zoom.us/oauth/token?{query}\""));
    says(&fix(&bare, FindingKind::ParametersInQuery).unwrap(), "request-read");
    let named = format!("curl -X GET https://zoom.us/oauth/token -d '{query}'");
    says(&named, "request-read method-not-post@8+3");
    fixes(&named, FindingKind::MethodNotPost, &format!("curl -X POST https://zoom.us/oauth/token -d '{query}'"));
    let moved = format!("curl -G https://zoom.us/oauth/token -d '{query}'");
    says(&moved, "request-read method-not-post@0+4");
    fixes(&moved, FindingKind::MethodNotPost, &format!("curl https://zoom.us/oauth/token -d '{query}'"));
    let http = format!("GET /oauth/token?{query} HTTP/1.1\nHost: zoom.us\n\n");
    says(&http, &format!("request-read method-not-post@0+3 parameters-in-query{}", at(&http, query)));
    assert_eq!(fix(&http, FindingKind::MethodNotPost), None);
}

#[test]
fn t10_another_endpoint() {
    for wrong in ["https://zoom.us/oauth", "https://zoom.us/oauth/token/", "https://company.zoom.us/oauth/token"] {
        let text = GOOD.replace("https://zoom.us/oauth/token", wrong);
        says(&text, &format!("request-read other-token-endpoint{}", at(&text, wrong)));
    }
    says(&GOOD.replace("https://zoom.us/oauth/token", "https://ZOOM.us:443/oauth/token"), "request-read");
    says(&GOOD.replace("https://zoom.us", "$ZOOM_HOST"), "request-read");
    says(&GOOD.replace("https://", "http://"), "request-read not-https@13+26");
    assert_said(&read_request(GOOD, &RequestHabits::default()).findings, "request-read", GOOD);
    says("curl https://api.zoom.us/v2/users/me -H \"Authorization: Bearer $T\"", "request-read");
}

#[test]
fn what_is_missing_for_a_grant() {
    for (data, expected) in [
        ("grant_type=authorization_code", "request-read parameter-missing@0+4=code parameter-missing@0+4=redirect_uri"),
        ("grant_type=authorization_code&code=abc", "request-read parameter-missing@0+4=redirect_uri"),
        ("grant_type=account_credentials&account_id=", "request-read parameter-empty@68+11=account_id"),
        ("grant_type=refresh_token", "request-read parameter-missing@0+4=refresh_token"),
        ("account_id=abc", "request-read parameter-missing@0+4=grant_type"),
        ("grant_type=client_credentials", "request-read"),
        ("grant_type=client_credentials&grant_type=x", "request-read repeated-parameter@67+12=grant_type"),
    ] {
        says(&format!("curl https://zoom.us/oauth/token -d '{data}'"), expected);
    }
    says("curl https://zoom.us/oauth/token -d @body.txt", "request-read");
    says("curl https://zoom.us/oauth/token -d \"$BODY\"", "request-read");
}

#[test]
fn p16_t3_a_grant_for_another_app() {
    let general = [RequestGrant::AuthorizationCode, RequestGrant::RefreshToken];
    let habits = RequestHabits { grants: Some(&general), ..ZOOM };
    let found = read_request(GOOD, &habits).findings;
    let grant = at(GOOD, "grant_type=account_credentials");
    assert_said(&found, &format!("request-read grant-for-other-app{grant}=account_credentials"), GOOD);
    let server = RequestHabits { grants: Some(&[RequestGrant::AccountCredentials]), ..ZOOM };
    assert_said(&read_request(GOOD, &server).findings, "request-read", GOOD);
}

#[test]
fn p23_a_secret_in_the_command() {
    let user = "curl -u DemoClientId0000000001:DemoClientSecret0000000000000001 https://zoom.us/oauth/token \
                -d grant_type=client_credentials";
    says(user, "request-read secret-in-command@31+32");
    assert_eq!(text(only(user).authorization.as_ref().unwrap()), format!("Basic {PAIR}"));
    let header =
        format!("curl -H 'Authorization: Basic {PAIR}' https://zoom.us/oauth/token -d grant_type=client_credentials");
    says(&header, &format!("request-read secret-in-command{}", at(&header, PAIR)));
    assert_eq!(text(only(&header).authorization.as_ref().unwrap()), format!("Basic {PAIR}"));
    let body = "curl https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=DemoToken000001'";
    says(body, "request-read secret-in-command@62+29");
    for variable in
        ["\"$ID:$SECRET\"", "'%ID%:%SECRET%'", "ID:SECRET", "CLIENT_ID:CLIENT_SECRET", "<id>:<secret>", "id"]
    {
        let text = format!("curl -u {variable} https://zoom.us/oauth/token -d grant_type=client_credentials");
        says(&text, "request-read");
    }
    let in_address =
        "curl -X POST 'https://id:DemoClientSecret0001@zoom.us/oauth/token?client_secret=DemoClientSecret'";
    says(
        in_address,
        "request-read user-in-address@22+24 secret-in-address@66+30=client_secret parameters-in-query@66+30 \
         parameter-missing@0+4=grant_type secret-in-command@66+30",
    );
    assert_eq!(only(in_address).url, "https://zoom.us/oauth/token");
}

#[test]
fn a_token_in_the_query() {
    says("curl 'https://api.zoom.us/v2/users/me?access_token=DemoToken'", "request-read token-in-query@38+22");
}

#[test]
fn copies_of_chrome() {
    let bash = "curl 'https://zoom.us/oauth/token' \\\n  -H 'accept: */*' \\\n  \
        -H 'content-type: application/x-www-form-urlencoded' \\\n  \
        --data-raw $'grant_type=authorization_code&code=it\\'s\\u0021&redirect_uri=https%3A%2F%2Fexample.com%2Fcb' \\\n  --compressed";
    says(bash, "request-read");
    assert_eq!(form(&only(bash)), "grant_type=authorization_code code=it's! redirect_uri=https://example.com/cb");
    let cmd = "curl ^\"https://zoom.us/oauth/token^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  \
        -H ^\"sec-ch-ua: ^\\^\"Chromium^\\^\";v=^\\^\"152^\\^\"^\" ^\r\n  \
        -H ^\"content-type: application/x-www-form-urlencoded^\" ^\r\n  \
        --data-raw ^\"grant_type=authorization_code^&code=abc^&redirect_uri=https^%^3A^%^2F^%^2Fexample.com^%^2Fcb^\"";
    says(cmd, "request-read");
    let request = only(cmd);
    assert_eq!(form(&request), "grant_type=authorization_code code=abc redirect_uri=https://example.com/cb");
    assert_eq!(text(&request.headers[1].1), "\"Chromium\";v=\"152\"");
    let query =
        "curl ^\"https://zoom.us/oauth/token?grant_type=account_credentials^&account_id=x^\" ^\n  -X ^\"POST^\"";
    fixes(
        query,
        FindingKind::ParametersInQuery,
        "curl ^\"https://zoom.us/oauth/token^\" --data ^\"grant_type=account_credentials^&account_id=x^\" ^\n  -X ^\"POST^\"",
    );
    let powershell = "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n\
        $session.UserAgent = \"Mozilla/5.0\"\nInvoke-WebRequest -UseBasicParsing -Uri \"https://zoom.us/oauth/token\" `\n\
        -Method \"POST\" `\n-WebSession $session `\n-Headers @{\n\"authority\"=\"zoom.us\"\n  \"accept\"=\"*/*\"\n} `\n\
        -ContentType \"application/x-www-form-urlencoded\" `\n-Body \"grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fa.example\"";
    says(powershell, "request-read");
    assert_eq!(form(&only(powershell)), "grant_type=authorization_code code=abc redirect_uri=https://a.example");
}

#[test]
fn commands_of_powershell() {
    let table = "Invoke-RestMethod -Uri 'https://zoom.us/oauth/token' -Method Post -Headers @{ Authorization = \"Basic $enc\" } \
                 -Body @{ grant_type = 'account_credentials'; account_id = $accountId }";
    says(table, "request-read");
    let request = only(table);
    assert_eq!((request.form, request.method.as_str()), (RequestForm::PowerShell, "POST"));
    assert_eq!(form(&request), "grant_type=account_credentials account_id=$accountId");
    let splatted = "$headers = @{ Authorization = 'Basic ' + [Convert]::ToBase64String($bytes) }\n\
        $params = @{\n  Uri     = 'https://zoom.us/oauth/token'\n  Method  = 'Post'\n  Headers = $headers\n  \
        Body    = @{ grant_type = 'account_credentials' }\n}\nirm @params";
    says(splatted, "request-read parameter-missing@226+3=account_id");
    assert_eq!(text(&only(splatted).headers[0].1), "Basic $(…)");
    let postman = "$headers = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n\
        $headers.Add(\"Content-Type\", \"application/json\")\n$headers.Add(\"Authorization\", \"Bearer $t\")\n\
        $body = @\"\n{`\"grant_type`\": `\"client_credentials`\"}\n\"@\n\n\
        $response = Invoke-RestMethod 'https://zoom.us/oauth/token' -Method 'POST' -Headers $headers -Body $body\n$response | ConvertTo-Json";
    says(postman, "request-read bearer-header@161+6 json-body@181+46");
    let piped =
        "iwr https://zoom.us/oauth/token -Method POST -Body (@{grant_type='client_credentials'} | ConvertTo-Json)";
    says(piped, "request-read json-body@54+31");
    let get = "irm 'https://zoom.us/oauth/token?grant_type=client_credentials'";
    says(get, "request-read method-not-post@0+3 parameters-in-query@33+29");
    fixes(
        get,
        FindingKind::MethodNotPost,
        "irm -Method POST 'https://zoom.us/oauth/token?grant_type=client_credentials'",
    );
    fixes(
        get,
        FindingKind::ParametersInQuery,
        "irm 'https://zoom.us/oauth/token' -Body 'grant_type=client_credentials'",
    );
    let curly = "irm \u{201c}https://zoom.us/oauth/token\u{201d} -Method POST -Body \u{2018}grant_type=client_credentials\u{2019}";
    says(curly, "request-read");
    says(
        "curl -Uri https://zoom.us/oauth/token -Method POST -Body 'grant_type=client_credentials' -UseBasicParsing\n# Invoke-WebRequest",
        "request-read",
    );
}

#[test]
fn p24_curl_is_another_command_in_powershell() {
    let curl = "PS C:\\> curl -X POST https://zoom.us/oauth/token `\n  -H \"Authorization: Basic $env:BASIC\" `\n  -d \"grant_type=client_credentials\"";
    says(curl, "request-read curl-of-powershell@8+4");
    fixes(curl, FindingKind::CurlOfPowershell, &curl.replace("curl", "curl.exe"));
    says(&curl.replace("curl", "curl.exe"), "request-read");
}

#[test]
fn p24_quotes_of_another_shell() {
    let cmd = "C:\\Users\\me>curl -X POST 'https://zoom.us/oauth/token' ^\r\n  -d 'grant_type=account_credentials&account_id=x y'";
    says(cmd, "request-read quotes-of-another-shell@25+1");
    assert_eq!(form(&only(cmd)), "grant_type=account_credentials account_id=x y");
    fixes(cmd, FindingKind::QuotesOfAnotherShell, &cmd.replace('\'', "\""));
    let word =
        "curl -X POST \u{201c}https://zoom.us/oauth/token\u{201d} -d \u{2018}grant_type=client_credentials\u{2019}";
    says(word, "request-read quotes-of-another-shell@13+1");
    fixes(
        word,
        FindingKind::QuotesOfAnotherShell,
        "curl -X POST \"https://zoom.us/oauth/token\" -d 'grant_type=client_credentials'",
    );
}

#[test]
fn p24_an_ampersand_without_quotes() {
    let bash = "curl -X POST https://zoom.us/oauth/token -d grant_type=account_credentials&account_id=x";
    says(bash, "request-read ampersand-not-quoted@74+1");
    fixes(
        bash,
        FindingKind::AmpersandNotQuoted,
        "curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials&account_id=x'",
    );
    let address = "curl -X POST https://zoom.us/oauth/token?grant_type=account_credentials&account_id=$ID -s";
    let quoted = fix(address, FindingKind::AmpersandNotQuoted).unwrap();
    assert_eq!(quoted, "curl -X POST \"https://zoom.us/oauth/token?grant_type=account_credentials&account_id=$ID\" -s");
    says(&fix(&quoted, FindingKind::ParametersInQuery).unwrap(), "request-read");
    says("curl https://zoom.us/oauth/token -d grant_type=client_credentials & wait", "request-read");
}

#[test]
fn lines_that_are_not_joined() {
    let bash = "curl https://zoom.us/oauth/token\n  -d grant_type=client_credentials \\ \n  -s";
    says(bash, "request-read line-not-joined@32+1");
    fixes(
        bash,
        FindingKind::LineNotJoined,
        "curl https://zoom.us/oauth/token \\\n  -d grant_type=client_credentials  \\\n  -s",
    );
    let cmd = "curl \"https://zoom.us/oauth/token\" ^ \r\n  -d \"grant_type=client_credentials\" ^\r\n  -s";
    says(cmd, "request-read line-not-joined@35+4");
    let powershell = "irm https://zoom.us/oauth/token -Method POST ` \n  -Body 'grant_type=client_credentials'";
    says(powershell, "request-read line-not-joined@45+3");
    says("curl https://zoom.us/oauth/token -d grant_type=client_credentials\n\necho done -s", "request-read");
    // A place that somebody is to fill in is no redirection.
    for value in ["<code>", "<the code>", "<your-code>"] {
        for end in ["\n", "\r\n"] {
            let filled = format!(
                "curl https://zoom.us/oauth/token -u \"$A:$B\" -d code={value} \\{end} -d grant_type=authorization_code -d redirect_uri=https://a.example/cb"
            );
            says(&filled, &format!("request-read value-masked{}", at(&filled, &format!("code={value}"))));
        }
    }
    for file in ["< form.txt > out.txt", "<form.txt >out", "> out 2>&1", "<in >out"] {
        let sent = format!("curl https://zoom.us/oauth/token -d grant_type=client_credentials -u \"$A:$B\" {file}\n");
        says(&sent, "request-read");
    }
}

#[test]
fn commands_that_stop_in_the_middle() {
    says("curl https://zoom.us/oauth/token -d 'grant_type=client_credentials", "request-read command-cut-off@36+1");
    says("curl https://zoom.us/oauth/token -d grant_type=client_credentials \\", "request-read command-cut-off@66+1");
    says("curl https://zoom.us/oauth/token -d grant_type=client_credentials -H", "request-read command-cut-off@66+2");
    says(
        "irm https://zoom.us/oauth/token -Method POST -Body \"grant_type=client_credentials",
        "request-read command-cut-off@51+1",
    );
    says(
        "curl \"https://zoom.us/oauth/token\" -d \"grant_type=client_credentials\" ^",
        "request-read command-cut-off@70+1",
    );
    says("{\"log\": {\"entries\": [{\"request\": {", "command-cut-off@34+0");
}

#[test]
fn an_exchange_of_curl_v() {
    let printed = "*   Trying 170.114.52.2:443...\n* Connected to zoom.us port 443\n} [5 bytes data]\n\
        > POST /oauth/token HTTP/2\n> Host: zoom.us\n> authorization: Basic eA==\n> user-agent: curl/8.5.0\n\
        > content-type: application/json\n>\n* upload completely sent off\n< HTTP/2 400 \n< content-type: application/json\n<\n\
        {\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}* Connection #0 to host zoom.us left intact\n";
    says(printed, "request-read content-type-missing@192+16");
    let reading = read(printed);
    assert_eq!(
        text(reading.answer.as_ref().unwrap()),
        "{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}"
    );
    assert_eq!((reading.requests[0].status, reading.requests[0].form), (Some(400), RequestForm::Curl));
    assert_eq!(reading.requests[0].url, "https://zoom.us/oauth/token");
    assert_eq!(text(reading.requests[0].authorization.as_ref().unwrap()), "Basic eA==");
    let with_command = format!("$ curl -v https://zoom.us/oauth/token -d grant_type=client_credentials\n{printed}");
    says(&with_command, "request-read");
    assert_eq!(read(&with_command).requests[0].status, Some(400));
}

#[test]
fn an_exchange_as_it_is_sent() {
    let exchange = "POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n\
        grant_type=client_credentials\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\"DemoToken\"}\r\n";
    says(exchange, "request-read");
    assert_eq!(text(&read(exchange).answer.unwrap()), "{\"access_token\":\"DemoToken\"}");
    assert_eq!(form(&only(exchange)), "grant_type=client_credentials");
    let alone = read("HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"reason\":\"Bad Request\"}");
    assert!(alone.requests.is_empty() && alone.findings.is_empty());
    assert_eq!(text(&alone.answer.unwrap()), "{\"reason\":\"Bad Request\"}");
    assert!(read("HTTP/1.1 400 Bad Request\n\n").answer.is_none(), "T12: an empty answer");
}

#[test]
fn a_har_file_keeps_only_what_is_of_oauth() {
    let har = r#"{"log":{"version":"1.2","entries":[
        {"request":{"method":"GET","url":"https://example.com/style.css","headers":[]},"response":{"status":200}},
        {"request":{"method":"GET","url":"https://example.com/cb?code=DemoCode01&state=x","headers":[]},"response":{"status":302}},
        {"request":{"method":"POST","url":"https://zoom.us/oauth/token?grant_type=account_credentials&account_id=DemoAccountId",
          "headers":[{"name":"Authorization","value":"Basic eA=="}]},
         "response":{"status":400,"content":{"text":"eyJyZWFzb24iOiJCYWQgUmVxdWVzdCJ9","encoding":"base64"}}},
        {"request":{"method":"POST","url":"https://zoom.us/oauth/token","headers":[],
          "postData":{"mimeType":"application/json","text":"{\"grant_type\":\"client_credentials\"}"}},
         "response":{"status":400,"content":{"text":"{}"}}}]}}"#;
    let reading = read(har);
    assert_eq!(reading.requests.len(), 3);
    assert_eq!(reading.requests[0].url, "https://example.com/cb");
    assert_eq!(text(reading.requests[1].answer.as_ref().unwrap()), "{\"reason\":\"Bad Request\"}");
    assert_eq!(reading.requests[1].status, Some(400));
    assert_eq!(text(&reading.answer.unwrap()), "{}");
    says(har, "request-read parameters-in-query@354+55 json-body@778+0");
    assert!(read("{\"access_token\":\"DemoToken\"}").findings.is_empty());
}

#[test]
fn what_is_no_request() {
    for text in [
        "",
        " \n",
        "curl",
        "Run curl with the header.",
        "curl --help",
        "https://zoom.us/oauth/token",
        "Basic eA==",
        "> quoted\n> mail",
    ] {
        let reading = read(text);
        assert!(reading.requests.is_empty() && reading.answer.is_none() && reading.findings.is_empty(), "{text}");
    }
}

const PIECES: [&str; 40] = [
    "curl ",
    "curl.exe ",
    "irm ",
    "Invoke-RestMethod ",
    "-d ",
    "-H ",
    "-u ",
    "-G ",
    "--json ",
    "-X GET ",
    "'",
    "\"",
    "^\"",
    "\\",
    "`",
    "^",
    "$(",
    ")",
    "${",
    "}",
    "@{",
    "@\"\n",
    "\"@",
    "$a ",
    "= ",
    "$a = ",
    "|",
    "&",
    ";",
    "\n",
    "\r\n",
    " ",
    "https://zoom.us/oauth/token?grant_type=x&code=y",
    "{\"grant_type\":\"x\"}",
    "\u{201c}",
    "\u{2019}",
    "> POST / HTTP/1.1\n",
    "POST /oauth/token HTTP/1.1\n",
    "Host: zoom.us\n",
    "é%41",
];

proptest! {
    #[test]
    fn any_text_is_read_and_places_are_in_it(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_broken_command_is_read_and_fixed(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = picks.iter().map(|pick| PIECES[*pick]).collect();
        check(&text);
    }
}

fn check(text: &str) {
    for finding in read_request(text, &ZOOM).findings {
        assert!(is_inside(&finding, text, ""), "{finding:?} in {text:?}");
        if let Some(after) = fixed(&finding, text) {
            let again = read_request(&after, &ZOOM).findings;
            assert!(!again.contains(&finding), "{finding:?} stays: {text:?} -> {after:?}");
        }
    }
}

#[test]
fn a_megabyte_is_read_in_linear_time() {
    // A step that is not linear would take minutes here.
    let mut texts: Vec<String> = PIECES.iter().map(|piece| piece.repeat(1_000_000 / piece.len())).collect();
    for start in
        ["curl https://zoom.us/oauth/token ", "irm https://a.example/oauth/token ", "POST /oauth/token HTTP/1.1\n"]
    {
        texts.extend(PIECES.iter().map(|piece| format!("{start}{}", piece.repeat(300_000 / piece.len()))));
    }
    texts.push(format!("irm x\n$a = @{{x='{}'}}\n{}", "y".repeat(100_000), "$a = @{x=$a;y=$a}\n".repeat(60)));
    texts.push(format!("curl -u \"a:{}\" https://a.example/", "{".repeat(1_000_000)));
    texts.push(format!("curl https://zoom.us/oauth/token -d '{}'", "code=a&".repeat(150_000)));
    texts.push(format!("curl https://a.example/ -d '{}'", "refresh_token=DemoToken000001&".repeat(30_000)));
    texts.push(format!("curl 'https://a.example/?{}'", "access_token=DemoToken000001&".repeat(30_000)));
    for pairs in
        ["redirect_uri=a://b?&c=d&", "code=a+b&", "password=%&x&", "grant_type=code&", "a=b&", "client_id=null&"]
    {
        texts.push(format!("curl https://zoom.us/oauth/token -d '{}'", pairs.repeat(1_000_000 / pairs.len())));
    }
    let http = "POST /oauth/token HTTP/1.1\nHost: zoom.us\n";
    texts.push(format!("{http}\ngrant_type=x\n{}", "&a=b\n".repeat(200_000)));
    texts.push(format!("{http}{}", "a=b&c=d\n".repeat(120_000)));
    for value in ["'", "Bearer ", "\\n", "base64(", "x", "eyJ."] {
        texts.push(format!("{http}Authorization: Bearer {}\n\nx=y", value.repeat(1_000_000 / value.len())));
        texts.push(format!(
            "{http}Authorization: {}\n\ngrant_type=refresh_token",
            value.repeat(1_000_000 / value.len())
        ));
    }
    for text in texts {
        let found = read_request(&text, &ZOOM).findings;
        let head: String = text.chars().take(60).collect();
        assert!(found.len() < 100, "{head:?}: {}", found.len());
    }
}
