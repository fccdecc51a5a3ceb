//! What a tab keeps over a reload: checked-off lines, plain fields and a fingerprint, never a secret.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::desk::{Field, PlainField, Session};
use crate::named::Named;
use crate::oauth::{Secret, StateToken};

/// What is kept of one product's session. A field is kept only if it is a [`PlainField`].
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The product, or `tools`.
    pub session: String,
    /// The plain fields, by name.
    pub fields: Named<String>,
    /// The lines that are checked off.
    pub ticks: Vec<String>,
    /// The sets of scopes whose choice was changed.
    pub sets: Named<bool>,
    /// The fingerprint of the state that was sent, to recognize it when it is returned (RFC 6749 §10.12).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

impl Kept {
    /// What is kept of this session.
    #[must_use]
    pub fn of(name: &str, session: &Session) -> Kept {
        let mut fields = Named::default();
        for field in PlainField::VARIANTS {
            let text = session.plain(*field);
            if !text.is_empty() && !may_contain_secret(text, session) {
                fields.insert(field.name(), text.to_owned());
            }
        }
        let current = || session.state().filter(|_| !session.is_empty()).map(StateToken::fingerprint);
        let sent = session.opened_at.and_then(|_| current());
        Kept {
            session: name.to_owned(),
            fields,
            ticks: session.ticks.clone(),
            sets: session.sets.clone(),
            fingerprint: sent.or_else(|| session.fingerprint.clone()).or_else(current),
        }
    }

    /// The session as it can be restored. Names that no field has are left out.
    #[must_use]
    pub fn into_session(self) -> Session {
        let mut session = Session::default();
        session.fingerprint = self.fingerprint;
        session.sets = self.sets;
        session.ticks = self.ticks;
        for field in PlainField::VARIANTS {
            if let Some(text) = self.fields.get(field.name()) {
                session.enter((*field).into(), Secret::new(text.as_str()));
            }
        }
        session
    }

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.ticks.is_empty() && self.sets.is_empty() && self.fingerprint.is_none()
    }

    /// Reads what [`Kept::write`] wrote; nothing if it is anything else, for example from a different release.
    #[must_use]
    pub fn read(json: &str) -> Vec<Kept> {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// All of it as a JSON text; empty if there is nothing to keep.
    #[must_use]
    pub fn write(all: &[Kept]) -> String {
        if all.is_empty() { String::new() } else { serde_json::to_string(all).unwrap_or_default() }
    }
}

/// Names of values that are not kept, in a query, a form, or JSON.
const SECRET_NAMES: [&str; 12] = [
    "access_token",
    "assertion",
    "client_assertion",
    "client_secret",
    "code",
    "code_verifier",
    "device_code",
    "id_token",
    "password",
    "refresh_token",
    "secret",
    "token",
];

/// From this length on, in bytes, what is entered in a secret field is looked for in the plain ones.
const LEAST_SECRET: usize = 6;

/// Whether a plain field contains what must not be kept: people paste whole URLs, responses and commands into any field.
fn may_contain_secret(text: &str, session: &Session) -> bool {
    let is_entered_elsewhere = Field::VARIANTS.iter().any(|field| {
        let is_plain = PlainField::VARIANTS.iter().any(|plain| Field::from(*plain) == *field);
        // EXPOSE: only whether the one is in the other is computed.
        let secret = session.entry(*field).expose().trim();
        !is_plain && secret.len() >= LEAST_SECRET && text.contains(secret)
    });
    let mut decoded = text.to_ascii_lowercase();
    // A link in a link is encoded once more.
    for _ in 0..2 {
        decoded = percent_decode_str(&decoded).decode_utf8_lossy().into_owned();
    }
    let has_credentials = decoded
        .split_once("//")
        .is_some_and(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default().contains('@'));
    // RFC 7617 §2, RFC 6750 §2.1, and the start of every JSON Web Token.
    let has_token = decoded.contains("basic ")
        || decoded.contains("bearer ")
        || decoded.split(|ch: char| !ch.is_ascii_alphanumeric()).any(|word| word.starts_with("eyj"));
    is_entered_elsewhere || has_credentials || has_token || SECRET_NAMES.iter().any(|name| is_named(&decoded, name))
}

