//! What one click replaced.

use crate::catalog::ClientAuthentication;
use crate::desk::Field;
use crate::named::Named;
use crate::oauth::Secret;

/// What was there before one click changed it, so that one more click restores it.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Before {
    /// The fields with their texts.
    pub(in crate::desk) fields: Vec<(Field, Secret)>,
    /// The choices, where it was a click that changed them too.
    pub(in crate::desk) choices: Option<Choices>,
    /// The sets of scopes that were selected or left out, likewise.
    pub(in crate::desk) sets: Option<Named<bool>>,
}

/// The choices that a discovery document says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) struct Choices {
    pub(in crate::desk) authentication: Option<ClientAuthentication>,
    pub(in crate::desk) pkce: bool,
}

impl Before {
    /// Whether it changed a field.
    pub(in crate::desk) fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|(changed, _)| *changed == field)
    }
}

impl From<Vec<(Field, Secret)>> for Before {
    fn from(fields: Vec<(Field, Secret)>) -> Before {
        Before { fields, ..Before::default() }
    }
}
