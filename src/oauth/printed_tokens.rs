//! What our own exchange command prints of an answer: the refresh token, and when the access token ends.

use super::token_answer::is_shortened;
use super::{NotAnAnswer, Secret};

/// What is left of a token answer in the lines of the exchange command: no access token, no scopes.
#[derive(Clone, Debug)]
pub struct PrintedTokens {
    /// The refresh token; none where the command said that the answer has none.
    pub refresh_token: Option<Secret>,
    /// How long the access token lives, in seconds from when the command ran.
    pub expires_in: Option<u64>,
}

const REFRESH_TOKEN: &str = "Refresh token: ";
const NO_REFRESH_TOKEN: &str = "The answer has no refresh token.";
const EXPIRES: &str = "The access token expires in ";

/// The lines of `commands::bash_exchange`, among others such as prompts. A token that a narrow window broke over several
/// lines is joined, if the line about the access token stands behind it.
///
/// # Errors
///
/// [`NotAnAnswer::Truncated`] if the refresh token is not whole.
pub(super) fn printed_tokens(text: &str) -> Option<Result<PrintedTokens, NotAnAnswer>> {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find_map(|line| match line.strip_prefix(REFRESH_TOKEN) {
        Some(token) => Some(token.trim_start()),
        None => (line == NO_REFRESH_TOKEN).then_some(""),
    })?;
    let mut more = String::new();
    let mut expires_in = None;
    for line in lines {
        if let Some(seconds) = line.strip_prefix(EXPIRES) {
            expires_in = seconds.split(' ').next().and_then(|seconds| seconds.parse().ok());
            break;
        }
        more.push_str(line);
    }
    let is_of_token = |letter: char| letter.is_ascii_graphic();
    let is_joined = !first.is_empty() && expires_in.is_some() && more.chars().all(is_of_token);
    let token = if is_joined { [first, &more].concat() } else { first.to_owned() };
    if !token.chars().all(is_of_token) || is_shortened(&token) {
        return Some(Err(NotAnAnswer::Truncated));
    }
    let refresh_token = (!token.is_empty()).then(|| Secret::new(token));
    Some(Ok(PrintedTokens { refresh_token, expires_in }))
}
