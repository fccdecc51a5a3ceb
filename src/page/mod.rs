//! The page: components that render views of the desk and emit actions. No component computes.

mod app;
mod desk_handle;
mod entered;
mod guide;
mod hooks;
mod lazy;
mod parts;
mod tools;
mod views;

pub use app::start;
