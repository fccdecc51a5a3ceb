//! Fixes for commands, where nothing has to be guessed. Recorded traffic is never changed.

use super::draft::{BodyPart, Draft, Shell, SyntaxIssue};
use super::findings::{
    ByteFinding, FORM, PARAMETERS, cut_redirect, escaped, meant_by, misnamed, name_in_value, parts_of_form,
};
use super::piece::{ByteSpan, Fragment};
use super::{RequestForm, RequestHabits, drafts, found_in_all};
use crate::chars::{is_curly_double, is_curly_single};
use crate::oauth::form_encoded;
use crate::pasted_json::{self, Kind};
use crate::reading::FindingKind;
use crate::reading::parameter_names::meant_by as meant_by_name;

/// A place and its replacement.
pub(super) type Replacement = (ByteSpan, String);

/// How many bytes of commands are read again, in all, to see whether a fix really ends its finding. One that would need
/// more than that is offered only if it is the first.
const READ_AGAIN: usize = 1 << 20;

/// Decides how the findings about a command are fixed.
pub(super) struct Fixes<'t> {
    text: &'t str,
    left: usize,
}

impl<'t> Fixes<'t> {
    pub(super) fn new(text: &'t str) -> Fixes<'t> {
        Fixes { text, left: READ_AGAIN.max(text.len()) }
    }

    /// The replacements that fix a finding about a command; none where that is not certain.
    pub(super) fn replacements(&mut self, found: &ByteFinding, draft: &Draft) -> Vec<Replacement> {
        self.certain(found, draft).unwrap_or_default()
    }

    fn certain(&mut self, found: &ByteFinding, draft: &Draft) -> Option<Vec<Replacement>> {
        let fix: fn(&Draft, &str, usize) -> Option<Vec<Replacement>> = match found.kind {
            FindingKind::ParametersInQuery | FindingKind::ParametersInQueryAllowed => query_into_body,
            FindingKind::JsonBody | FindingKind::BodyNotAsDeclared => json_into_form,
            FindingKind::MultipartBody | FindingKind::FormInOneField => multipart_into_form,
            FindingKind::RedirectCutOff => whole_redirect,
            FindingKind::GrantMistyped => known_grant,
            FindingKind::ParameterMisnamed => known_name,
            FindingKind::ScopesByComma => scopes_by_space,
            FindingKind::ValueNotEncoded => encoded_value,
            FindingKind::QuestionMarkInBody => without_question_mark,
            FindingKind::BlankBeforeName => without_blanks,
            FindingKind::BasicMissing => with_basic,
            FindingKind::BearerMissing => with_bearer,
            FindingKind::SchemeMistyped => basic,
            FindingKind::HeaderMisnamed => with_name,
            FindingKind::HeaderNameTwice => without_name,
            FindingKind::BackslashInCmd => carets,
            FindingKind::PasteMarks => without_marks,
            FindingKind::MethodNotPost => post,
            FindingKind::QuotesOfAnotherShell => straight_quotes,
            FindingKind::AmpersandNotQuoted => quoted_word,
            FindingKind::LineNotJoined => joined_lines,
            FindingKind::CurlOfPowershell => curl_exe,
            _ => return None,
        };
        draft.shell?;
        let replacements = fix(draft, self.text, found.span?.start)?;
        self.left = self.left.checked_sub(self.text.len())?;
        // If the command has further issues, the finding may remain: then nothing was fixed.
        let habits = RequestHabits::default();
        let again = found_in_all(&drafts(&replaced(self.text, replacements.clone())?, &habits), &habits);
        again.iter().all(|(_, other)| other != found).then_some(replacements)
    }
}

fn replaced(text: &str, mut replacements: Vec<Replacement>) -> Option<String> {
    replacements.sort_by_key(|(span, _)| span.start);
    let mut whole = String::new();
    let mut from = 0;
    for (span, new) in replacements {
        whole.push_str(text.get(from..span.start)?);
        whole.push_str(&new);
        from = span.end;
    }
    whole.push_str(text.get(from..)?);
    Some(whole)
}

/// The quotes of a word, and the text between them.
fn quotes_of(raw: &str) -> Option<(&'static str, &str)> {
    let inner = |quote: &'static str| Some((quote, raw.strip_prefix(quote)?.strip_suffix(quote)?));
    inner("^\"").or_else(|| inner("\"")).or_else(|| inner("'")).or_else(|| {
        let is_bare = !raw.contains(['"', '\'', '^', '\\', '`']);
        is_bare.then_some(("", raw))
    })
}

/// curl sends `--data` as a form body, and joins several with `&` (curl's manual); `-Body` sends a text as a form too.
fn query_into_body(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let is_cmdlet = draft.form == RequestForm::PowerShell;
    let asks = draft.asks(&RequestHabits::default());
    let has_other = !draft.body.is_empty() && (is_cmdlet || asks.is_json || draft.body.is_unknown);
    let only_ours = asks.query.iter().all(|field| PARAMETERS.contains(&field.name.as_str()));
    if has_other || draft.body.in_query || !only_ours || !draft.url_query.is_empty() {
        return None;
    }
    let span = draft.url.span;
    if !draft.place.holds(span.start) || span.start == draft.head.start {
        return None;
    }
    let (quote, inner) = quotes_of(text.get(span.start..span.end)?)?;
    let (address, query) = inner.split_once('?')?;
    let is_plain = |ch: char| match ch {
        '&' => !quote.is_empty(),
        '$' | '{' | '}' => quote != "^\"",
        '^' => quote == "^\"",
        _ => ch.is_ascii_alphanumeric() || "-._~%=+*:/,@".contains(ch),
    };
    let option = if is_cmdlet { "-Body" } else { "--data" };
    let parted = format!("{quote}{address}{quote} {option} {quote}{query}{quote}");
    query.chars().all(is_plain).then(|| vec![(span, parted)])
}

/// Converts a flat object to a form; any other JSON would need guessing.
fn json_into_form(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let [BodyPart::Text(body)] = draft.body.parts.as_slice() else { return None };
    let raw = text.get(body.span.start..body.span.end)?;
    if body.expands || !raw.starts_with(['\'', '"', '{', '^']) {
        return None;
    }
    let Kind::Object(members) = pasted_json::parse(body.text.trim()).ok()?.kind else { return None };
    let mut form = String::new();
    for member in members {
        let value = match member.value.kind {
            Kind::Text(value) | Kind::Number(value) => value,
            _ => return None,
        };
        let sign = if form.is_empty() { "" } else { "&" };
        form.push_str(&format!("{sign}{}={}", form_encoded(&member.name), form_encoded(&value)));
    }
    let quote = if draft.shell == Some(Shell::Cmd) { '"' } else { '\'' };
    // cmd.exe may treat what is between two `%` as a variable.
    if quote == '"' && form.contains('%') {
        return None;
    }
    let mut edits = vec![(body.span, format!("{quote}{form}{quote}"))];
    if let Some(before) = text.get(..body.span.start).map(str::trim_end).filter(|before| before.ends_with("--json")) {
        edits.push((ByteSpan::new(before.len() - "--json".len(), before.len()), "--data".to_owned()));
    }
    if let Some(header) = draft.header("Content-Type") {
        header.value.at?;
        edits.push((header.value.part(0, header.value.text.len()), FORM.to_owned()));
    }
    Some(edits)
}

/// A field of `-F` becomes one of `--data-urlencode`; a form in one field becomes the body itself.
fn multipart_into_form(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let fields: Vec<_> = draft
        .body
        .parts
        .iter()
        .filter_map(|part| match part {
            BodyPart::Param(field) => Some(field),
            BodyPart::Text(_) => None,
        })
        .collect();
    if draft.header("Content-Type").is_some_and(|header| header.value.text.contains("multipart")) {
        return None;
    }
    let mut edits = Vec::new();
    for field in &fields {
        // A file, or a type of its own.
        if field.value.text.starts_with(['@', '<']) || field.value.text.contains(";type=") {
            return None;
        }
        let is_form = field.value.text.contains('&');
        let before = text.get(..field.span.start)?.trim_end();
        let option = ["--form-string", "--form", "-F"].into_iter().find(|option| before.ends_with(option))?;
        let new = if is_form { "--data" } else { "--data-urlencode" };
        edits.push((ByteSpan::new(before.len() - option.len(), before.len()), new.to_owned()));
    }
    let is_mixed = fields.len() > 1 && fields.iter().any(|field| field.value.text.contains('&'));
    (!is_mixed && !edits.is_empty()).then_some(edits)
}

fn known_grant(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let asks = draft.asks(&RequestHabits::default());
    let value = &asks.field("grant_type")?.value;
    value.at?;
    // With more than the grant type in it, the rest would be lost.
    let meant = meant_by(&value.text).filter(|_| !value.text.contains('='))?;
    Some(vec![(value.span, meant.to_owned())])
}

/// The name before the `=`, where it is written as it is.
fn known_name(_: &Draft, text: &str, byte: usize) -> Option<Vec<Replacement>> {
    let rest = text.get(byte..)?;
    let start = rest.len() - rest.trim_start_matches(['"', '\'']).len();
    let name = rest.get(start..)?.split('=').next()?;
    let meant = meant_by_name(name)?;
    Some(vec![(ByteSpan::new(byte + start, byte + start + name.len()), meant.name.to_owned())])
}

/// A form needs the space encoded; a field that curl encodes does not.
fn scopes_by_space(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let asks = draft.asks(&RequestHabits::default());
    let value = &asks.field("scope")?.value;
    let start = value.at?;
    let written = text.get(start..start + value.text.len()).filter(|written| *written == value.text)?;
    let words: Vec<&str> = written.split([',', ' ']).filter(|word| !word.is_empty()).collect();
    let is_encoded = parts_of_form(draft).iter().any(|piece| piece.span.holds(start));
    let joint = if is_encoded { "%20" } else { " " };
    let is_quoted = text.get(..start)?.chars().rev().find(|ch| !ch.is_ascii_graphic() || matches!(ch, '"' | '\''));
    let is_safe = is_encoded || is_quoted.is_some_and(|ch| matches!(ch, '"' | '\''));
    is_safe.then(|| vec![(ByteSpan::new(start, start + written.len()), words.join(joint))])
}

/// Escapes what a form reads as something else. In cmd.exe a `%` may begin a variable.
fn encoded_value(draft: &Draft, text: &str, byte: usize) -> Option<Vec<Replacement>> {
    let piece = parts_of_form(draft).into_iter().find(|piece| piece.at.is_some() && piece.span.holds(byte))?;
    if draft.shell == Some(Shell::Cmd) {
        return None;
    }
    let mut rest = piece.text.get(byte.checked_sub(piece.at?)?..)?;
    let mut end = 0;
    // The parts without a name that follow belong to the value.
    while let Some(pair) = rest.split('&').next().filter(|pair| end == 0 || !pair.contains('=')) {
        end += pair.len() + 1;
        match rest.get(pair.len() + 1..) {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let span = ByteSpan::new(byte, byte + end.checked_sub(1)?);
    Some(vec![(span, escaped(text.get(span.start..span.end)?)?)])
}

/// Encodes the redirect URL together with the parameters that were cut off.
fn whole_redirect(draft: &Draft, text: &str, byte: usize) -> Option<Vec<Replacement>> {
    if draft.shell == Some(Shell::Cmd) {
        return None;
    }
    let piece = parts_of_form(draft).into_iter().find(|piece| piece.at.is_some() && piece.span.holds(byte))?;
    let end = byte + cut_redirect(piece.text.get(byte.checked_sub(piece.at?)?..)?)?;
    let written = text.get(byte..end)?;
    let (name, value) = written.split_once('=')?;
    let is_plain = !value.contains(['%', '+', '$', '\'', '"']);
    is_plain.then(|| vec![(ByteSpan::new(byte, end), format!("{name}={}", form_encoded(value)))])
}

/// Everything between an `&` and the name behind it, in the one body of the command.
fn without_blanks(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let [BodyPart::Text(body)] = draft.body.parts.as_slice() else { return None };
    let raw = text.get(body.span.start..body.span.end)?;
    let pairs: Vec<&str> = raw.split('&').collect();
    let is_blank = |ch: char| ch.is_whitespace() || ch == '\\';
    let mut at = body.span.start;
    let mut edits = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        let blanks = pair.len() - pair.trim_start_matches(is_blank).len();
        edits.extend((number > 0 && blanks > 0).then(|| (ByteSpan::new(at, at + blanks), String::new())));
        at += pair.len() + 1;
    }
    Some(edits)
}

fn without_question_mark(_: &Draft, _: &str, byte: usize) -> Option<Vec<Replacement>> {
    Some(vec![(ByteSpan::new(byte, byte + 1), String::new())])
}

fn with_basic(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    with_scheme(draft, "Basic ")
}

fn with_bearer(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    with_scheme(draft, "Bearer ")
}

fn with_scheme(draft: &Draft, scheme: &str) -> Option<Vec<Replacement>> {
    let start = draft.header("Authorization")?.value.at?;
    Some(vec![(ByteSpan::new(start, start), scheme.to_owned())])
}

/// The name of a header is directly before its value: `name: value`, `'name' = 'value'`.
fn with_name(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let header = misnamed(draft, &draft.asks(&RequestHabits::default()))?;
    let before = text.get(..header.value.span.start.max(header.value.at?))?;
    let start = before.rfind(header.name.as_str())?;
    let end = start + header.name.len();
    let is_close = before.get(end..)?.chars().all(|ch| ch.is_whitespace() || ":=\"'".contains(ch));
    is_close.then(|| vec![(ByteSpan::new(start, end), "Authorization".to_owned())])
}

fn without_name(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let value = &draft.header("Authorization")?.value;
    value.at?;
    Some(vec![(value.part(0, name_in_value(&value.text)?), String::new())])
}

fn basic(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let value = &draft.header("Authorization")?.value;
    value.at?;
    let scheme = value.text.split_whitespace().next()?;
    Some(vec![(value.part(0, scheme.len()), "Basic".to_owned())])
}

fn without_marks(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let marks = draft.issues.iter().filter_map(|issue| match issue {
        SyntaxIssue::PasteMark(span) => Some((*span, String::new())),
        _ => None,
    });
    Some(marks.collect())
}

/// All backslashes at the ends of lines.
fn carets(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let signs = draft.issues.iter().filter_map(|issue| match issue {
        SyntaxIssue::Backslash(span) => Some((*span, "^".to_owned())),
        _ => None,
    });
    Some(signs.collect())
}

/// RFC 6749 §3.2 allows no other method.
fn post(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let mut edits = Vec::new();
    if let Some(option) = draft.query_option {
        let raw = text.get(option.start..option.end)?;
        if !matches!(raw, "-G" | "--get") {
            return None;
        }
        let space = text.get(option.end..).is_some_and(|rest| rest.starts_with(' '));
        edits.push((ByteSpan::new(option.start, option.end + usize::from(space)), String::new()));
    }
    match &draft.method {
        Some(method) => {
            method.at?;
            edits.push((method.part(0, method.text.len()), "POST".to_owned()));
        }
        None if draft.form == RequestForm::PowerShell => {
            edits.push((ByteSpan::new(draft.head.end, draft.head.end), " -Method POST".to_owned()));
        }
        None if draft.usual_method != "GET" => return None,
        None if draft.query_option.is_none() || draft.body.is_empty() => {
            edits.push((ByteSpan::new(draft.head.end, draft.head.end), " -X POST".to_owned()));
        }
        None => {}
    }
    Some(edits)
}

/// All quotes of the command, in the form that its shell understands.
fn straight_quotes(draft: &Draft, text: &str, _: usize) -> Option<Vec<Replacement>> {
    let mut edits = Vec::new();
    for issue in &draft.issues {
        let SyntaxIssue::OtherQuotes { open, close } = issue else { continue };
        let close = (*close)?;
        let inner = text.get(open.end..close.start)?;
        let first = text.get(open.start..open.end)?;
        let is_single = draft.shell != Some(Shell::Cmd) && first.starts_with(is_curly_single);
        let quote = if is_single { "'" } else { "\"" };
        if inner.contains(quote) || inner.contains(is_curly_double) || inner.contains(['\\', '`', '!']) {
            return None;
        }
        edits.extend([(*open, quote.to_owned()), (close, quote.to_owned())]);
    }
    (!edits.is_empty()).then_some(edits)
}

/// Puts the word with the `&` in quotes.
fn quoted_word(draft: &Draft, text: &str, byte: usize) -> Option<Vec<Replacement>> {
    let parts = draft.body.parts.iter().filter_map(|part| match part {
        BodyPart::Text(piece) => Some(piece),
        BodyPart::Param(_) => None,
    });
    let word: &Fragment = [&draft.url].into_iter().chain(parts).find(|piece| piece.span.holds(byte))?;
    let raw = text.get(word.span.start..word.span.end)?;
    let (quote, _) = quotes_of(raw)?;
    if !quote.is_empty() {
        return None;
    }
    let quote = if draft.shell == Some(Shell::Cmd) || raw.contains('$') { '"' } else { '\'' };
    Some(vec![(word.span, format!("{quote}{raw}{quote}"))])
}

/// Joins each line that continues with an option to the one before.
fn joined_lines(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    let sign = match draft.shell? {
        Shell::Posix => " \\\n",
        Shell::Cmd => " ^\n",
        Shell::Pwsh => " `\n",
    };
    let breaks = draft.issues.iter().filter_map(|issue| match issue {
        SyntaxIssue::LineBreak(span) => Some((*span, sign.to_owned())),
        _ => None,
    });
    Some(breaks.collect())
}

/// On Windows, the real curl has this name.
fn curl_exe(draft: &Draft, _: &str, _: usize) -> Option<Vec<Replacement>> {
    Some(vec![(ByteSpan::new(draft.head.end, draft.head.end), ".exe".to_owned())])
}
