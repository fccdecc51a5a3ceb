//! Files of our own site.

use gloo_net::http::Request;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

/// Fetches a file of our own site. The name is relative to the page and comes from the program or the catalog, never
/// from what a person typed.
///
/// # Errors
///
/// The reason, for whoever keeps the site: no connection, or the status that the host sent.
pub async fn fetch(name: &str) -> Result<String, String> {
    let request = Request::get(&format!("./{name}"))
        .mode(RequestMode::SameOrigin)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        // Asks the host whether the file changed, so that a new release never reads an old catalog.
        .cache(RequestCache::NoCache);
    let answer = request.send().await.map_err(|error| error.to_string())?;
    if !answer.ok() {
        return Err(format!("HTTP {}", answer.status()));
    }
    answer.text().await.map_err(|error| error.to_string())
}
