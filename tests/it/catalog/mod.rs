//! Products, providers and error tables as they are in `www/catalog`.

mod checked;
mod errors;
mod files;
mod load;
mod products;
mod providers;
mod rejected;
pub mod sample;
mod sentences;
mod sketches;
