//! A token request as something to run: one file a program that runs it.
//!
//! A command prompts for the client secret, and for a token it needs, when it runs. They are never in its text, never
//! in the arguments of a process, where `ps` shows them, and never in a file. If a text is meant to be kept or shown, a
//! [`SecretUse`] says what it contains.

mod bash;
mod carried;
mod cmd;
mod command;
mod form_body;
mod format;
mod http_file;
mod http_text;
mod httpie;
mod lines;
mod postman;
mod powershell;
mod python;
mod refusal;
#[cfg(test)]
mod sample;
mod secret_use;

pub use bash::{bash, bash_device, bash_exchange};
pub use cmd::cmd;
pub use command::{Command, CommandError};
pub use format::Format;
pub use http_file::http_file;
pub use http_text::http_text;
pub use httpie::httpie;
pub use lines::{Line, Purpose};
pub use postman::postman;
pub use powershell::{powershell, powershell_exchange};
pub use python::{python, python_device};
pub use secret_use::{SecretUse, Typed};
