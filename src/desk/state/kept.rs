//! What a tab keeps over a reload: checked-off lines, choices, plain fields and a fingerprint, never a secret.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::catalog::{ClientAuthentication, GrantType};
use crate::desk::{Field, PlainField, Session};
use crate::named::Named;
use crate::oauth::{Secret, StateToken};
use crate::reading::{contains_known, has_secret};

/// What is kept of one product's session. A field is kept only if it is a [`PlainField`].
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The product, or `tools`.
    pub session: String,
    /// Of which app they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<GrantType>,
    /// The plain fields, by name.
    pub fields: Named<String>,
    /// The inputs of the product that are no secret, by name.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub inputs: Named<String>,
    /// The lines that are checked off.
    pub ticks: Vec<String>,
    /// The sets of scopes whose choice was changed.
    pub sets: Named<bool>,
    /// The scopes that are checked off, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<String>,
    /// How the client authenticates, where that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication: Option<ClientAuthentication>,
    /// The fingerprint of the state that was sent, to recognize it when it is returned (RFC 6749 §10.12).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// Whether it is the second one of a pair, and shown.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub is_shown: bool,
}

impl Kept {
    /// What is kept of this session.
    #[must_use]
    pub fn of(name: &str, session: &Session) -> Kept {
        let mut fields = Named::default();
        for field in PlainField::VARIANTS {
            let text = session.plain(*field);
            let is_real = session.is_filled((*field).into()) && !session.doubted.contains(&(*field).into());
            if is_real && !may_contain_secret(text, session) {
                fields.insert(field.name(), text.to_owned());
            }
        }
        // What was kept before and has no field yet is still kept.
        let mut inputs = session.kept_inputs.clone();
        for (name, field) in session.inputs().filter(|(_, field)| !session.is_masked(*field)) {
            // EXPOSE: it is no secret, and checked for one.
            let text = session.entry(field).expose();
            if session.is_filled(field) && !may_contain_secret(text, session) {
                inputs.insert(name, text.to_owned());
            }
        }
        let current = || session.state().filter(|_| !session.is_empty()).map(StateToken::fingerprint);
        let sent = session.opened_at.and_then(|_| current());
        Kept {
            session: name.to_owned(),
            app: session.app,
            fields,
            inputs,
            ticks: session.ticks.clone(),
            sets: session.sets.clone(),
            scopes: session.checked_scopes.clone(),
            authentication: session.authentication,
            fingerprint: sent.or_else(|| session.fingerprint.clone()).or_else(current),
            is_shown: false,
        }
    }

    /// The session as it can be restored. Names that no field has are left out.
    #[must_use]
    pub fn into_session(self) -> Session {
        let mut session = Session::default();
        session.app = self.app;
        session.fingerprint = self.fingerprint;
        session.authentication = self.authentication;
        session.sets = self.sets;
        session.checked_scopes = self.scopes;
        session.ticks = self.ticks;
        session.kept_inputs = self.inputs;
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
        self.fields.is_empty()
            && self.inputs.is_empty()
            && self.ticks.is_empty()
            && self.sets.is_empty()
            && self.scopes.is_empty()
            && self.authentication.is_none()
            && self.fingerprint.is_none()
            && !self.is_shown
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

/// Whether a plain field contains what must not be kept: people paste whole URLs, responses and commands into any field.
pub(in crate::desk) fn may_contain_secret(text: &str, session: &Session) -> bool {
    contains_entered(text, session) || has_secret(text)
}

/// Whether a text contains what is entered into a field that is not plain.
pub(in crate::desk) fn contains_entered(text: &str, session: &Session) -> bool {
    let is_plain_input = |field: Field| field.input().is_some() && !session.is_masked(field);
    let is_plain =
        |field: Field| PlainField::VARIANTS.iter().any(|plain| Field::from(*plain) == field) || is_plain_input(field);
    let others = Field::VARIANTS.iter().filter(|field| !is_plain(**field) || session.doubted.contains(field));
    // EXPOSE: only whether the one is in the other is computed.
    let entered: Vec<&str> = others.map(|field| session.entry(*field).expose().trim()).collect();
    contains_known(text, &entered)
}

/// So many characters of a secret in a row are a part of it.
const PART: usize = 6;

/// Whether a part of a secret is in a text.
pub(in crate::desk) fn shares_part(text: &str, secret: &Secret) -> bool {
    // EXPOSE: only whether a part of the one is in the other is computed.
    let secret = secret.expose();
    let starts = secret.char_indices().map(|(at, _)| at);
    let ends = secret.char_indices().map(|(at, _)| at).chain([secret.len()]).skip(PART);
    starts.zip(ends).any(|(start, end)| secret.get(start..end).is_some_and(|part| text.contains(part)))
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
        one.scopes = vec!["meeting:read:meeting:admin".into()];
        one.authentication = Some(ClientAuthentication::Body);
        one.fingerprint = Some("f".into());
        let all = [one, Kept::default()];
        assert_eq!(Kept::read(&Kept::write(&all)), all);
        assert_eq!(Kept::write(&[]), "");
        let known: serde_json::Value = serde_json::from_str(&Kept::write(&all)).unwrap();
        assert_eq!(known[0]["fields"]["client_id"], "a\"b\\c\n\u{1}ü");
        assert_eq!(known[0]["authentication"], "body");
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
            ("second_client_id", "second-client-id"),
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
