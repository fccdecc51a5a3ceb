//! What the view shown needs and how it is loaded: file by file, and each file is decoded once, when it arrives.
//!
//! [`Resource`] is what can be needed, [`Desk::wanted`](super::Desk::wanted) what is needed now. A [`Loading`] says
//! which file to get, takes its text, and in the end has what to tell the desk. `first` and `wanted` are in the first
//! part of the program, `lazy` and `lazily_wanted` in the lazy one.

mod first;
mod lazily_wanted;
mod lazy;
mod resource;
mod wanted;

use serde::de::DeserializeOwned;

pub(super) use self::lazily_wanted::lazily_wanted;
pub use self::resource::{NotRead, PATIENCE, ProseFiles, Reason, Resource};
use super::FileAction;
use crate::catalog::File;

/// A resource while its files arrive.
pub enum Loading {
    /// It waits for a file.
    Waits(Waiting),
    /// All of it is there: what to tell the desk.
    Done(FileAction),
}

/// What waits for a file.
pub struct Waiting {
    /// The file, below the page's own folder.
    pub file: String,
    /// Whether the host may lack it. It is empty then.
    pub is_optional: bool,
    then: Box<Then>,
}

/// What is done with the text of a file; the error says what is wrong with it.
type Then = dyn FnOnce(&str) -> Result<Loading, String>;

impl Waiting {
    /// Takes the text of the file.
    ///
    /// # Errors
    ///
    /// The file is not what it should be.
    pub fn arrived(self, text: &str) -> Result<Loading, NotRead> {
        (self.then)(text).map_err(|reason| NotRead { file: self.file, reason: Reason::Invalid(reason) })
    }
}

impl Loading {
    /// Waits for a file of which `then` makes the rest.
    fn of_text(file: String, then: impl FnOnce(&str) -> Result<Loading, String> + 'static) -> Loading {
        Loading::Waits(Waiting { file, is_optional: false, then: Box::new(then) })
    }

    /// Waits for a file that is decoded as JSON, and goes on with what it says: it can name other files.
    fn of_json<T: DeserializeOwned>(file: String, then: impl FnOnce(T) -> Loading + 'static) -> Loading {
        let name = file.clone();
        Loading::of_text(file, move |text| match (File { name: &name, text }).read() {
            Ok(decoded) => Ok(then(decoded)),
            Err(fault) => Err(fault.to_string()),
        })
    }

    /// The same with a file that may be missing.
    fn of_optional_json<T: DeserializeOwned + Default>(
        file: String,
        then: impl FnOnce(T) -> Loading + 'static,
    ) -> Loading {
        let name = file.clone();
        let then = move |text: &str| match (File { name: &name, text }).read() {
            Ok(decoded) => Ok(then(decoded)),
            Err(_) if text.is_empty() => Ok(then(T::default())),
            Err(fault) => Err(fault.to_string()),
        };
        Loading::Waits(Waiting { file, is_optional: true, then: Box::new(then) })
    }
}
