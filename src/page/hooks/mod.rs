//! What happens outside the view: files arrive, the address bar changes, the clock ticks.

mod files;
mod following;
mod host;
mod keys;
mod links;
mod listening;
mod picked;
mod restoring;
mod sealing;

pub use files::load;
pub use following::{keep, use_following};
pub use host::ask_host;
pub use keys::KEYS;
pub use listening::use_listening;
pub use picked::read_picked;
pub use restoring::{arrive, restore};
pub use sealing::follow_hiding;
