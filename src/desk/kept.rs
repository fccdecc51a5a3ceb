//! What a tab keeps over a reload: checked-off lines, plain fields and a fingerprint, never a secret.

use serde::{Deserialize, Serialize};

use super::{Field, Work};
use crate::named::Named;
use crate::oauth::{Secret, StateToken};

/// What is kept of one product's work. A field is kept only if [`Field::KEPT`] names it.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The product, or `tools`.
    pub work: String,
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
    /// What is kept of this work.
    #[must_use]
    pub fn of(name: &str, work: &Work) -> Kept {
        let mut fields = Named::default();
        for (field, name) in Field::KEPT {
            let text = work.plain(field);
            if !text.is_empty() {
                fields.insert(name, text.to_owned());
            }
        }
        let current = || work.state().filter(|_| !work.is_empty()).map(StateToken::fingerprint);
        let sent = work.opened_at.and_then(|_| current());
        Kept {
            work: name.to_owned(),
            fields,
            ticks: work.ticks.clone(),
            sets: work.sets.clone(),
            fingerprint: sent.or_else(|| work.fingerprint.clone()).or_else(current),
        }
    }

    /// The work as it can be restored. Names that no field has are left out.
    #[must_use]
    pub fn into_work(self) -> Work {
        let mut work = Work::default();
        work.fingerprint = self.fingerprint;
        work.sets = self.sets;
        work.ticks = self.ticks;
        for (field, name) in Field::KEPT {
            if let Some(text) = self.fields.get(name) {
                work.enter(field, Secret::new(text.as_str()));
            }
        }
        work
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

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let mut one = Kept { work: "kufersql".into(), ..Kept::default() };
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
        let mut work = Work::default();
        for field in Field::VARIANTS {
            work.enter(*field, Secret::new(field.name()));
        }
        let kept = Kept::of("tools", &work).fields;
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
    fn what_it_did_not_write_is_forgotten() {
        for text in ["", "{}", "[{}]", r#"[{"work":"a","fields":{},"ticks":[],"sets":{},"more":1}]"#] {
            assert!(Kept::read(text).is_empty(), "{text}");
        }
    }
}
