//! The page: components that render views of the desk and emit actions. No component computes.
//!
//! Its folders are those of `desk`: `tools`, `guide`, `finding_page` and `parts`. `views` has the views that are neither; `hooks` is
//! what happens outside of them.

mod app;
mod card;
mod desk_handle;
mod entered;
mod finding_page;
mod formats;
mod guide;
mod hooks;
mod lazy;
#[cfg(feature = "first-paint")]
mod painted;
mod parts;
mod tools;
mod views;

pub use app::start;
#[cfg(feature = "first-paint")]
pub use painted::paint;
