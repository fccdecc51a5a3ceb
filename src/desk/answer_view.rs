//! What the token endpoint answered.

use super::{Desk, Field, Route, Tool, ToolGrant};
use crate::catalog::Grant;
use crate::oauth::{AnswerRefusal, PastedAnswer, TokenAnswer, Tokens, read_pasted_answer};
use crate::reading::{AnswerContext, Finding, answer_findings};

/// An answer, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct AnswerView {
    pasted: PastedAnswer,
    /// What is to be said of it.
    pub findings: Vec<Finding>,
}

impl AnswerView {
    /// The tokens, if there are any.
    #[must_use]
    pub fn tokens(&self) -> Option<&Tokens> {
        match &self.pasted.answer {
            Ok(TokenAnswer::Tokens(tokens)) => Some(tokens),
            _ => None,
        }
    }

    /// The refusal, if it is one.
    #[must_use]
    pub fn refusal(&self) -> Option<&AnswerRefusal> {
        match &self.pasted.answer {
            Ok(TokenAnswer::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}

impl Desk {
    /// What the pasted answer says; nothing while the field is empty.
    #[must_use]
    pub fn answer_view(&self) -> Option<AnswerView> {
        let pasted = self.work().entry(Field::Answer);
        if pasted.is_empty() {
            return None;
        }
        // EXPOSE: the reader works on the pasted text itself; what it returns holds the tokens as secrets.
        let pasted = read_pasted_answer(pasted.expose());
        let context = AnswerContext { gives_refresh_token: self.gives_refresh_token(), ..AnswerContext::default() };
        let findings = answer_findings(&pasted, &context);
        Some(AnswerView { pasted, findings })
    }

    /// Whether the grant of this view gives a refresh token (RFC 6749 §4.4.3 says no for the client alone).
    fn gives_refresh_token(&self) -> Option<bool> {
        if self.route == Route::Tool(Tool::TokenRequest) {
            return Some(matches!(self.grant, ToolGrant::AuthorizationCode | ToolGrant::RefreshToken));
        }
        Some(self.variant()?.flow.grant == Grant::AuthorizationCode)
    }
}
