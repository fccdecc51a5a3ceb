use crate::browser::boot;
use crate::browser::clock::Timeout;
use crate::browser::files::{self, Cache, FetchFault};
use crate::desk::{FileAction, Loading, NotRead, PATIENCE, Reason, Resource};
use crate::page::lazy::{FILE, complete, lazy};

/// What a host returns for a file that it does not have (RFC 9110 §15.5.5).
const NOT_FOUND: u16 = 404;

/// Loads what is wanted, and tells what came of it; while a file is late, that too.
pub async fn load(resource: Resource, attempt: u32, tell: impl Fn(FileAction) + Clone + 'static) {
    let fail = {
        let (wanted, tell) = (resource.clone(), tell.clone());
        move |not_read| tell(FileAction::Failed { wanted: wanted.clone(), attempt, not_read })
    };
    // A second attempt is no second look at what the first one left in a cache.
    let cache = if attempt == 0 { Cache::Used } else { Cache::Passed };
    match fetched(resource, cache, fail.clone()).await {
        Ok(action) => tell(action),
        Err(not_read) => fail(not_read),
    }
}

async fn fetched(
    resource: Resource,
    cache: Cache,
    fail: impl Fn(NotRead) + Clone + 'static,
) -> Result<FileAction, NotRead> {
    let late = |file: &str| {
        let (late, fail) = (NotRead { file: file.to_owned(), reason: Reason::Late }, fail.clone());
        Timeout::new(PATIENCE, move || fail(late))
    };
    if resource == Resource::Lazy {
        let _late = late(FILE);
        return complete(cache).await.map_err(|fault| not_read(FILE, fault));
    }
    let loading = resource.first_loading().or_else(|| (lazy()?.desk.loading)(resource));
    let mut loading = loading.ok_or_else(|| not_read(FILE, FetchFault::NotArrived))?;
    // One loop waits for every file: each place that waits would add its own copy of the code for waiting.
    loop {
        let waiting = match loading {
            Loading::Waits(waiting) => waiting,
            Loading::Done(action) => return Ok(action),
        };
        // The list that has its digest comes first.
        let name = if boot::digest(&waiting.file).is_some() { &waiting.file } else { boot::LIST };
        let _late = late(name);
        let text = match files::text(name, cache).await {
            Ok(text) => text,
            Err(FetchFault::Status(NOT_FOUND)) if waiting.is_optional => String::new(),
            Err(fault) => return Err(not_read(name, fault)),
        };
        loading = if name == boot::LIST {
            boot::learn(&text);
            Loading::Waits(waiting)
        } else {
            waiting.arrived(&text)?
        };
    }
}

fn not_read(file: &str, fault: FetchFault) -> NotRead {
    let reason = match fault {
        FetchFault::NotArrived => Reason::NotArrived,
        FetchFault::Status(status) => Reason::Status(status),
        FetchFault::Different => Reason::Different,
        FetchFault::Rejected => Reason::Rejected,
    };
    NotRead { file: file.to_owned(), reason }
}
