//! The reader of error texts, in every form in which people paste an error.

mod cases;
mod detection;
mod forms;
mod logs;
mod sound;

use authdesk::oauth::Secret;
use authdesk::reading::{RefusalForm, RefusalText, read_refusal_text};

/// What was read, in one line: the form, then `error`, the status, `#` and the number, `@` and the code, the
/// request after `at:`; `none` if it is not certain that it is an error.
fn facts(read: &RefusalText) -> String {
    let form = match read.form {
        RefusalForm::Answer => "answer",
        RefusalForm::Inside => "inside",
        RefusalForm::Page => "page",
        RefusalForm::Plain => "plain",
        RefusalForm::Empty => "empty",
        RefusalForm::Other => "other",
    };
    // EXPOSE: the tests compare the whole text.
    let url = read.url.as_ref().map(Secret::expose);
    let request = url.map(|url| match &read.method {
        Some(method) => format!("at:{method}:{url}"),
        None => format!("at:{url}"),
    });
    let parts = [
        (!read.is_error).then(|| "none".to_owned()),
        Some(form.to_owned()),
        read.error.clone(),
        read.status.map(|status| status.to_string()),
        read.number.map(|number| format!("#{number}")),
        read.code.as_ref().map(|code| format!("@{code}")),
        request,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The facts and the sentence of an error text; an empty sentence where there is none, `…` where it is the whole text.
#[track_caller]
fn reads(text: &str, expected: &str, sentence: &str) {
    let read = read_refusal_text(text).expect("tokens were read");
    // EXPOSE: the tests compare the whole text.
    let said = read.sentence.as_ref().map_or("", Secret::expose);
    let said = if said == text && !said.is_empty() { "…" } else { said };
    assert_eq!((facts(&read).as_str(), said), (expected, sentence), "{text}");
}
