//! The commands: their texts, and what they do in the programs they are for.

#[cfg(unix)]
mod bash;
pub mod cases;
#[cfg(unix)]
mod cmd_model;
mod lines;
#[cfg(unix)]
mod peer;
#[cfg(unix)]
pub mod powershell_model;
#[cfg(unix)]
mod recorder;
#[cfg(target_os = "linux")]
mod scripts;
mod secret_in_body;
#[cfg(unix)]
mod shells;
#[cfg(unix)]
mod windows;
mod windows_texts;
