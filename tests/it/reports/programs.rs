//! What a program itself says, as opposed to what a server said to it.

use super::{are_no_errors, leads_to};

const GO: &str = "func serverToken(app *ownApp) (string, error) {\n\tdata := url.Values{}\n\tdata.Set(\"grant_type\", \"account_credentials\")\n\tdata.Set(\"account_id\", app.AccountID)\n\n\treq, err := http.NewRequest(http.MethodPost,\n\t\t\"https://zoom.us/oauth/token\", strings.NewReader(data.Encode()))\n\tif err != nil {\n\t\tERROR\n\t}\n\n\treq.SetBasicAuth(app.ClientID, app.ClientSecret)\n\treq.Header.Set(\"Content-Type\", \"application/x-www-form-urlencoded\")\n\tresp, err := http.DefaultClient.Do(req)\n\tif resp.StatusCode != http.StatusOK {\n\t\tERROR\n\t}\n}\n";

#[test]
fn the_sentences_of_a_program_are_no_errors() {
    let texts = [
        "return \"\", fmt.Errorf(\"failed to get token: status %d: %s\", resp.StatusCode, string(body))",
        "return \"\", errors.New(\"failed to get token: status 400\")",
        "log.Printf(\"token request failed with status 401: invalid_client\")",
        "return \"\", fmt.Errorf(\n\t\t\t\"failed to get token: HTTP 400: %s\",\n\t\t\tbody)",
        "http.Error(w, \"invalid_grant: The code has expired\", http.StatusBadRequest)",
        "c.JSON(http.StatusInternalServerError, gin.H{\"error\": err.Error()})",
        "return c.JSON(401, map[string]string{\"error\": \"invalid_client\"})",
    ];
    are_no_errors(&texts.map(|error| GO.replace("ERROR", error)).each_ref().map(String::as_str));
    leads_to("sound", &texts.map(|error| GO.replace("ERROR", error)).each_ref().map(String::as_str));
    let refused = |said: &str| format!("{}\n{said}\n", GO.replace("ERROR", texts[0]));
    leads_to(
        "client-refused/wrong-value",
        &[
            &refused(
                "failed to get token: status 400: {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
            ),
            &refused("// {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}"),
        ],
    );
}

#[test]
fn a_code_that_was_refused_says_nothing_of_the_credentials() {
    let program = "var conf = &oauth2.Config{\n    ClientID:     \"your-client-id\",\n    ClientSecret: \"your-client-secret\",\n    RedirectURL:  \"http://localhost:8080/callback\",\n    Endpoint:     github.Endpoint,\n}\n";
    let refused = |error: &str| format!("{program}\n{{\"error\":\"{error}\",\"error_description\":\"\"}}\n");
    leads_to("setting-placeholder", &[&refused("incorrect_client_credentials")]);
    leads_to("code-invalid/code-used-or-old", &[&refused("bad_verification_code")]);
}

