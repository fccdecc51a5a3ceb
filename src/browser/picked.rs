//! Files that a person chose or dropped: they are read in the page, and go nowhere.

use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

/// How many files are read at once.
const MOST: u32 = 8;

/// Files that a person chose or dropped.
pub struct PickedFiles(Vec<File>);

/// Whether files are dragged, and no text of the page.
#[must_use]
pub fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|one| one.as_string().as_deref() == Some("Files")))
}

impl PickedFiles {
    /// What was dropped, if it is files.
    #[must_use]
    pub fn of_drop(event: &DragEvent) -> Option<PickedFiles> {
        PickedFiles::of(&event.data_transfer()?.files()?)
    }

    /// What was chosen.
    #[must_use]
    pub fn of_input(input: &HtmlInputElement) -> Option<PickedFiles> {
        PickedFiles::of(&input.files()?)
    }

    fn of(list: &FileList) -> Option<PickedFiles> {
        let files: Vec<File> = (0..list.length().min(MOST)).filter_map(|at| list.item(at)).collect();
        (!files.is_empty()).then_some(PickedFiles(files))
    }
}

/// The name and the text of each. Of one that is longer than `longest`, in bytes, one byte more is read, so that whoever
/// gets it can tell.
pub async fn read_picked(files: PickedFiles, longest: i32) -> Vec<(String, String)> {
    let mut read = Vec::new();
    for file in files.0 {
        let Ok(front) = file.slice_with_i32_and_i32(0, longest.saturating_add(1)) else { continue };
        // What cannot be read is as good as empty.
        let text = JsFuture::from(front.text()).await.ok().and_then(|text| text.as_string());
        read.push((file.name(), text.unwrap_or_default()));
    }
    read
}