/// Whether a value of that name is in the text: `name=…`, or `"name": …` in JSON.
fn is_named(text: &str, name: &str) -> bool {
    let is_json = text.contains('{');
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
        let is_word = !before.ends_with(|ch: char| ch.is_ascii_alphanumeric() || ch == '_' || ch == '-');
        let after = after.trim_start_matches(['"', '\'', ' ']);
        is_word && (after.starts_with('=') || is_json && after.starts_with(':'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let mut one = Kept { session: "kufersql".into(), ..Kept::default() };
        one.fields.insert("client_id", "a\"b\\c\n\u{1}ü".into());
        one.fields.insert("account_id", "x".into());
        one.ticks = vec!["create/sign-in".into(), "enter/save".into()];
        one.sets.insert("core", true);
        one.sets.insert("more", false);
        one.fingerprint = Some("f".into());
        let all = [one, Kept::default()];
        assert_eq!(Kept::read(&Kept::write(&all)), all);
        assert_eq!(Kept::write(&[]), "");
        let known: serde_json::Value = serde_json::from_str(&Kept::write(&all)).unwrap();
        assert_eq!(known[0]["fields"]["client_id"], "a\"b\\c\n\u{1}ü");
    }

    #[test]
    fn only_plain_fields_are_kept_each_under_its_name() {
        let mut session = Session::default();
        for field in Field::VARIANTS {
            session.enter(*field, Secret::new(field.name()));
        }
        let kept = Kept::of("tools", &session).fields;
        let expected = [
            ("account_id", "account-id"),
            ("client_id", "client-id"),
            ("redirect_url", "redirect-url"),
            ("authorize_endpoint", "authorize-endpoint"),
            ("token_endpoint", "token-endpoint"),
            ("revocation_endpoint", "revocation-endpoint"),
            ("device_endpoint", "device-endpoint"),
            ("scopes", "scopes"),
        ];
        assert!(kept.iter().map(|(name, text)| (name.as_str(), text.as_str())).eq(expected), "{kept:?}");
    }

    #[test]
    fn what_must_not_be_kept_is_not_kept_in_any_field() {
        let kept = |field: Field, text: &str| {
            let mut session = Session::default();
            session.enter(Field::ClientSecret, Secret::new("oGo4OZ2GYZbLiDBd"));
            session.enter(field, Secret::new(text));
            !Kept::of("tools", &session).fields.is_empty()
        };
        for text in [
            "https://www.example.com/?code=abc",
            "https://www.example.com/cb?state=1&amp;code=abc",
            "https://www.example.com/#access_token=abc",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F%3Fcode%3Dabc",
            "https://a.example/?url=https%253A%252F%252Fb.example%253FCode%253Dabc",
            "https://user:pass@www.example.com/",
            "code=abc",
            r#"{"access_token": "abc"}"#,
            "Authorization: Basic YTpi",
            "eyJhbGciOiJub25lIn0.e30.",
            "xoGo4OZ2GYZbLiDBdx",
            "curl -d client_secret=abc https://zoom.us/oauth/token",
        ] {
            for &field in PlainField::VARIANTS {
                assert!(!kept(field.into(), text), "{field:?} keeps {text}");
            }
        }
        for (field, text) in [
            (Field::ClientId, "bX3hG4UYSRyJWQ3zGn8otg"),
            (Field::AccountId, "abcdEFGH_ijklmnop1234"),
            (Field::RedirectUrl, "https://www.example.com/oauth/code?from=zoom&x=1"),
            (Field::TokenEndpoint, "https://zoom.us/oauth/token"),
            (Field::DeviceEndpoint, "https://zoom.us/oauth/devicecode"),
            (Field::Scopes, "user:read:admin zcc:token:read code:write"),
            (Field::Scopes, "https://graph.microsoft.com/.default openid"),
        ] {
            assert!(kept(field, text), "{field:?} {text}");
        }
    }

    #[test]
    fn what_it_did_not_write_is_forgotten() {
        for text in ["", "{}", "[{}]", r#"[{"session":"a","fields":{},"ticks":[],"sets":{},"more":1}]"#] {
            assert!(Kept::read(text).is_empty(), "{text}");
        }
    }
}
