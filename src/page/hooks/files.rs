use crate::browser::files;
use crate::desk::{Action, NotRead, Wanted};
use crate::page::lazy::{complete, lazy};

/// Loads what is wanted; what to tell the desk says what came of it.
pub async fn bring(wanted: Wanted) -> Action {
    if wanted == Wanted::Lazy {
        return complete().await.unwrap_or_else(Action::Failed);
    }
    let mut arrived = Vec::new();
    // One loop waits for every file: each place that waits would add its own copy of the code for waiting.
    loop {
        let next = match lazy().filter(|_| !wanted.is_early()) {
            Some(lazy) => (lazy.desk.next_file)(&wanted, &arrived),
            None => Ok(wanted.early_file().filter(|_| arrived.is_empty())),
        };
        match next {
            Ok(Some(file)) => match files::fetch(&file).await {
                Ok(text) => arrived.push((file, text)),
                Err(reason) => return Action::Failed(NotRead { file, reason }),
            },
            Ok(None) => break,
            Err(not_read) => return Action::Failed(not_read),
        }
    }
    let read = match lazy().filter(|_| !wanted.is_early()) {
        Some(lazy) => (lazy.desk.arrived)(wanted, &arrived),
        None => wanted.early_arrived(arrived.first()),
    };
    read.unwrap_or_else(Action::Failed)
}
