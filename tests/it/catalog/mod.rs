//! Products, providers and error tables as they are in `www/catalog`.

mod errors;
mod files;
