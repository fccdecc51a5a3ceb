//! What a tab keeps over a reload: ticks, plain fields and a fingerprint, never a secret.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, Work};
use crate::oauth::{Secret, StateToken};

/// What is kept of one product's work. A field is kept only if [`Field::KEPT`] names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The product, or `tools`.
    pub work: String,
    /// The plain fields, by name.
    pub fields: BTreeMap<String, String>,
    /// The ticked lines.
    pub ticks: Vec<String>,
    /// The sets of scopes whose choice was changed.
    pub sets: BTreeMap<String, bool>,
    /// The fingerprint of the state that was sent, to recognise it when it comes back (RFC 6749 §10.12).
    pub fingerprint: Option<String>,
}

impl Kept {
    /// What is kept of this work.
    #[must_use]
    pub fn of(name: &str, work: &Work) -> Kept {
        let fields = Field::KEPT.iter().filter_map(|(field, kept)| {
            let text = work.plain(*field);
            kept.filter(|_| !text.is_empty()).map(|name| (name.to_owned(), text.to_owned()))
        });
        let sent = work.state().filter(|_| work.opened_at.is_some()).map(StateToken::fingerprint);
        Kept {
            work: name.to_owned(),
            fields: fields.collect(),
            ticks: work.ticks.iter().cloned().collect(),
            sets: work.sets.clone(),
            fingerprint: sent.or_else(|| work.fingerprint.clone()),
        }
    }

    /// The work as it can be taken up again. Names that no field has are left out.
    #[must_use]
    pub fn into_work(self) -> Work {
        let mut work = Work::default();
        work.fingerprint = self.fingerprint;
        work.sets = self.sets;
        work.ticks.extend(self.ticks);
        for (field, name) in Field::KEPT {
            if let Some(text) = name.and_then(|name| self.fields.get(name)) {
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
}
