//! Texts of the same shapes that are no errors: nothing may be announced for them.

use authdesk::oauth::Secret;
use authdesk::reading::{RefusalForm, read_refusal_text};

/// Not certainly an error; JSON of something else says so in its form.
#[track_caller]
fn is_none(text: &str, form: RefusalForm) {
    let read = read_refusal_text(text).expect("tokens were read");
    // EXPOSE: the test prints what was read.
    let said = read.sentence.as_ref().map(Secret::expose);
    assert!(!read.is_error, "{text}: {read:?} {said:?}");
    assert_eq!(read.form, form, "{text}: {said:?}");
}

#[test]
fn json_of_something_else() {
    for text in [
        r#"{"name":"app","version":"1.0.0","description":"error pages","dependencies":{"passport-oauth2":"^1.6","simple-oauth2":"5.0.0"}}"#,
        r#"{"info":{"_postman_id":"1","name":"OAuth","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"token","response":[{"name":"wrong","status":"Bad Request","code":400,"body":"{\"error\":\"invalid_grant\"}"}]}]}"#,
        r#"{"issuer":"https://id.example.com","token_endpoint":"https://id.example.com/token","grant_types_supported":["authorization_code"],"error":null}"#,
        r#"{"keys":[{"kty":"RSA","kid":"1","use":"sig","n":"abc","e":"AQAB"}]}"#,
        r#"{"id":"u1","email":"a@example.com","name":"A","status":200,"message":"Hello, I am a user","title":"Dr"}"#,
        r#"{"id":1,"user":"a","room":"b","created":"2024-01-02","message":"see you tomorrow"}"#,
        r#"{"ok":true,"message":"Saved"}"#,
        r#"{"success":true,"code":0,"message":"done"}"#,
        r#"{"code":200,"msg":"success","data":{}}"#,
        r#"{"status":"ok","message":"Service is up"}"#,
        r#"{"errors":[],"data":{"id":1}}"#,
        r#"{"error":null,"error_description":"","result":[1,2]}"#,
        r#"{"error":false,"result":"x"}"#,
        r#"{"client_id":"a","redirect_uris":["https://a.example/"],"grant_types":["authorization_code"]}"#,
        r#"{"openapi":"3.0.0","paths":{"/token":{"post":{"responses":{"400":{"description":"x","error":"invalid_request"}}}}}}"#,
        r#"{"id":7,"code":5,"title":"Book","description":"A book about errors"}"#,
        "{}",
        "[]",
        "[1, 2]",
        r#"[{"id":1,"title":"First"},{"id":2,"title":"Second"}]"#,
    ] {
        is_none(text, RefusalForm::Other);
    }
}

#[test]
fn code_and_commands() {
    for text in [
        "axios({\n  method: 'post',\n  url: 'http://localhost:2002/token',\n  data: { username: 'admin', grant_type: 'password' },\n}).then(function (response) {\n  console.log(\"x\" + response);\n})",
        "request(options, function(error, response, body) {\n   if (error) throw new Error(error);\n   console.log(body);\n});",
        "try {\n  await client.post(url);\n} catch (error) {\n  console.error(error.message);\n}",
        "fetch(url).then(r => r.json()).catch(error => console.log('x', error));",
        "$.ajax({ url: '/token', error: function (xhr, status) { alert(status); }, success: done });",
        "try:\n    r.raise_for_status()\nexcept requests.exceptions.HTTPError as e:\n    print(e)",
        "curl -X POST https://connect.example.cloud/token -d 'grant_type=client_credentials' -H 'Authorization: Basic QUJD'",
        "POST /oauth/token?grant_type=account_credentials HTTP/1.1\nHost: zoom.us\nUser-Agent: GuzzleHttp/7\nContent-Type: application/json\nContent-Length: 400\n\n[]",
        "var response = await httpClient.PostAsync(\"https://id.example.com/connect/token\", requestContent);",
        "throw new InvalidOperationException(\"x\");",
        "const { error, data } = useQuery(key);",
        "class TokenError(Exception):\n    pass",
    ] {
        is_none(text, RefusalForm::Plain);
    }
}

#[test]
fn other_texts() {
    for text in [
        "hello world",
        "message: hello",
        "title: My app\nhost: example.com",
        "Content-Type: text/plain\r\nDate: now",
        "Once activated, you can use the app. The error is described below.",
        "https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz",
        "code=SplxlOBe_ZQQYbYS6WxSbIA&state=invalid",
        "https://a.example/oauth/authorize?client_id=400&redirect_uri=https%3A%2F%2Fb.example%2F",
        "Meeting 401 123 4567 starts at 4:00",
        "Listening on http://localhost:404",
        "2024-01-02 10:00:00 INFO [homeassistant.core] started",
        "Authorization: Basic RGVtbzpEZW1v",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nfine",
    ] {
        is_none(text, RefusalForm::Plain);
    }
    assert!(read_refusal_text("ok {\"access_token\":\"DemoSecret\",\"message\":\"x\"} done").is_none());
}
