//! What happens beside the screen: files arrive, the address bar changes, the clock ticks.

mod address_bar;
mod clock;
mod files;
mod handover;
mod kept_work;
mod seed;
mod slash;

pub use address_bar::use_address_bar;
pub use clock::use_clock;
pub use files::use_files;
pub use handover::use_handover;
pub use kept_work::use_kept_work;
pub use seed::use_seed;
pub use slash::use_slash;
