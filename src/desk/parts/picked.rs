//! What is said of a file that somebody dropped or chose.

use strum::VariantArray;

use crate::desk::state::picked::FileStanding;
use crate::desk::{Desk, Field};
use crate::reading::Share;
use crate::texts::{Text, unmarked};

/// Where the text of a file goes.
pub(in crate::desk) enum Target {
    /// The box for anything.
    Box,
    /// A field.
    Field(Field),
}

/// Where the text of a file goes that was dropped on the element of that id.
pub(in crate::desk) fn target(onto: &str) -> Option<Target> {
    match onto.strip_prefix("field-")? {
        "anything" => Some(Target::Box),
        name => Field::VARIANTS.iter().find(|field| field.name() == name).map(|field| Target::Field(*field)),
    }
}

/// A file, below the element that its text goes into.
#[derive(Clone, Debug, PartialEq)]
pub struct FileNote {
    /// What it is, or what was taken of it.
    pub says: String,
    /// How many bytes of how many are read, as long as it is.
    pub progress: Option<(f64, f64)>,
}

/// What is said of a file below the element of that id.
#[must_use]
pub fn note(desk: &Desk, id: &str) -> Option<FileNote> {
    let file = desk.picked.file.as_ref().filter(|file| file.onto == id)?;
    let name = unmarked(&file.name);
    let shared =
        |text, taken: usize, all: usize| desk.texts.count(text, &[("taken", taken), ("all", all)], &[("name", &name)]);
    let says = match file.standing {
        FileStanding::Reading(_) => {
            let size = format!("{:.0}", (file.size / 1e6).max(1.0));
            desk.texts.fill(Text::FileReading, &[("name", &name), ("size", &size)])
        }
        FileStanding::Taken(Share::Whole) => String::new(),
        FileStanding::Taken(Share::Requests { taken: 0, all }) => shared(Text::FileNoRequests, 0, all),
        FileStanding::Taken(Share::Requests { taken, all }) => shared(Text::FileRequests, taken, all),
        FileStanding::Taken(Share::Lines { taken, all }) => shared(Text::FileLines, taken, all),
        FileStanding::Failed => desk.texts.fill(Text::FileNoText, &[("name", &name)]),
    };
    let others = file.has_others.then(|| desk.texts.fill(Text::FileOthers, &[("name", &name)]));
    let says = [says, others.unwrap_or_default()].join(" ").trim().to_owned();
    let progress = match file.standing {
        FileStanding::Reading(bytes) => Some((bytes, file.size)),
        FileStanding::Taken(_) | FileStanding::Failed => None,
    };
    Some(FileNote { says, progress })
}