#[test]
fn a_code_that_is_exchanged_somewhere_else() {
    let sharp = |address: &str, more: &str| {
        format!(
            "var restClient = new RestClient(\"{address}\");\nvar request = new RestRequest();\nrequest.Method = Method.Post;\nrequest.AddParameter(\"code\", code);\nrequest.AddParameter(\"redirect_uri\", \"https://app.example.com/cb\");\nrequest.AddParameter(\"client_id\", clientId);\nrequest.AddParameter(\"client_secret\", clientSecret);\n{more}var response = restClient.Execute(request);\n"
        )
    };
    let script = |address: &str, word: &str| {
        format!(
            "var options = {{'method': 'post', 'headers': {{'Authorization': '{word}' + keys}}}}\nvar response = UrlFetchApp.fetch('{address}?response_type=code&code' + code + '&redirect_uri=' + url, options)\n"
        )
    };
    let python = |address: &str| {
        format!(
            "r = requests.post('{address}', data={{'code': code, 'redirect_uri': uri}}, auth=(client_id, client_secret))\n"
        )
    };
    leads_to(
        "other-token-endpoint",
        &[
            &sharp("https://zoom.us/v2/users/me/meetings", ""),
            &sharp("https://zoom.us/oauth/authorize", ""),
            &sharp("https://zoom.us/oauth/access", "request.AddParameter(\"grant_type\", \"authorization_code\");\n"),
            &script("https://zoom.us/oauth/authorize", "Basic"),
            &script("https://zoom.us/oauth/authorize", "Basic "),
            &python("https://zoom.us/oauth/authorize"),
        ],
    );
    leads_to("parameter-missing", &[&sharp("https://zoom.us/oauth/token", "")]);
    leads_to(
        "sound",
        &[
            &sharp("https://zoom.us/oauth/token", "request.AddParameter(\"grant_type\", \"authorization_code\");\n"),
            "const r = await fetch('https://app.example.com/api/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code, redirect_uri }) })\n",
            "const r = await axios.post('https://app.example.com/oauth/callback', { code, redirect_uri, client_id })\n",
            "curl -u \"$NAME:$PASS\" -X POST \"https://id.example.com/oauth/authorize?response_type=token&client_id=openshift-challenging-client\" -H 'X-CSRF-Token: 1'\n",
            "fetch('https://api.zoom.us/v2/users/me', { method: 'POST', headers: { Authorization: 'Bearer ' + token } })\n",
        ],
    );
}

#[test]
fn a_client_that_was_refused_is_not_refused_for_another_parameter() {
    let sent = |client: &str, error: &str| {
        format!(
            "curl -X POST 'http://localhost:3000/oauth/token' -d 'grant_type=password' -d 'email=a@b.example' -d 'password=x1y2z3w4'{client}\n\n{{\"error\":\"{error}\"}}\n"
        )
    };
    leads_to("client-maybe-public", &[&sent("", "invalid_client"), &sent(" -d client_id=app1", "invalid_client")]);
    leads_to("parameter-missing", &[&sent("", "invalid_request"), &sent(" -u \"$A:$B\"", "invalid_request")]);
}

#[test]
fn parameters_that_another_function_returns() {
    let ruby = |name: &str| {
        format!(
            "class Fetch\n  def response\n    RestClient.post(url, {{}}, headers)\n  end\n\n  def params\n    {{\n      grant_type: grant_type,\n      code: code,\n      {name}: address\n    }}\n  end\nend\n"
        )
    };
    let python = |name: &str| {
        format!(
            "def params(code, uri):\n    return {{\n        'grant_type': 'authorization_code',\n        'code': code,\n        '{name}': uri,\n    }}\n\ndef token(code, uri):\n    return requests.post(settings.url, data=params(code, uri)).json()\n"
        )
    };
    let script = |code: &str, name: &str| {
        format!(
            "function body(code) {{\n  return {{\n    grant_type: 'authorization_code',\n    {code}\n    {name}: address,\n  }};\n}}\nconst r = await axios.post(config.url, qs.stringify(body(code)), {{ auth }});\n"
        )
    };
    let php = |name: &str| {
        format!(
            "private function params($code) {{\n    return [\n        'grant_type' => 'authorization_code',\n        'code' => $code,\n        '{name}' => $this->url,\n    ];\n}}\npublic function token() {{ return $this->client->post($this->tokenUrl, $this->params($code)); }}\n"
        )
    };
    leads_to(
        "parameter-misnamed",
        &[
            &ruby("redirect_url"),
            &ruby("redirecturi"),
            &ruby("redirect_url").replace('\n', "\r\n"),
            &python("redirect_url"),
            &python("callback_url"),
            &script("code,", "redirectUri"),
            &php("callback_url"),
        ],
    );
    leads_to(
        "nothing",
        &[
            &ruby("redirect_uri"),
            &ruby("state"),
            &python("redirect_uri"),
            &script("code,", "redirect_uri"),
            &php("redirect_uri"),
            // Settings of a library.
            &script("scope,", "redirectUri"),
        ],
    );
}
