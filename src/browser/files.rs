//! Files of our own site.

use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

use super::boot;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// No response, or not all of it.
    NotArrived,
    /// The host returned that status.
    Status(u16),
    /// What arrived is not the file of this release.
    Different,
    /// The browser does not run it, although it is.
    Rejected,
}

/// Whether a request may be satisfied by a cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// By one that has the file of this release.
    Used,
    /// By none: a request that waits for a cache, or for one that waits itself, would be none.
    Passed,
}

/// Fetches a text. The name is relative to the page and comes from the program or the catalog, never from what a person
/// typed.
///
/// # Errors
///
/// There is none, or it is not the one of this release.
pub async fn text(name: &str, cache: Cache) -> Result<String, FetchFault> {
    ask(name, cache).await?.text().await.map_err(|_| FetchFault::NotArrived)
}

/// Fetches bytes, which stay on the side of the browser.
///
/// # Errors
///
/// There are none, or they are not those of this release.
pub async fn bytes(name: &str, cache: Cache) -> Result<JsValue, FetchFault> {
    let buffer = web_sys::Response::from(ask(name, cache).await?).array_buffer().map_err(|_| FetchFault::NotArrived)?;
    JsFuture::from(buffer).await.map_err(|_| FetchFault::NotArrived)
}

/// The headers of the response for a file, past every cache: those of these names that it has, and their values. The name
/// is as above; the empty one is the page itself.
pub async fn headers(name: &str, names: &[&str]) -> Option<Vec<(String, String)>> {
    let response = request(name, "", RequestCache::Reload).await.filter(Response::ok)?;
    let headers = response.headers();
    Some(names.iter().filter_map(|name| Some(((*name).to_owned(), headers.get(name)?))).collect())
}

async fn ask(name: &str, cache: Cache) -> Result<Response, FetchFault> {
    if let Some(early) = boot::early(name)
        && let Ok(response) = JsFuture::from(early).await
        && let Ok(response) = response.dyn_into::<web_sys::Response>()
    {
        return Ok(Response::from(response));
    }
    let digest = boot::digest(name).unwrap_or_default();
    if digest.is_empty() {
        // Asks the host whether the file changed: nothing else tells an old one.
        let mode = if cache == Cache::Used { RequestCache::NoCache } else { RequestCache::Reload };
        let response = request(name, &digest, mode).await.ok_or(FetchFault::NotArrived)?;
        return if response.ok() { Ok(response) } else { Err(FetchFault::Status(response.status())) };
    }
    // What the digest refuses is asked for once more, past every cache, as in the start script.
    let modes = [RequestCache::Default, RequestCache::Reload];
    for mode in modes.into_iter().skip(usize::from(cache == Cache::Passed)) {
        if let Some(response) = request(name, &digest, mode).await.filter(Response::ok) {
            return Ok(response);
        }
    }
    // The browser does not say why it refused; the bytes without a digest tell.
    let response = request(name, "", RequestCache::Reload).await.ok_or(FetchFault::NotArrived)?;
    match response.binary().await {
        Err(_) => Err(FetchFault::NotArrived),
        Ok(_) if response.ok() => Err(FetchFault::Different),
        Ok(_) => Err(FetchFault::Status(response.status())),
    }
}

async fn request(name: &str, digest: &str, mode: RequestCache) -> Option<Response> {
    let request = Request::get(&boot::address(name))
        .mode(RequestMode::SameOrigin)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .integrity(digest)
        .cache(mode);
    request.send().await.ok()
}
