//! Reports for support.

use authdesk::desk::report::{ReadReport, read};
use authdesk::reading::{PastedKind, unwrapped, what_is};

/// A report, or what was pasted in its place: what is read of it can be written, and is read the same then, and nothing
/// that has not the form of a name, a number or a word of an error is taken.
pub fn report(text: &str) {
    let Some(first) = read(text) else { return };
    assert!(unwrapped(text).is_some() || what_is(text).kinds.contains(&PastedKind::Report));
    // What is read of a longer one may be longer than what is read once it is written.
    if text.len() > LONGEST {
        return;
    }
    let ReadReport { report, .. } = &first;
    let written = report.written();
    assert!(written.is_ascii(), "{written:?}");
    assert!(!written.contains(['<', '>', '&', '{', '=']), "{written:?}");
    let again = read(&written).expect("what is written is a report");
    assert_eq!(again.report, *report, "{written}");
    assert_eq!((again.unread.len(), again.repeated.len(), again.lost), (0, 0, 0), "{again:?}");
    assert!(!again.is_cut && !again.is_followed);
    assert_eq!(read(text), Some(first));
}

/// In bytes.
const LONGEST: usize = 16 * 1024;
