use crate::browser::{files, workshop};
use crate::desk::{Action, NotRead, Wanted};

/// Fetches what is wanted; what to tell the desk says what came of it.
pub async fn bring(wanted: Wanted) -> Action {
    if wanted == Wanted::Workshop {
        return match workshop::fetch().await {
            Ok(()) => Action::WorkshopArrived,
            Err(reason) => Action::Failed(NotRead { file: workshop::FILE.to_owned(), reason }),
        };
    }
    let mut arrived = Vec::new();
    // One loop waits for every file: each place that waits would add its own copy of the code for waiting.
    loop {
        match wanted.next_file(&arrived) {
            Ok(Some(file)) => match files::fetch(&file).await {
                Ok(text) => arrived.push((file, text)),
                Err(reason) => return Action::Failed(NotRead { file, reason }),
            },
            Ok(None) => return wanted.arrived(&arrived).unwrap_or_else(Action::Failed),
            Err(not_read) => return Action::Failed(not_read),
        }
    }
}
