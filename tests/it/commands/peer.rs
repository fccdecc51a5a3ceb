//! The commands for bash, and one for Python, against a real authorization server: the oidc-provider of `tests/peer`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};

use authdesk::commands::{SecretUse, Typed, bash, bash_device, bash_exchange, python, python_device};
use authdesk::oauth::{
    Authentication, Authorization, Client, CodeVerifier, Endpoint, Grant, HttpRequest, PairEncoding, Secret,
    api_request, device_request, form_encoded, revocation_request, token_request,
};
use serde_json::Value;

struct Peer {
    child: Child,
    told: Value,
}

impl Peer {
    fn start() -> Peer {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peer");
        assert!(
            std::path::Path::new(folder).join("node_modules/oidc-provider").is_dir(),
            "the authorization server of tests/peer is missing; get it with: scripts/setup --for-check"
        );
        let mut child = Command::new("node")
            .arg("server.mjs")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Peer { child, told: serde_json::from_str(&line).unwrap() }
    }

    fn endpoint(&self, name: &str) -> Endpoint {
        Endpoint::parse(self.told[name].as_str().unwrap()).unwrap()
    }

    /// Client ID and secret.
    fn client(&self, name: &str) -> (String, String) {
        let text = |part: &str| self.told["clients"][name][part].as_str().unwrap().to_owned();
        (text("id"), text("secret"))
    }

