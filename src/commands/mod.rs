//! A token request as something to run: one file a program that runs it.
//!
//! A command asks for the client secret, and for a token it needs, when it runs. They are never in its text, never in
//! the arguments of a process, where `ps` shows them, and never in a file. Where a text is made to be kept or shown, a
//! [`SecretUse`] says what it holds.

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
#[cfg(test)]
mod sample;
mod secret_use;

pub use bash::{bash, bash_device, bash_exchange};
pub use cmd::cmd;
pub use command::{Command, CommandError};
pub use format::Format;
pub use http_file::{http_file, http_file_lines};
pub use http_text::{http_text, http_text_lines};
pub use httpie::{httpie, httpie_lines};
pub use lines::{Line, Lines, Purpose};
pub use postman::{postman, postman_lines};
pub use powershell::powershell;
pub use python::{python, python_lines};
pub use secret_use::{SecretUse, Typed};
