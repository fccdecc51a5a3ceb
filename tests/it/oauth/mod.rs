//! What the RFCs say of values, URLs and requests.

mod properties;
mod redirect_url;
