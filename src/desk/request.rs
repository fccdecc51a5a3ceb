//! The token request of what is entered, as something to run.

use super::{Desk, Field, Needs, Route, Tool, ToolGrant};
use crate::catalog::Grant as ProductGrant;
use crate::commands::{Command, CommandError, SecretUse};
use crate::oauth::{Authentication, Client, Grant, RequestPart, Secret, TokenRequestError, token_request};
use crate::reading::{Finding, FindingKind};

/// A command, ready to be run.
#[derive(Clone, Debug)]
pub struct CommandView {
    /// The command.
    pub command: Command,
}

impl Desk {
    /// The grant that this view asks for.
    fn asked_grant(&self) -> Option<ToolGrant> {
        if self.route == Route::Tool(Tool::TokenRequest) {
            return Some(self.grant);
        }
        Some(match self.variant()?.flow.grant {
            ProductGrant::AuthorizationCode => ToolGrant::AuthorizationCode,
            ProductGrant::AccountCredentials => ToolGrant::AccountCredentials,
            ProductGrant::ClientCredentials => ToolGrant::ClientCredentials,
        })
    }

    fn code(&self) -> Option<Secret> {
        let typed = self.work().entry(Field::Code);
        if self.route == Route::Tool(Tool::TokenRequest) && !typed.is_empty() {
            return Some(typed.clone());
        }
        self.code_view().filter(super::CodeView::is_good)?.code().cloned()
    }

    /// The code that the command of this view carries, if it carries one.
    pub(super) fn code_in_command(&self) -> Option<Secret> {
        self.asked_grant().filter(|grant| *grant == ToolGrant::AuthorizationCode).and_then(|_| self.code())
    }

    /// The token request as a command.
    ///
    /// # Errors
    ///
    /// What must be entered first, or which value no command can carry.
    pub fn command_view(&self) -> Result<CommandView, Needs> {
        let work = self.work();
        let in_tool = self.route == Route::Tool(Tool::TokenRequest);
        let code_field = if in_tool { Field::Code } else { Field::Landed };
        let mut missing = Vec::new();
        let endpoint = match self.token_endpoint() {
            Ok(endpoint) => Some(endpoint),
            Err(Needs::Fields(fields)) => {
                missing.extend(fields);
                None
            }
            Err(other) => return Err(other),
        };
        let need = |field: Field| work.entry(field).is_empty().then_some(field);
        missing.extend(need(Field::ClientId));
        let code = self.code();
        let grant = self.asked_grant();
        let scope = Some(work.plain(Field::Scopes)).filter(|scope| !scope.is_empty());
        let grant = match grant {
            Some(ToolGrant::AuthorizationCode) => {
                missing.extend(need(Field::RedirectUrl));
                if code.is_none() {
                    missing.push(code_field);
                }
                code.as_ref().map(|code| Grant::AuthorizationCode {
                    code,
                    redirect_uri: Some(work.plain(Field::RedirectUrl)),
                    code_verifier: work.verifier(),
                })
            }
            Some(ToolGrant::RefreshToken) => Some(Grant::RefreshToken),
            Some(ToolGrant::AccountCredentials) => {
                missing.extend(need(Field::AccountId));
                Some(Grant::AccountCredentials { account_id: work.plain(Field::AccountId) })
            }
            Some(ToolGrant::ClientCredentials) => Some(Grant::ClientCredentials { scope }),
            None => None,
        };
        let (Some(endpoint), Some(grant), true) = (endpoint, grant, missing.is_empty()) else {
            return Err(Needs::Fields(missing));
        };
        let client =
            Client { id: work.plain(Field::ClientId), authentication: Authentication::Basic(self.pair_encoding()) };
        let request = token_request(&endpoint, &client, &grant).map_err(|error| needs(error, code_field))?;
        match self.format.of(&request, SecretUse::Asked) {
            Ok(command) => Ok(CommandView { command }),
            Err(CommandError::MissingIdentifier) => Err(Needs::Fields(vec![Field::ClientId])),
            Err(CommandError::ColonInIdentifier { at }) => {
                Err(Needs::Mended(Field::ClientId, Finding::at(FindingKind::ColonInIdentifier, at)))
            }
            Err(
                CommandError::PairEncoding
                | CommandError::NotKnown { .. }
                | CommandError::SecondQuestion { .. }
                | CommandError::TooLong { .. },
            ) => Err(Needs::OtherFormat),
            Err(CommandError::ControlCharacter { part, at } | CommandError::Character { part, at }) => {
                let field = match part {
                    "redirect_uri" => Field::RedirectUrl,
                    "account_id" => Field::AccountId,
                    "scope" => Field::Scopes,
                    "code" => code_field,
                    _ => Field::ClientId,
                };
                Err(Needs::Mended(field, Finding::at(FindingKind::ControlCharacter, at)))
            }
        }
    }
}

fn needs(error: TokenRequestError, code_field: Field) -> Needs {
    match error {
        TokenRequestError::Missing(part) => Needs::Fields(vec![field_of(part, code_field)]),
        TokenRequestError::ControlCharacter { part, at } => {
            Needs::Mended(field_of(part, code_field), Finding::at(FindingKind::ControlCharacter, at))
        }
        TokenRequestError::ColonInIdentifier { at } => {
            Needs::Mended(Field::ClientId, Finding::at(FindingKind::ColonInIdentifier, at))
        }
    }
}

fn field_of(part: RequestPart, code_field: Field) -> Field {
    match part {
        RequestPart::ClientId => Field::ClientId,
        RequestPart::ClientSecret => Field::ClientSecret,
        RequestPart::Code => code_field,
        RequestPart::RedirectUri => Field::RedirectUrl,
        RequestPart::AccountId => Field::AccountId,
        RequestPart::Scope => Field::Scopes,
    }
}
