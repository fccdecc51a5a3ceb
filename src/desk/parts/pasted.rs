//! What was pasted into the box for anything, and the reader that is opened for it.

use strum::VariantArray;

use super::named_products::{NamedProduct, named_products};
use crate::desk::parts::diagnosis::{self, Guess};
use crate::desk::{Desk, Field, Route, Tool};
use crate::reading::{Finding, FindingKind, PastedKind};
use crate::texts::Text;

/// The content of the box, and how it can be read.
#[derive(Clone, Debug, Default)]
pub struct PastedView<'d> {
    /// A sentence on what it is; empty where that is not known.
    pub says: String,
    /// The ways to read it, the likeliest first, without the one that is open.
    pub ways: Vec<ReadAs>,
    /// Every other way, if the page has it wrong.
    pub others: Vec<ReadAs>,
    /// The products that it names.
    pub products: Vec<NamedProduct<'d>>,
    /// Places are in the text of the box.
    pub findings: Vec<Finding>,
}

/// A way to read what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// The kind whose reader is opened.
    pub kind: PastedKind,
    /// The label of the button.
    pub label: String,
}

/// The content of the box; `None` while it is empty or only whitespace.
#[must_use]
pub fn view(desk: &Desk) -> Option<PastedView<'_>> {
    let anything = &desk.anything;
    if !desk.has_anything() {
        return None;
    }
    let known = known_kinds(desk);
    let pieces = diagnosis::kinds(desk);
    let guess = diagnosis::guess(desk);
    let says = match known.as_slice() {
        _ if guess.is_some() => guess_sentence(desk, guess),
        _ if pieces.len() > 1 => pasted_sentence(desk, &pieces),
        [] if pieces.is_empty() => String::new(),
        [] => pasted_sentence(desk, &pieces),
        [kind] => pasted_sentence(desk, &[*kind]),
        _ if !pieces.is_empty() => pasted_sentence(desk, &pieces),
        _ => desk.texts.say(Text::PastedSeveral).to_owned(),
    };
    let mut findings = anything.findings.to_vec();
    // What was read as a log has no reader of its own.
    if diagnosis::view(desk).is_some() {
        findings.retain(|finding| finding.kind != FindingKind::NothingKnown);
    }
    if anything.is_refused {
        findings.push(Finding::whole(FindingKind::TextTooLong));
    }
    // No button contradicts what the text was called: what it looks like is among the others then.
    let is_called_otherwise = guess.and_then(Guess::kind).is_some();
    let offered = if is_called_otherwise { &[][..] } else { &known };
    Some(PastedView {
        says,
        ways: ways(desk, offered.iter().copied()),
        // If a text was rejected and there is nothing else, nothing can be read.
        others: if anything.kinds.is_empty() { Vec::new() } else { ways(desk, others(offered, None)) },
        products: named_products(desk),
        findings,
    })
}

/// The same for the reader that was opened for it; `None` in any other view.
#[must_use]
pub fn opened_view(desk: &Desk) -> Option<PastedView<'_>> {
    let (open, _) = desk.anything.opened.as_ref()?;
    // Nothing is reported about a text that is no longer there.
    reader_of(*open).filter(|(tool, field)| {
        desk.route == Route::Tool(*tool) && desk.has_anything() && !desk.session().entry(*field).is_empty()
    })?;
    let known = known_kinds(desk);
    let is_known = known.contains(open);
    let says = if is_known { pasted_sentence(desk, &[*open]) } else { read_as_label(desk, *open) };
    let findings = if is_known { desk.anything.findings.to_vec() } else { Vec::new() };
    Some(PastedView {
        says,
        ways: ways(desk, known.iter().copied().filter(|kind| kind != open)),
        others: ways(desk, others(&known, Some(*open))),
        products: Vec::new(),
        findings,
    })
}

/// The view with the box from which the reader was opened.
#[must_use]
pub fn box_route(desk: &Desk) -> Route {
    desk.anything.opened.as_ref().map_or_else(Route::default, |(_, from)| from.clone())
}

/// What the text can be read as: the kinds of its pieces, then what the form of the whole suggests.
fn known_kinds(desk: &Desk) -> Vec<PastedKind> {
    let pieces = diagnosis::kinds(desk);
    let mut known = pieces.clone();
    for kind in &desk.anything.kinds {
        if !known.contains(kind) {
            known.push(*kind);
        }
    }
    let is_read = !pieces.is_empty() || desk.provider().is_some();
    known.retain(|kind| reader_of(*kind).is_some() && (!is_read || !reads_nothing(*kind, &pieces)));
    known
}

