//! The lines of a command, which the page explains one by one: in every format and for every kind of request they are the
//! whole text, each says what it does, and a secret is only where a line says so.

use authdesk::commands::{Command, CommandError, Format, Line, Purpose, SecretUse, Typed, http_text};
use authdesk::oauth::{
    Authentication, Client, CodeVerifier, Endpoint, Grant, HttpRequest, PairEncoding, Secret, api_request,
    authorization_header, device_request, form_encoded, revocation_request, token_request,
};
use strum::VariantArray;

const CODE: &str = "hidden+code";
const VERIFIER: &str = "hidden-verifier-hidden-verifier-hidden-verifier";
const SECRET: &str = "hidden secret's";
const TOKEN: &str = "hidden-token";

const CLIENTS: [Client<'static>; 4] = [
    Client { id: "DemoClientId01", authentication: Authentication::Basic(PairEncoding::Raw) },
    Client { id: "DemoClientId01", authentication: Authentication::Basic(PairEncoding::FormEncoded) },
    Client { id: "DemoClientId01", authentication: Authentication::Body },
    Client { id: "DemoClientId01", authentication: Authentication::Public },
];

/// Requests of every kind, each with its name.
fn requests() -> Vec<(&'static str, HttpRequest)> {
    let endpoint = Endpoint::parse("https://a.example/oauth/token?x=1").unwrap();
    let (code, verifier) = (Secret::new(CODE), CodeVerifier::parse(VERIFIER).unwrap());
    let exchange = |redirect_uri, code_verifier| Grant::AuthorizationCode { code: &code, redirect_uri, code_verifier };
    let grants = [
        ("exchange", exchange(None, None)),
        ("exchange with PKCE", exchange(Some("https://b.example/cb?it's"), Some(&verifier))),
        ("refresh", Grant::RefreshToken),
        ("account credentials", Grant::AccountCredentials { account_id: "@AbC" }),
        ("client credentials", Grant::ClientCredentials { scope: None }),
        ("client credentials with a scope", Grant::ClientCredentials { scope: Some("a:b \\ c:d") }),
        ("poll of a device", Grant::DeviceCode),
    ];
    let api = api_request(&Endpoint::parse("https://api.a.example").unwrap(), "/v2/users/me").unwrap();
    let query = HttpRequest { form: token_request(&endpoint, &CLIENTS[0], &grants[1].1).unwrap().form, ..api.clone() };
    let mut requests = vec![("first call", api), ("a form in the query", query)];
    for client in &CLIENTS {
        // A public client cannot use every grant type.
        let of_client =
            grants.iter().filter_map(|(name, grant)| Some((*name, token_request(&endpoint, client, grant).ok()?)));
        requests.extend(of_client);
        requests.push(("device", device_request(&endpoint, client, Some("a b")).unwrap()));
        requests.push(("revocation", revocation_request(&endpoint, client).unwrap()));
    }
    requests
}

