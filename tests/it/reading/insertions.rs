//! Authorization URLs into which a program inserts something, and what looks like it.

use authdesk::oauth::Endpoint;
use authdesk::reading::{
    AuthorizeHabits, Document, DocumentHabits, FindingKind, PieceReading, Severity, read_authorize_url, read_document,
};

/// A URL with these three values.
fn url(id: &str, redirect: &str, state: &str) -> String {
    format!(
        "https://id.example.com/oauth/authorize?response_type=code&client_id={id}&redirect_uri={redirect}&scope=openid&state={state}"
    )
}

/// The insertions of each language, with what is before and after the URL in a program.
const PROGRAMS: [(&str, &str, &str, &str, &str); 16] = [
    ("const url = `", "${CLIENT_ID}", "${encodeURIComponent(REDIRECT_URI)}", "${state}", "`;"),
    ("res.redirect(`", "${process.env.ID}", "${encodeURIComponent(`${origin}/cb`)}", "${a ? b : c}", "`);"),
    (
        "window.location.href = '",
        "' + clientId + '",
        "' + encodeURIComponent('https://app.example.com/cb') + '",
        "' + state",
        ";",
    ),
    ("String url = \"", "\" + clientId + \"", "\" + URLEncoder.encode(redirect, \"UTF-8\") + \"", "\" + state", ";"),
    ("$url = '", "' . $client_id . '", "' . urlencode($redirect) . '", "' . $state", ";"),
    ("$url = \"", "$client_id", "{$redirect}", "$state", "\";"),
    ("url = \"", "#{client_id}", "#{CGI.escape(redirect_uri)}", "#{state}", "\""),
    ("url = f\"", "{client_id}", "{quote(REDIRECT_URI)}", "{secrets.token_urlsafe(16)}", "\""),
    ("url = \"", "%s", "%s", "%s", "\" % (a, b, c)"),
    ("url = \"", "%(id)s", "%(redirect)s", "%(state)s", "\" % values"),
    ("u := fmt.Sprintf(\"", "%s", "%v", "%d", "\", a, b, c)"),
    ("var url = string.Format(\"", "{0}", "{1}", "{2}", "\", a, b, c);"),
    ("Dim url = \"", "\" & id & \"", "\" & Uri.EscapeDataString(redirect) & \"", "\" & state", ""),
    ("location = \"", "{{ client_id }}", "{{ redirect_uri | urlencode }}", "{{ state }}", "\""),
    ("open \"", "$CLIENT_ID", "$REDIRECT_URI", "$STATE", "\""),
    ("start \"\" \"", "%CLIENT_ID%", "%REDIRECT_URI%", "%STATE%", "\""),
];

/// What is read of a server that is not the provider's.
fn read(text: &str) -> Document {
    let endpoint = Endpoint::parse("https://server.example.net/authorize").unwrap();
    let authorize = AuthorizeHabits { endpoint: Some(&endpoint), ..AuthorizeHabits::default() };
    read_document(text, &DocumentHabits { authorize, ..DocumentHabits::default() })
}

fn kinds(text: &str) -> Vec<&'static str> {
    let document = read(text);
    let is_fault = |kind: &FindingKind| kind.severity() >= Severity::Warning;
    let findings = document.pieces.iter().flat_map(|piece| &piece.findings).map(|finding| finding.kind);
    findings.filter(is_fault).map(FindingKind::name).collect()
}

fn has_url(text: &str) -> bool {
    let pieces = read(text).pieces;
    pieces.iter().any(|piece| matches!(piece.reading, PieceReading::Authorize(_)))
}

#[test]
fn a_program_has_nothing_wrong() {
    for (before, id, redirect, state, behind) in PROGRAMS {
        let line = format!("{before}{}{behind}", url(id, redirect, state));
        for text in [line.clone(), format!("// Sign in\n{line}\nexit()\n"), format!("    {line}\r\n")] {
            assert!(has_url(&text), "{text}");
            assert!(kinds(&text).is_empty(), "{text}: {:?}", kinds(&text));
        }
    }
}

#[test]
fn in_a_url_alone_only_the_client_id_was_left_in_place() {
    for (_, id, redirect, state, _) in PROGRAMS {
        assert_eq!(kinds(&url(id, redirect, state)), ["placeholder-words"], "{id}");
    }
    for id in ["<client_id>", "<YOUR CLIENT ID>", "[client_id]", ":client_id", "{client-id}", "YOUR_CLIENT_ID"] {
        assert_eq!(kinds(&url(id, "https%3A%2F%2Fapp.example.com%2Fcb", "xyz")), ["placeholder-words"], "{id}");
    }
    for redirect in [
        "<redirect_uri>",
        "https://${host}/callback",
        "https%3A%2F%2F{{host}}%2Fcallback",
        "https://<your-domain>/callback",
        "${REDIRECT}/cb",
        "...",
        "***",
        "[REDACTED]",
    ] {
        assert!(kinds(&url("s6BhdRkqt3", redirect, "xyz")).is_empty(), "{redirect}");
    }
}

#[test]
fn other_faults_are_still_found() {
    let sound = url("${id}", "${redirect}", "${state}");
    for (old, new, kind) in [
        ("https://", "http://", "not-https"),
        ("scope=openid", "scope=openid,email", "scopes-by-comma"),
        ("scope=openid", "client_secret=${secret}", "secret-in-address"),
        ("response_type=code", "response_type=kode", "response-type-not-code"),
        ("&state", "&code_challenge=${c}&code_challenge_method=S265&state", "challenge-method-unknown"),
    ] {
        let text = format!("const url = `{}`;", sound.replacen(old, new, 1));
        assert_eq!(kinds(&text), [kind], "{text}");
    }
    assert_eq!(kinds(&format!("'{}'", url("s6BhdRkqt3", "app.example.com", "xyz"))), ["no-address"]);
}

#[test]
fn the_values_are_those_of_the_text() {
    for (_, id, redirect, state, _) in PROGRAMS {
        let text = url(id, redirect, state);
        let read = read_authorize_url(&text, &AuthorizeHabits::default());
        // EXPOSE: the test compares the whole values.
        let value = |name: &str| read.parameters.iter().find(|one| one.name == name).map(|one| one.value.expose());
        assert_eq!((value("client_id"), value("state")), (Some(id), Some(state)), "{text}");
        assert_eq!(read.base.expose(), "https://id.example.com/oauth/authorize");
    }
}

#[test]
fn what_is_no_insertion_is_a_value() {
    for state in ["a%20b", "%D0%BF", "%d0%bf", "%AB%20", "a{b", "a$b", "~", "%5Bx%5D", "it's", "a.b"] {
        let text = url("s6BhdRkqt3", "https%3A%2F%2Fapp.example.com%2Fcb", state);
        let read = read_authorize_url(&text, &AuthorizeHabits::default());
        let last = read.parameters.last().unwrap();
        assert_eq!((last.name.as_str(), read.parameters.len()), ("state", 5), "{text}");
        assert!(kinds(&text).is_empty(), "{text}: {:?}", kinds(&text));
    }
}
