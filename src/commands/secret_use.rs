//! Whether a text holds the secrets that a person typed.

use crate::oauth::Secret;

/// What becomes of the secrets that a person typed.
///
/// What is not known although it is to be written, as nothing was typed, is still asked for. Two formats ask nobody: in a
/// Postman collection it is an empty variable, and raw HTTP refuses with
/// [`CommandError::NotKnown`](super::CommandError::NotKnown).
///
/// A written secret is in the text, so it is wherever the text is: in the clipboard, a file, or the history of a shell.
/// Each format says what it still keeps out of the list of processes.
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
    /// The client secret; `None` for a public client. An empty one is not known.
    pub client_secret: Option<&'a Secret>,
    /// The answers to what is asked for: the name to ask by (see [`FormValue::AskedFor`]) and the answer. An
    /// empty one is not known.
    ///
    /// [`FormValue::AskedFor`]: crate::oauth::FormValue::AskedFor
    pub answers: &'a [(&'static str, &'a Secret)],
}

/// How an error names the client secret.
pub(super) const CLIENT_SECRET: &str = "client_secret";

/// How an error names the token of the header.
pub(super) const AUTHORIZATION: &str = "Authorization";

impl<'a> SecretUse<'a> {
    /// The client secret, if it is to be written.
    pub(super) fn client_secret(self) -> Option<&'a Secret> {
        match self {
            SecretUse::Asked => None,
            SecretUse::Written(typed) => typed.client_secret.filter(|secret| !secret.is_empty()),
        }
    }

    /// The answer to what is asked for by this name, if it is to be written.
    pub(super) fn answer(self, prompt: &str) -> Option<&'a Secret> {
        match self {
            SecretUse::Asked => None,
            SecretUse::Written(typed) => {
                let answer = typed.answers.iter().find(|(name, _)| *name == prompt).map(|(_, answer)| *answer);
                answer.filter(|answer| !answer.is_empty())
            }
        }
    }
}
