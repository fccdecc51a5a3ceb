//! What our own exchange command prints of a response: the refresh token, and when the access token expires.

use super::token_answer::is_shortened;
use super::{NotAnAnswer, Secret};

/// What remains of a token response in the output of the exchange command: no access token, no scopes.
///
/// ```
/// use authdesk::oauth::{TokenAnswer, read_token_answer};
///
/// let output = "Refresh token: DemoSecret\nThe access token expires in 3600 seconds.";
/// let Ok(TokenAnswer::Printed(printed)) = read_token_answer(output) else { panic!("not read") };
/// assert!(printed.refresh_token.is_some());
/// assert_eq!(printed.expires_in, Some(3600));
/// ```
#[derive(Clone, Debug)]
pub struct PrintedTokens {
    /// The refresh token; `None` where the command printed that the response contains none.
    pub refresh_token: Option<Secret>,
    /// How long the access token is valid, in seconds from when the command ran.
    pub expires_in: Option<u64>,
}

const REFRESH_TOKEN: &str = "Refresh token: ";
/// The sentence that the commands print now, and the one that commands copied earlier print.
const NO_REFRESH_TOKEN: [&str; 2] = ["The response contains no refresh token.", "The answer has no refresh token."];
const EXPIRES: &str = "The access token expires in ";

/// Reads the output of `commands::bash_exchange` or `powershell_exchange`, among other lines such as prompts; `None` if
/// there is no line about a refresh token. A token that a narrow window split over several lines is joined, if the line
/// about the access token follows.
///
/// # Errors
///
/// [`NotAnAnswer::Truncated`] if the refresh token is incomplete.
pub(super) fn printed_tokens(text: &str) -> Option<Result<PrintedTokens, NotAnAnswer>> {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find_map(|line| match line.strip_prefix(REFRESH_TOKEN) {
        Some(token) => Some(token.trim_start()),
        None => NO_REFRESH_TOKEN.contains(&line).then_some(""),
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
    let is_of_token = |ch: char| ch.is_ascii_graphic();
    let is_joined = !first.is_empty() && expires_in.is_some() && more.chars().all(is_of_token);
    let token = if is_joined { [first, &more].concat() } else { first.to_owned() };
    if !token.chars().all(is_of_token) || is_shortened(&token) {
        return Some(Err(NotAnAnswer::Truncated));
    }
    let refresh_token = (!token.is_empty()).then(|| Secret::new(token));
    Some(Ok(PrintedTokens { refresh_token, expires_in }))
}
