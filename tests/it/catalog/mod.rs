//! Products, providers and error tables as they are in `www/catalog`.

mod errors;
mod files;
mod load;
mod products;
mod providers;
mod rejected;
mod sentences;
