//! The report for support: made from a desk, written, damaged on its way, read, and shown as the admin had it.

mod damaged;
mod hostile;
mod made;
mod secrecy;
mod shown;
mod states;

use super::person::Person;
use authdesk::desk::ReportAction;
use authdesk::desk::report::{ReadReport, Report, panel, read};

/// Firefox on Windows.
pub const AGENT: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// The report about the view, as it is copied.
#[track_caller]
pub fn copied(person: &mut Person) -> String {
    person.does(ReportAction::Showed(true));
    // EXPOSE: the tests compare the whole text.
    panel(&person.0, AGENT).unwrap().text.expose().to_owned()
}

#[track_caller]
pub fn reread(text: &str) -> ReadReport {
    read(text).unwrap_or_else(|| panic!("no report in {text}"))
}

/// All of it is read, and it is this one.
#[track_caller]
pub fn is_whole(text: &str, report: &Report) {
    let read = reread(text);
    assert_eq!(read.report, *report, "{text}");
    assert_eq!((read.unread.as_slice(), read.repeated.as_slice()), (&[][..], &[][..]), "{text}");
    assert!(!read.is_cut && read.lost == 0 && !read.is_followed && !read.is_newer(), "{read:?}\n{text}");
}