/// Runs this with nothing typed on the page, and with all or a part of it.
fn with_every_use(mut check: impl FnMut(SecretUse<'_>)) {
    let (secret, token) = (Secret::new(SECRET), Secret::new(TOKEN));
    let answers = ["Refresh Token", "Access Token", "Device Code", "Token to revoke"].map(|name| (name, &token));
    check(SecretUse::Asked);
    for (client_secret, answers) in [(Some(&secret), &answers[..]), (Some(&secret), &[]), (None, &answers), (None, &[])]
    {
        check(SecretUse::Written(Typed { client_secret, answers }));
    }
}

fn text(line: &Line) -> &str {
    // EXPOSE: the test searches it.
    line.text.expose()
}

/// All commands there are, each with what it is and how it was built.
fn with_every_command(mut check: impl FnMut(&str, Format, SecretUse<'_>, &Command)) {
    let (requests, mut count) = (requests(), 0);
    with_every_use(|secrets| {
        let mut one = |what: &str, format: Format, command: Result<Command, CommandError>| match command {
            Ok(command) => {
                count += 1;
                check(&format!("{what} {secrets:?}"), format, secrets, &command);
            }
            Err(CommandError::PairEncoding | CommandError::NotKnown { .. } | CommandError::SecondQuestion { .. }) => {}
            Err(error) => panic!("{what} {secrets:?}: {error:?}"),
        };
        for (name, request) in &requests {
            for &format in Format::VARIANTS {
                one(&format!("{name}, {}", format.name()), format, format.command(request, secrets));
            }
            for format in [Format::Bash, Format::PowerShell] {
                let whole = format.exchange(request, secrets).expect("it has one");
                one(&format!("{name}, exchange"), format, whole);
            }
        }
        let polls = requests.iter().filter(|(name, _)| *name == "poll of a device");
        for ((_, ask), (_, poll)) in requests.iter().filter(|(name, _)| *name == "device").zip(polls) {
            for format in [Format::Bash, Format::Python] {
                one("device flow", format, format.device(ask, poll, secrets).expect("it has one"));
            }
        }
    });
    assert!(count > 500, "{count}");
}

#[test]
fn a_form_says_whether_it_has_a_command_that_does_all() {
    let request = &requests()[0].1;
    for format in Format::VARIANTS {
        let name = format.name();
        assert_eq!(format.exchange(request, SecretUse::Asked).is_some(), format.has_exchange(), "{name}");
        assert_eq!(format.device(request, request, SecretUse::Asked).is_some(), format.has_device(), "{name}");
    }
}

#[test]
fn the_lines_are_the_text() {
    with_every_command(|what, format, _, command| {
        let end = if format == Format::Raw { "\r\n" } else { "\n" };
        let mut whole: String = command.lines().iter().map(|line| format!("{}{end}", text(line))).collect();
        if format == Format::Raw && command.lines().last().unwrap().purpose == Purpose::Body {
            whole.truncate(whole.len() - end.len());
        }
        // EXPOSE: the test compares the whole text.
        assert_eq!(command.text().expose(), whole, "{what}");
    });
}

/// What belongs to a language or a file format, line by line.
const SYNTAX: [&str; 20] = [
    "",
    "(",
    ")",
    "{",
    "}",
    "done",
    "& {",
    "try {",
    "$headers = @{}",
    "$form = @()",
    "def main():",
    "main()",
    "form = [",
    "]",
    "],",
    "] }",
    "\"header\": [",
    "\"urlencoded\": [",
    "\"variable\": [",
    "} }],",
];

#[test]
fn every_line_says_what_it_does() {
    with_every_command(|what, _, _, command| {
        for line in command.lines() {
            let is_syntax = |line: &str| {
                // A collection has a name and the URL of its schema.
                SYNTAX.contains(&line.trim())
                    || ["{", "  \"info\": {", "  \"item\": [{ \"name\": \"Request a"]
                        .iter()
                        .any(|start| line.starts_with(start))
            };
            match line.purpose {
                Purpose::Frame => assert!(text(line).lines().all(is_syntax), "{what}: {:?}", text(line)),
                _ => assert!(
                    !text(line).trim().is_empty() || line.purpose == Purpose::Body,
                    "{what}: {:?}",
                    line.purpose
                ),
            }
        }
    });
}

/// A part of the text that has a hidden value: as it is, quoted, form-encoded or in base64.
fn holds(line: &Line, value: &str) -> bool {
    let quoted = [value.replace('\'', r"'\''"), value.replace('\'', r"\'")];
    let pairs = [PairEncoding::Raw, PairEncoding::FormEncoded].map(|encoding| {
        // EXPOSE: the test looks for it.
        authorization_header("DemoClientId01", &Secret::new(value), encoding).unwrap().expose().to_owned()
    });
    let encoded = form_encoded(value);
    [value, &encoded]
        .into_iter()
        .chain(quoted.iter().chain(&pairs).map(String::as_str))
        .any(|one| text(line).contains(one))
}

#[test]
fn a_secret_is_only_where_a_line_says_so() {
    let mut held = 0;
    with_every_command(|what, format, secrets, command| {
        for line in command.lines() {
            let purpose = line.purpose;
            for typed in [SECRET, TOKEN].into_iter().filter(|typed| holds(line, typed)) {
                assert!(matches!(secrets, SecretUse::Written(_)), "{what}: {purpose:?} has a secret");
                let is_said = matches!(
                    purpose,
                    Purpose::Holds(_) | Purpose::Pair | Purpose::Body | Purpose::Field(_) | Purpose::Variable(_)
                );
                // A collection has its values as variables, and a form in a query is a part of the URL.
                assert!(is_said, "{what}: {purpose:?} has {typed}");
                held += 1;
            }
            for known in [CODE, VERIFIER].into_iter().filter(|known| holds(line, known)) {
                let masks = matches!(format, Format::Raw | Format::Postman) && matches!(secrets, SecretUse::Asked);
                assert!(!masks, "{what}: {purpose:?} has {known}");
                let is_query = purpose == Purpose::Address && matches!(format, Format::HttpFile | Format::Raw);
                assert!(
                    is_query || matches!(purpose, Purpose::Body | Purpose::Field(_) | Purpose::Variable(_)),
                    "{what}: {purpose:?}"
                );
            }
        }
    });
    assert!(held > 200, "{held}");
}

#[test]
fn nothing_typed_is_not_known() {
    let nothing = Secret::new("");
    let answers = ["Refresh Token", "Access Token", "Device Code", "Token to revoke"].map(|name| (name, &nothing));
    let empty = SecretUse::Written(Typed { client_secret: Some(&nothing), answers: &answers });
    for (name, request) in requests() {
        for format in Format::VARIANTS {
            if [Format::Raw, Format::Postman].contains(format) {
                continue;
            }
            let text = |secrets| match format.command(&request, secrets) {
                // EXPOSE: the test compares two texts.
                Ok(command) => command.text().expose().to_owned(),
                Err(error) => format!("{error:?}"),
            };
            assert_eq!(text(empty), text(SecretUse::Asked), "{name}, {format:?}");
        }
        let asks = !matches!(request.authorization, authdesk::oauth::Authorization::None)
            || request.form.iter().any(|field| matches!(field.value, authdesk::oauth::FormValue::AskedFor(_)));
        let refusal = http_text(&request, empty).map(drop);
        assert_eq!(matches!(refusal, Err(CommandError::NotKnown { .. })), asks, "{name}: {refusal:?}");
    }
}
