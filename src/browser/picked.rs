//! Files that a person chose or dropped: they are read in the page, and go nowhere.

use std::cell::Cell;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Element, File, FileList, HtmlInputElement, TextDecodeOptions, TextDecoder, window};

use super::listener::Listener;

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

    /// The first one, and whether there are others. It is kept until [`kept`] is asked for it.
    #[must_use]
    pub fn keep_first(self) -> Option<(String, f64, bool)> {
        let has_others = self.0.len() > 1;
        let file = self.0.into_iter().next()?;
        let about = (file.name(), file.size(), has_others);
        KEPT.set(Some(file));
        Some(about)
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

thread_local! {
    /// A desk is a plain value, and a file is none.
    static KEPT: Cell<Option<File>> = const { Cell::new(None) };
}

/// The file that was kept last, once.
#[must_use]
pub fn kept() -> Option<File> {
    KEPT.take()
}

/// Calls a function with files that are dropped anywhere on the page, and the element there, until the listeners are dropped.
/// A browser would leave the page for them, with all that is entered.
#[must_use]
pub fn on_drop(function: impl Fn(PickedFiles, &Element) + 'static) -> Option<(Listener, Listener)> {
    let target = || window().map(Into::into);
    // Where a view takes them by itself, it has done so.
    let has = |event: &web_sys::Event| {
        let files = event.dyn_ref::<DragEvent>().filter(|event| has_files(event) && !event.default_prevented());
        files.inspect(|event| event.prevent_default()).cloned()
    };
    let over = Listener::on(target()?, "dragover", move |event| {
        has(&event);
    })?;
    let drop = Listener::on(target()?, "drop", move |event| {
        let Some(event) = has(&event) else { return };
        let onto = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some((files, onto)) = PickedFiles::of_drop(&event).zip(onto) {
            function(files, &onto);
        }
    })?;
    Some((over, drop))
}

/// So many bytes are read at once; in between, the page is alive.
const PART: f64 = 1e6;

/// Reads a file part by part, in UTF-8 or, by its first bytes, in UTF-16, as PowerShell writes it. `part` gets each text and
/// how many bytes are read, and says whether to go on. Whether all of it was read, and is text.
pub async fn read_in_parts(file: &File, part: impl FnMut(&str, f64) -> bool) -> bool {
    read_parts(file, part).await.is_some()
}

async fn read_parts(file: &File, mut part: impl FnMut(&str, f64) -> bool) -> Option<()> {
    let mut decoder = None;
    let options = TextDecodeOptions::new();
    options.set_stream(true);
    let mut read = 0.0;
    while read < file.size() {
        let end = (read + PART).min(file.size());
        let bytes = JsFuture::from(file.slice_with_f64_and_f64(read, end).ok()?.array_buffer()).await.ok()?;
        let bytes = Uint8Array::new(&bytes);
        if decoder.is_none() {
            decoder = TextDecoder::new_with_label(encoding(&bytes)).ok();
        }
        let text = decoder.as_ref()?.decode_with_buffer_source_and_options(&bytes, &options).ok()?;
        // What has this character is a program, a picture or an archive.
        let is_text = !text.contains('\0');
        read = end;
        if !is_text || !part(&text, read) {
            return None;
        }
    }
    Some(())
}

fn encoding(front: &Uint8Array) -> &'static str {
    match (front.length() > 1).then(|| (front.get_index(0), front.get_index(1))) {
        Some((0xFF, 0xFE)) => "utf-16le",
        Some((0xFE, 0xFF)) => "utf-16be",
        _ => "utf-8",
    }
}
