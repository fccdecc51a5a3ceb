//! A token request as something to run: one file a program that runs it.
//!
//! A command asks for the client secret, and for a token it needs, when it runs. They are never in its text, never in
//! the arguments of a process, where `ps` shows them, and never in a file.

mod bash;
mod cmd;
mod command;
mod powershell;

pub use bash::{bash, bash_device, bash_exchange};
pub use cmd::cmd;
pub use command::{Command, CommandError};
pub use powershell::powershell;
