//! A file that somebody dropped or chose.

use crate::reading::Share;

/// The last one.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Picked {
    /// How many came so far: what is told about one that is not the last counts no longer.
    count: u32,
    pub(in crate::desk) file: Option<PickedFile>,
}

/// A file that is read, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub size: f64,
    /// The id of the element that its text goes into.
    pub onto: String,
    /// Whether others came with it, which are not read.
    pub has_others: bool,
    /// How far it is read.
    pub standing: FileStanding,
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FileStanding {
    /// So many bytes.
    Reading(f64),
    /// All of it, and so much of it was taken.
    Taken(Share),
    /// It is no text, or it cannot be read.
    Failed,
}

impl Picked {
    pub(in crate::desk) fn begin(&mut self, name: String, size: f64, onto: String, has_others: bool) {
        self.count += 1;
        self.file = Some(PickedFile { name, size, onto, has_others, standing: FileStanding::Reading(0.0) });
    }

    /// The file of that number, as long as it is read.
    pub(in crate::desk) fn reading(&mut self, number: u32) -> Option<&mut PickedFile> {
        self.file.as_mut().filter(|file| self.count == number && file.is_read())
    }

    /// The number of the file that is to be read.
    pub(in crate::desk) fn to_read(&self) -> Option<u32> {
        self.file.as_ref().filter(|file| file.is_read()).map(|_| self.count)
    }

    /// What was said of a file that is read is over, once somebody types.
    pub(in crate::desk) fn end(&mut self) {
        self.file.take_if(|file| !file.is_read());
    }
}

impl PickedFile {
    fn is_read(&self) -> bool {
        matches!(self.standing, FileStanding::Reading(_))
    }
}