/// A command that looked like one, and in which no request was found.
fn reads_nothing(kind: PastedKind, pieces: &[PastedKind]) -> bool {
    matches!(kind, PastedKind::CurlCommand | PastedKind::PowerShellCommand) && !pieces.contains(&kind)
}

fn ways(desk: &Desk, kinds: impl Iterator<Item = PastedKind>) -> Vec<ReadAs> {
    kinds.map(|kind| ReadAs { kind, label: read_as_label(desk, kind) }).collect()
}

fn pasted_sentence(desk: &Desk, kinds: &[PastedKind]) -> String {
    let titles: Vec<&str> = kinds.iter().map(|kind| desk.texts.say(kind_title(*kind))).collect();
    desk.texts.fill(Text::PastedAs, &[("kind", &desk.texts.list(&titles))])
}

/// Of a text of which only the form tells what it is, no kind is named as if that was known.
fn guess_sentence(desk: &Desk, guess: Option<Guess>) -> String {
    match guess.and_then(Guess::kind) {
        Some(kind) => desk.texts.fill(Text::PastedAs, &[("kind", desk.texts.say(kind))]),
        None => desk.texts.say(Text::PastedSeveral).to_owned(),
    }
}

fn read_as_label(desk: &Desk, kind: PastedKind) -> String {
    desk.texts.fill(Text::ReadAs, &[("kind", desk.texts.say(kind_title(kind)))])
}

/// The kinds that can be read, except those that were detected and the one that is open.
fn others(known: &[PastedKind], open: Option<PastedKind>) -> impl Iterator<Item = PastedKind> {
    let all = PastedKind::VARIANTS.iter().copied().filter(|kind| reader_of(*kind).is_some());
    all.filter(move |kind| !known.contains(kind) && open != Some(*kind))
}

/// The tool that reads a kind, and its field; `None` for what cannot be read.
pub(in crate::desk) fn reader_of(kind: PastedKind) -> Option<(Tool, Field)> {
    Some(match kind {
        PastedKind::AuthorizationHeader | PastedKind::Base64 => (Tool::ReadHeader, Field::Header),
        PastedKind::ClientPair | PastedKind::LabeledValues => (Tool::Values, Field::ClientId),
        PastedKind::AuthorizeUrl => (Tool::ReadAuthorizeUrl, Field::AuthorizeUrl),
        PastedKind::RedirectAddress | PastedKind::Code => (Tool::Redirect, Field::Landed),
        PastedKind::TokenAnswer => (Tool::TokenAnswer, Field::Answer),
        PastedKind::ErrorAnswer => (Tool::ErrorAnswer, Field::Error),
        PastedKind::Jwt => (Tool::Jwt, Field::Jwt),
        PastedKind::Scopes => (Tool::Scopes, Field::PastedScopes),
        PastedKind::Discovery => (Tool::Discovery, Field::Discovery),
        PastedKind::CurlCommand
        | PastedKind::PowerShellCommand
        | PastedKind::HttpExchange
        | PastedKind::Har
        | PastedKind::ProgramCode
        | PastedKind::PostmanFile => (Tool::Request, Field::Request),
        PastedKind::Report => (Tool::Report, Field::Report),
        PastedKind::Settings | PastedKind::TooLong | PastedKind::Unknown => return None,
    })
}

/// The name of a kind, in the sentence about the text and in the label of the button.
fn kind_title(kind: PastedKind) -> Text {
    match kind {
        PastedKind::AuthorizationHeader => Text::HeaderLabel,
        PastedKind::Base64 => Text::KindBase64,
        PastedKind::ClientPair => Text::KindClientPair,
        PastedKind::LabeledValues => Text::KindLabeledValues,
        PastedKind::AuthorizeUrl => Text::AuthorizeUrl,
        PastedKind::RedirectAddress => Text::KindRedirectAddress,
        PastedKind::Code => Text::FieldCode,
        PastedKind::TokenAnswer => Text::KindTokenAnswer,
        PastedKind::ErrorAnswer => Text::FieldError,
        PastedKind::Jwt => Text::FieldJwt,
        PastedKind::Scopes => Text::FieldScopes,
        PastedKind::CurlCommand => Text::KindCurl,
        PastedKind::PowerShellCommand => Text::KindPowerShell,
        PastedKind::HttpExchange | PastedKind::TooLong | PastedKind::Unknown => Text::KindHttp,
        PastedKind::Har => Text::KindHar,
        PastedKind::ProgramCode => Text::KindProgram,
        PastedKind::PostmanFile => Text::KindCollection,
        PastedKind::Settings => Text::KindSettings,
        PastedKind::Discovery => Text::KindDiscovery,
        PastedKind::Report => Text::KindReport,
    }
}
