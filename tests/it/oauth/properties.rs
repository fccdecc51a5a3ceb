//! What is built is read back the same, and no text makes a reader panic.

use authdesk::oauth::{
    AuthorizeRequest, CodeVerifier, Endpoint, MissingReason, Outcome, PairEncoding, PastedForm, Secret, StateCheck,
    StateToken, StateVerdict, TokenAnswer, authorization_header, form_encoded, joined, read_redirect,
    read_token_answer, scope_list,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use proptest::prelude::*;

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

/// Text of any kind without control characters, at least one character.
fn printable() -> impl Strategy<Value = String> {
    "\\PC{1,40}".prop_filter("Cc", |text| !text.chars().any(char::is_control))
}

/// Pieces that the readers look for, in any order and with anything between.
fn scraps() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "code=",
        "state=",
        "error=",
        "error_description=",
        "code",
        "&",
        "&amp;",
        "&#38;",
        "?",
        "#",
        "=",
        "%",
        "%25",
        "%3D",
        "%FF",
        "+",
        " ",
        "\r\n",
        "\"",
        "'",
        "<",
        ">",
        "https://",
        "http://",
        "a.example",
        "/",
        ":",
        "@",
        "[::1]",
        "\u{feff}",
        "\u{200b}",
        "\u{e9}",
        "\u{1f600}",
        "\0",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"access_token\":\"a\"",
        "\"error\":\"b\"",
        "\"reason\":\"c\"",
        "HTTP/1.1 200 OK",
        "\\u",
        "\\",
        "1e999",
        "...",
        "https%3A%2F%2F",
    ]);
    prop::collection::vec(prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()], 0..24)
        .prop_map(|pieces| pieces.concat())
}