    /// What a person does in the server's pages.
    fn asked(&self, path: &str) -> String {
        let url = format!("{}{path}", self.told["issuer"].as_str().unwrap());
        let output = Command::new("curl").args(["--silent", "--fail", "--noproxy", "*", &url]).output().unwrap();
        assert!(output.status.success(), "{path}");
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn shell(command: &authdesk::commands::Command, before: &str) -> Child {
    // EXPOSE: the command is run.
    let text = format!("{before}{}", command.text().expose());
    started(&["bash", "--norc", "--noprofile", "-c", &text])
}

fn started(words: &[&str]) -> Child {
    Command::new(words[0])
        .args(&words[1..])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What a command prints when these lines are typed.
#[track_caller]
fn printed(command: &authdesk::commands::Command, typed: &[&str]) -> String {
    let mut child = shell(command, "");
    writeln!(child.stdin.take().unwrap(), "{}", typed.join("\n")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn encoded(id: &str) -> Client<'_> {
    Client { id, authentication: Authentication::Basic(PairEncoding::FormEncoded) }
}

/// What the program prints for a device that is approved after its second request. Instead of waiting it says so, and
/// goes on with the next line of its input; before that it is told what it prompts for.
fn approved(peer: &Peer, mut child: Child, prompted: &[&str]) -> Value {
    let mut input = child.stdin.take().unwrap();
    let mut errors = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let mut said = |start: &str| errors.find(|line| line.starts_with(start)).unwrap();
    for line in prompted {
        writeln!(input, "{line}").unwrap();
    }
    let user_code = said("Open ").rsplit_once("enter the code ").unwrap().1.to_owned();
    said("waits");
    writeln!(input).unwrap();
    said("waits");
    assert_eq!(peer.asked(&format!("/test/approve?user_code={user_code}")), "approved");
    writeln!(input).unwrap();
    let mut answer = String::new();
    child.stdout.take().unwrap().read_to_string(&mut answer).unwrap();
    assert!(child.wait().unwrap().success());
    serde_json::from_str(&answer).unwrap()
}

/// The secret and another value in the order in which a command prompts for them.
fn in_order<'s>(client: &Client<'_>, secret: &'s str, other: &'s str) -> [&'s str; 2] {
    if client.authentication == Authentication::Body { [other, secret] } else { [secret, other] }
}

#[test]
fn a_device_gets_a_token_that_works_until_it_is_revoked() {
    let peer = Peer::start();
    let (id, secret) = peer.client("device");
    works_until_it_is_revoked(&peer, &encoded(&id), &secret);
    let (id, secret) = peer.client("post");
    works_until_it_is_revoked(&peer, &Client { id: &id, authentication: Authentication::Body }, &secret);
}

fn works_until_it_is_revoked(peer: &Peer, client: &Client<'_>, secret: &str) {
    let ask = device_request(&peer.endpoint("device_endpoint"), client, Some("openid offline_access")).unwrap();
    let token_endpoint = peer.endpoint("token_endpoint");
    let poll = token_request(&token_endpoint, client, &Grant::DeviceCode).unwrap();
    let command = bash_device(&ask, &poll, SecretUse::Asked).unwrap();
    // It waits for a line here instead of some seconds, so that one poll can be without an approval.
    let child = shell(&command, "sleep() { echo waits >&2; read -r _; }\n");
    let answer = approved(peer, child, &[secret]);
    let token = answer["access_token"].as_str().unwrap();

    // The refresh token, by the command that prints nothing else.
    let refresh = token_request(&token_endpoint, client, &Grant::RefreshToken).unwrap();
    let refresh = bash_exchange(&refresh, SecretUse::Asked).unwrap();
    let old = answer["refresh_token"].as_str().unwrap();
    let [first, second] = in_order(client, secret, old);
    let told = printed(&refresh, &["y", first, second]);
    let new = told.lines().next().unwrap().strip_prefix("Refresh token: ").unwrap();
    assert!(new != old && told.contains("expires in 3600 seconds"), "{told}");

    let api = Endpoint::parse(peer.told["issuer"].as_str().unwrap()).unwrap();
    let call = bash(&api_request(&api, "/me").unwrap(), SecretUse::Asked).unwrap();
    assert_eq!(printed(&call, &[token]), "{\"sub\":\"admin\"}\n");
    let revoke = revocation_request(&peer.endpoint("revocation_endpoint"), client).unwrap();
    assert_eq!(printed(&bash(&revoke, SecretUse::Asked).unwrap(), &in_order(client, secret, token)), "\n");
    assert!(printed(&call, &[token]).contains("invalid_token"));

    // Like Zoom, this server invalidates the refresh token too.
    let mut child = shell(&refresh, "");
    writeln!(child.stdin.take().unwrap(), "y\n{}", in_order(client, secret, new).join("\n")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("No token (HTTP 400, invalid_grant: "));
}

/// With the secret typed on the page already, by the program for Python.
#[test]
fn a_device_gets_a_token_by_python() {
    let peer = Peer::start();
    let (id, secret) = peer.client("device");
    gets_a_token_by_python(&peer, &encoded(&id), secret);
    let (id, secret) = peer.client("post");
    gets_a_token_by_python(&peer, &Client { id: &id, authentication: Authentication::Body }, secret);
}

fn gets_a_token_by_python(peer: &Peer, client: &Client<'_>, secret: String) {
    let ask = device_request(&peer.endpoint("device_endpoint"), client, Some("openid offline_access")).unwrap();
    let token_endpoint = peer.endpoint("token_endpoint");
    let poll = token_request(&token_endpoint, client, &Grant::DeviceCode).unwrap();
    let secret = Secret::new(secret);
    let written = |answers| SecretUse::Written(Typed { client_secret: Some(&secret), answers });
    let program = python_device(&ask, &poll, written(&[])).unwrap();
    let waits = "import sys, time\ndef wait(seconds):\n    print('waits', file=sys.stderr)\n    sys.stdin.readline()\n\ntime.sleep = wait\n";
    // EXPOSE: the program is run.
    let child = started(&["python3", "-u", "-c", &format!("{waits}{}", program.text().expose())]);
    let answer = approved(peer, child, &[]);
    assert!(answer["access_token"].is_string(), "{answer}");

    // The only question left is whether the old token may be invalidated.
    let refresh = token_request(&token_endpoint, client, &Grant::RefreshToken).unwrap();
    let old = Secret::new(answer["refresh_token"].as_str().unwrap());
    let answers = [("Refresh Token", &old)];
    let told = printed(&bash_exchange(&refresh, written(&answers)).unwrap(), &["y"]);
    assert!(told.starts_with("Refresh token: ") && told.contains("expires in 3600 seconds"), "{told}");
}

/// What the server returns for the client's own credentials, by the command for bash and by the program for Python.
#[track_caller]
fn answered(request: &HttpRequest, secret: &str) -> Value {
    let by_bash: Value = serde_json::from_str(&printed(&bash(request, SecretUse::Asked).unwrap(), &[secret])).unwrap();
    let secret = Secret::new(secret);
    let written = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[] });
    // EXPOSE: the program is run.
    let program = python(request, written).unwrap().text().expose().to_owned();
    let output = started(&["python3", "-u", "-c", &program]).wait_with_output().unwrap();
    let by_python: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(by_bash["error"], by_python["error"], "{by_bash} {by_python}");
    assert_eq!(by_bash["access_token"].is_string(), by_python["access_token"].is_string());
    by_bash
}

/// RFC 6749 §2.3: each client in its own way, and never in two.
#[test]
fn a_client_authenticates_in_the_one_way_it_is_registered_for() {
    let peer = Peer::start();
    let ways = [
        ("server", Authentication::Basic(PairEncoding::FormEncoded)),
        ("post", Authentication::Body),
        ("zoom", Authentication::Basic(PairEncoding::Raw)),
    ];
    let account = peer.told["account_id"].as_str().unwrap();
    let request = |id: &str, authentication| {
        let grant = Grant::AccountCredentials { account_id: account };
        token_request(&peer.endpoint("token_endpoint"), &Client { id, authentication }, &grant).unwrap()
    };
    for (name, authentication) in ways {
        let (id, secret) = peer.client(name);
        let answer = answered(&request(&id, authentication), &secret);
        assert!(answer["access_token"].is_string(), "{name}: {answer}");
        // The secret is really compared.
        let answer = answered(&request(&id, authentication), &format!("{secret}x"));
        assert_eq!(answer["error"], "invalid_client", "{name}: {answer}");
        // RFC 6749 §2.3: not more than one way in a request.
        let both = HttpRequest {
            authorization: Authorization::Basic { client_id: id.clone(), encoding: PairEncoding::FormEncoded },
            ..request(&id, Authentication::Body)
        };
        let answer = answered(&both, &secret);
        assert_eq!(answer["error"], "invalid_request", "{name}: {answer}");
    }
    let (id, secret) = peer.client("post");
    let answer = answered(&request(&id, Authentication::Basic(PairEncoding::FormEncoded)), &secret);
    assert_eq!(answer["error"], "invalid_client", "{answer}");
    let (id, secret) = peer.client("server");
    let answer = answered(&request(&id, Authentication::Body), &secret);
    assert_eq!(answer["error"], "invalid_client", "{answer}");
}

#[test]
fn a_public_client_exchanges_its_code_with_the_verifier_alone() {
    let peer = Peer::start();
    let (id, _) = peer.client("public");
    let client = Client { id: &id, authentication: Authentication::Public };
    let verifier = CodeVerifier::from_bytes(&[7; 32]);
    let redirect = peer.told["landing_url"].as_str().unwrap();
    let code = || {
        let (id, redirect) = (form_encoded(&id), form_encoded(redirect));
        let challenge = verifier.challenge();
        Secret::new(peer.asked(&format!("/test/code?client_id={id}&redirect_uri={redirect}&challenge={challenge}")))
    };
    let exchange = |code: &Secret, code_verifier| {
        let grant = Grant::AuthorizationCode { code, redirect_uri: Some(redirect), code_verifier };
        bash(&token_request(&peer.endpoint("token_endpoint"), &client, &grant).unwrap(), SecretUse::Asked).unwrap()
    };
    let answer: Value = serde_json::from_str(&printed(&exchange(&code(), Some(&verifier)), &[])).unwrap();
    assert!(answer["access_token"].is_string() && answer["refresh_token"].is_string(), "{answer}");
    let other = CodeVerifier::from_bytes(&[8; 32]);
    for wrong in [None, Some(&other)] {
        let answer: Value = serde_json::from_str(&printed(&exchange(&code(), wrong), &[])).unwrap();
        assert_eq!(answer["error"], "invalid_grant", "{answer}");
    }
}
