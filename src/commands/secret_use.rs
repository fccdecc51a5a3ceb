//! Whether a text holds the secrets that a person typed.

use crate::oauth::Secret;

/// What becomes of the secrets in a text that is kept or shown: a file, or a request to look at.
#[derive(Clone, Copy, Debug, Default)]
pub enum SecretUse<'a> {
    /// None is in the text. Whoever runs it is asked, or enters them.
    #[default]
    Asked,
    /// All that are known are in the text.
    Written(Typed<'a>),
}

/// What a person typed beside what the request holds already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The client secret; `None` for a public client.
    pub client_secret: Option<&'a Secret>,
    /// The answers to what is asked for: the name to ask by (see [`FormValue::AskedFor`]) and the answer.
    ///
    /// [`FormValue::AskedFor`]: crate::oauth::FormValue::AskedFor
    pub answers: &'a [(&'static str, &'a Secret)],
}

impl<'a> SecretUse<'a> {
    /// The client secret, if it is to be written.
    pub(super) fn client_secret(self) -> Option<&'a Secret> {
        match self {
            SecretUse::Asked => None,
            SecretUse::Written(typed) => typed.client_secret,
        }
    }

    /// The answer to what is asked for by this name, if it is to be written.
    pub(super) fn answer(self, prompt: &str) -> Option<&'a Secret> {
        match self {
            SecretUse::Asked => None,
            SecretUse::Written(typed) => {
                typed.answers.iter().find(|(name, _)| *name == prompt).map(|(_, answer)| *answer)
            }
        }
    }
}
