//! Whether a text contains the secrets that a person typed.

use crate::oauth::{CLIENT_SECRET_PROMPT, Secret};

/// What becomes of the secrets that a person typed.
///
/// What is to be written but not known, because nothing was typed, is still prompted for. Two formats do not prompt: in
/// a Postman collection it is an empty variable, and raw HTTP fails with
/// [`CommandError::NotKnown`](super::CommandError::NotKnown).
///
/// A written secret is in the text, so it is wherever the text is: in the clipboard, a file, or the shell history. Each
/// format says what it still keeps out of the process list.
#[derive(Clone, Copy, Debug, Default)]
pub enum SecretUse<'a> {
    /// None is in the text. Whoever runs it is prompted, or enters them.
    #[default]
    Asked,
    /// All that are known are in the text.
    Written(Typed<'a>),
}

/// What a person typed in addition to what the request contains already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The client secret; `None` for a public client. An empty one is not known.
    pub client_secret: Option<&'a Secret>,
    /// The inputs for the prompts: the name in the prompt (see [`FormValue::AskedFor`]) and the input. An empty one is
    /// not known.
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

    /// The input for the prompt of this name, if it is to be written. The client secret is one too, where it is a field.
    pub(super) fn answer(self, prompt: &str) -> Option<&'a Secret> {
        match self {
            SecretUse::Asked => None,
            SecretUse::Written(_) if prompt == CLIENT_SECRET_PROMPT => self.client_secret(),
            SecretUse::Written(typed) => {
                let answer = typed.answers.iter().find(|(name, _)| *name == prompt).map(|(_, answer)| *answer);
                answer.filter(|answer| !answer.is_empty())
            }
        }
    }
}
