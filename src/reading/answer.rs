//! What is to be said of the answer of a token endpoint.

use super::{Finding, FindingKind};
use crate::oauth::{NotAnAnswer, RefusalShape, TokenAnswer};

/// What is to be said of it. `gives_refresh_token` is whether the grant that was used gives one, where that is known.
#[must_use]
pub fn answer_findings(answer: &Result<TokenAnswer, NotAnAnswer>, gives_refresh_token: Option<bool>) -> Vec<Finding> {
    match answer {
        Ok(TokenAnswer::Tokens(tokens)) => {
            let mut found = vec![Finding::whole(FindingKind::TokensRead)];
            if tokens.refresh_token.is_none() {
                found.extend(gives_refresh_token.map(|gives| {
                    let missing = FindingKind::RefreshTokenMissing;
                    Finding::whole(if gives { missing } else { FindingKind::NoRefreshToken })
                }));
            }
            found
        }
        Ok(TokenAnswer::Refused(refusal)) => vec![Finding::whole(match refusal.shape {
            RefusalShape::Zoom { .. } | RefusalShape::Rfc6749 { .. } => FindingKind::TokenRefused,
            RefusalShape::Authorize { .. } | RefusalShape::Api { .. } => FindingKind::OtherRefusal,
        })],
        Err(NotAnAnswer::Empty) => Vec::new(),
        Err(NotAnAnswer::Html) => vec![Finding::whole(FindingKind::AnswerIsPage)],
        Err(NotAnAnswer::Truncated) => vec![Finding::whole(FindingKind::AnswerCutOff)],
        Err(NotAnAnswer::NotJson { at }) => vec![Finding::at(FindingKind::AnswerNotJson, *at)],
        Err(NotAnAnswer::NotAnObject | NotAnAnswer::NoKnownKey) => vec![Finding::whole(FindingKind::AnswerUnknown)],
    }
}