/// Every reader once; a panic fails the test.
fn read_all(text: &str) {
    let state = Secret::new("state");
    for expected in [None, Some(StateCheck::Exact(&state)), Some(StateCheck::Fingerprint(text))] {
        let landing = read_redirect(text, expected);
        let length = text.chars().count();
        assert!(landing.notes.iter().all(|note| note.at < length), "a note stands inside of the text");
        assert!(landing.notes.is_sorted_by_key(|note| note.at), "notes are in the order of the text");
        assert_eq!(landing.state == StateVerdict::NotExpected, expected.is_none());
        match &landing.outcome {
            Outcome::Code(code) => assert!(!code.is_empty()),
            Outcome::Refused(refusal) => assert!(!refusal.error.is_empty()),
            Outcome::Missing(_) => {}
        }
    }
    let _ = read_token_answer(text);
    let _ = CodeVerifier::parse(text);
    let _ = form_encoded(text);
    let _ = Secret::new(text).ending();
    if let Ok(endpoint) = Endpoint::parse(text) {
        assert_eq!(endpoint.as_str(), text);
        assert!(!endpoint.host().is_empty() && text.contains(endpoint.host()));
    }
    let names = scope_list(text);
    assert_eq!(scope_list(&joined(&names)), names);
    for encoding in [PairEncoding::Raw, PairEncoding::FormEncoded] {
        let _ = authorization_header(text, &Secret::new(text), encoding);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_reader_panic(text in any::<String>()) {
        read_all(&text);
    }

    #[test]
    fn no_scraps_make_a_reader_panic(text in scraps()) {
        read_all(&text);
    }

    #[test]
    fn an_authorize_url_says_what_was_asked(
        query in prop::sample::select(vec!["", "?", "?t=1", "?t=1&", "?t=%26"]),
        id in printable(),
        redirect in prop::option::of(printable()),
        state in prop::option::of(printable()),
        challenge in prop::option::of("[A-Za-z0-9_-]{43}"),
        scope in prop::option::of(printable()),
    ) {
        prop_assume!(!id.trim().is_empty());
        let endpoint = Endpoint::parse(&format!("https://a.example/authorize{query}")).unwrap();
        let state = state.map(Secret::new);
        let url = AuthorizeRequest {
            endpoint: &endpoint,
            client_id: &id,
            redirect_uri: redirect.as_deref(),
            state: state.as_ref(),
            code_challenge: challenge.as_deref(),
            scope: scope.as_deref(),
        }
        .url()
        .unwrap();
        let mut meant: Vec<(&str, &str)> = vec![("response_type", "code"), ("client_id", &id)];
        meant.extend(redirect.as_deref().map(|value| ("redirect_uri", value)));
        meant.extend(scope.as_deref().map(|value| ("scope", value)));
        meant.extend(state.as_ref().map(|value| ("state", shown(value))));
        meant.extend(challenge.as_deref().map(|value| ("code_challenge", value)));
        meant.extend(challenge.as_ref().map(|_| ("code_challenge_method", "S256")));

        let text = shown(url.text());
        prop_assert!(text.is_ascii() && text.starts_with(url.endpoint_text()));
        prop_assert_eq!(text.matches('?').count(), 1);
        let (_, whole) = text.split_once('?').unwrap();
        let own = if query.starts_with("?t") { 1 } else { 0 };
        // As a server reads forms, and as one that only decodes percent signs.
        let as_form: Vec<(String, String)> = form_urlencoded::parse(whole.as_bytes()).into_owned().skip(own).collect();
        let as_percent: Vec<(String, String)> = whole
            .split('&')
            .filter(|pair| !pair.is_empty())
            .skip(own)
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (name.to_owned(), percent_decode_str(value).decode_utf8().unwrap().into_owned()))
            .collect();
        let meant: Vec<(String, String)> = meant.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        prop_assert_eq!(&as_form, &meant);
        prop_assert_eq!(&as_percent, &meant);
        let parts: Vec<(String, String)> =
            url.parts().iter().map(|part| (part.name.to_owned(), shown(&part.value).to_owned())).collect();
        prop_assert_eq!(&parts, &meant);
        let glued: Vec<String> =
            url.parts().iter().map(|part| format!("{}={}", part.name, shown(&part.encoded))).collect();
        prop_assert!(text.ends_with(&glued.join("&")));
    }

    #[test]
    fn a_header_decodes_to_the_pair(id in printable(), secret in printable()) {
        let decoded = |encoding| {
            let header = authorization_header(&id, &Secret::new(secret.as_str()), encoding)?;
            let pair = STANDARD.decode(shown(&header).strip_prefix("Basic ").unwrap()).unwrap();
            let (id, secret) = String::from_utf8(pair).unwrap().split_once(':').map(|(a, b)| (a.into(), b.into())).unwrap();
            Ok::<(String, String), authdesk::oauth::BasicAuthError>((id, secret))
        };
        match decoded(PairEncoding::Raw) {
            Ok(pair) => prop_assert_eq!(pair, (id.clone(), secret.clone())),
            Err(_) => prop_assert!(id.contains(':')),
        }
        let (encoded_id, encoded_secret) = decoded(PairEncoding::FormEncoded).unwrap();
        let read = |text: &str| form_urlencoded::parse(format!("x={text}").as_bytes()).next().unwrap().1.into_owned();
        prop_assert_eq!((read(&encoded_id), read(&encoded_secret)), (id, secret));
    }

    #[test]
    fn a_redirect_gives_back_code_and_state(
        code in "(?s).{1,40}",
        state in "(?s).{1,40}",
        shape in prop::sample::select(vec![
            ("https://a.example/cb?", PastedForm::Address),
            ("https://a.example/cb?x=1&", PastedForm::Address),
            ("https://a.example/cb#", PastedForm::Address),
            ("?", PastedForm::Query),
            ("#", PastedForm::Fragment),
            ("", PastedForm::FormBody),
        ]),
        state_first in any::<bool>(),
        other_state in "[a-z]{41}",
    ) {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (start, form) = shape;
        let mut pairs = [format!("code={}", encoded(&code)), format!("state={}", encoded(&state))];
        if state_first {
            pairs.reverse();
        }
        let text = format!("{start}{}", pairs.join("&"));
        let expected = Secret::new(state.as_str());
        let landing = read_redirect(&text, Some(StateCheck::Exact(&expected)));
        prop_assert!(matches!(&landing.outcome, Outcome::Code(read) if shown(read) == code));
        prop_assert_eq!(landing.state, StateVerdict::Same);
        prop_assert_eq!(landing.form, form);
        let fingerprint = StateToken::fingerprint(&expected);
        prop_assert_eq!(read_redirect(&text, Some(StateCheck::Fingerprint(&fingerprint))).state, StateVerdict::Same);
        let other = Secret::new(other_state);
        prop_assert_eq!(read_redirect(&text, Some(StateCheck::Exact(&other))).state, StateVerdict::Different);

        // As a mail program wraps it.
        let (front, behind) = text.split_at(text.len() / 2);
        let wrapped = format!("<{}\r\n{}>", front, behind).replace('&', "&amp;");
        let landing = read_redirect(&wrapped, Some(StateCheck::Exact(&expected)));
        prop_assert!(matches!(&landing.outcome, Outcome::Code(read) if shown(read) == code));
        prop_assert_eq!(landing.state, StateVerdict::Same);
    }

    #[test]
    fn different_codes_are_never_taken_for_one(first in "[A-Za-z0-9_-]{1,9}", second in "[A-Za-z0-9_-]{1,9}") {
        let landing = read_redirect(&format!("https://a.example/?code={first}&state=s&code={second}"), None);
        match landing.outcome {
            Outcome::Code(code) => prop_assert!(first == second && shown(&code) == first),
            Outcome::Missing(reason) => prop_assert!(first != second && reason == MissingReason::SeveralCodes),
            Outcome::Refused(_) => prop_assert!(false),
        }
    }

    #[test]
    fn a_bare_code_of_zoom_is_itself(code in "[A-Za-z0-9_-]{1,60}") {
        let landing = read_redirect(&code, None);
        prop_assert!(matches!(&landing.outcome, Outcome::Code(read) if shown(read) == code));
        prop_assert_eq!(landing.form, PastedForm::BareCode);
        prop_assert!(landing.notes.is_empty());
    }

    #[test]
    fn tokens_are_read_back(access in "(?s).{1,40}", refresh in "(?s).{1,40}", seconds in any::<u64>()) {
        // That is a token of which a program has printed only the beginning.
        prop_assume!([&access, &refresh].iter().all(|token| !token.ends_with('…') && !token.ends_with("...")));
        let answer = serde_json::json!({ "access_token": access, "refresh_token": refresh, "expires_in": seconds });
        match read_token_answer(&answer.to_string()) {
            Ok(TokenAnswer::Tokens(tokens)) => {
                prop_assert_eq!(shown(&tokens.access_token), access);
                prop_assert_eq!(tokens.refresh_token.as_ref().map(shown), Some(refresh.as_str()));
                prop_assert_eq!(tokens.expires_in, Some(seconds));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn random_bytes_make_valid_tokens(verifier in any::<[u8; 32]>(), state in any::<[u8; 16]>()) {
        let verifier = CodeVerifier::from_bytes(&verifier);
        let read = CodeVerifier::parse(shown(verifier.secret())).unwrap();
        prop_assert_eq!(read.challenge(), verifier.challenge());
        prop_assert_eq!(verifier.challenge().len(), 43);
        let state = StateToken::from_bytes(&state);
        prop_assert_eq!(form_encoded(shown(state.secret())), shown(state.secret()));
    }
}
