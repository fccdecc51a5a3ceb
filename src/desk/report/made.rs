//! The report of a desk.

use super::masking::kept;
use super::{
    Browser, CharKind, ErrorReport, FieldReport, FoundReport, LastFour, Name, NameCount, PAGE, Place, RedirectReport,
    Report, Side, Stamp, Subject,
};
use crate::catalog::{ScopeIndex, ScopeTable};
use crate::desk::parts::explanation::{self, ErrorView};
use crate::desk::parts::fields::each_once;
use crate::desk::parts::test_call;
use crate::desk::state::leaving::Leaving;
use crate::desk::tools::{compare_redirects, jwt, redirect, scopes, token_answer};
use crate::desk::{Desk, Field, NameList, PlainField, Route, Step, Tool, guide};
use crate::oauth::Moment;
use crate::reading::{Detail, Finding, RedirectText, RedirectTexts, compare_redirects as compare};

/// How many findings about a field are in a report, and how many errors name scopes.
const MOST: usize = 20;

impl Report {
    /// What there is to report of the guide or the tool that is shown. `user_agent` is the browser's.
    #[must_use]
    pub fn of(desk: &Desk, user_agent: &str) -> Report {
        // What is made up is reported as not entered.
        let desk = &desk.without_made_up();
        let fields = fields(desk);
        let has = |field: Field| fields.iter().any(|(one, _)| *one == field);
        let (granted, missing) = scope_counts(desk);
        let steps = guide::steps(desk);
        let mut report = Report {
            page: Name::new(PAGE),
            made: desk.clock().and_then(|now| stamp(&Moment::from_ms(now).utc())),
            browser: Some(Browser::read(user_agent)),
            subject: subject(desk),
            steps: steps.iter().map(|step| (*step, guide::progress(desk, *step))).collect(),
            sets: sets(desk),
            authentication: asks_authentication(desk).then(|| desk.client_authentication()),
            fields: fields.iter().filter_map(|(field, is_needed)| field_report(desk, *field, *is_needed)).collect(),
            redirects: redirects(desk),
            granted,
            missing,
            errors: errors(desk, has),
            ..Report::default()
        };
        for tick in guide::tick_names(desk) {
            let list = if desk.session().ticks.contains(&tick) { &mut report.checked } else { &mut report.unchecked };
            list.extend(Name::new(&tick));
        }
        report
    }
}

fn stamp(utc: &str) -> Option<Stamp> {
    let mut parts = utc.split(' ');
    Stamp::new(parts.next()?, parts.next()?)
}

fn subject(desk: &Desk) -> Option<Subject> {
    match &desk.route {
        Route::Product { .. } => {
            let guide = desk.guide()?;
            let variant = desk.variant();
            Some(Subject::Guide {
                product: Name::new(guide.product.id.as_str())?,
                way: variant.and_then(|variant| Name::new(&variant.id)),
                provider: Name::new(guide.provider.id.as_str()),
                app: variant.and_then(|variant| Name::new(&variant.app)),
                facts: Name::new(&guide.product.checked),
                installation: guide::needs_pair(desk).then(|| Name::new(desk.shown_installation().number())).flatten(),
            })
        }
        Route::Tool(tool) => Some(Subject::Tool(Name::new(tool.name())?)),
        _ => None,
    }
}

fn asks_authentication(desk: &Desk) -> bool {
    matches!(desk.route, Route::Tool(Tool::TokenRequest))
        || desk.variant().is_some_and(|variant| variant.flow.is_some())
}

fn sets(desk: &Desk) -> Vec<(Name, bool)> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    let sets = variant.choosable_sets();
    sets.filter_map(|set| Some((Name::new(&set.id)?, desk.session().takes(variant, &set.id)))).collect()
}

/// The fields of the view that are filled or must be, each with whether it must.
fn fields(desk: &Desk) -> Vec<(Field, bool)> {
    let all: Vec<(Field, bool)> = match desk.route {
        Route::Tool(tool) => {
            tool.fields(desk).into_iter().chain(own_fields(tool).iter().copied()).map(|field| (field, false)).collect()
        }
        _ => guide::steps(desk).into_iter().flat_map(|step| step_fields(desk, step)).collect(),
    };
    let each = each_once(all.iter().map(|(field, _)| *field)).into_iter();
    let with_need = each.map(|field| (field, all.contains(&(field, true))));
    with_need.filter(|(field, is_needed)| *is_needed || !desk.session().entry(*field).is_empty()).collect()
}

fn step_fields(desk: &Desk, step: Step) -> Vec<(Field, bool)> {
    let required = if guide::is_optional(desk, step) { Vec::new() } else { guide::required(desk, step) };
    let mut all: Vec<(Field, bool)> =
        guide::of_step(desk, step).into_iter().map(|field| (field, required.contains(&field))).collect();
    let read: &[Field] = match step {
        Step::Credentials => &[Field::Discovery],
        Step::Authorize => &[Field::Scopes, Field::Landed],
        Step::Exchange | Step::Try => &[Field::Answer, Field::CallAddress, Field::CallAnswer],
        Step::Create
        | Step::Redirect
        | Step::Scopes
        | Step::Activate
        | Step::LocalTest
        | Step::Second
        | Step::Events
        | Step::Enter
        | Step::Instead => &[],
    };
    all.extend(read.iter().map(|field| (*field, false)));
    all
}

/// The fields that the view of a tool shows itself.
fn own_fields(tool: Tool) -> &'static [Field] {
    match tool {
        Tool::AuthorizeUrl | Tool::Discovery => &[Field::Discovery],
        Tool::Redirect => &[Field::Landed],
        Tool::TokenRequest => &[Field::Discovery, Field::Answer, Field::CallAnswer],
        Tool::TokenAnswer => &[Field::Answer],
        Tool::CredentialString => &[Field::Template, Field::BlockLines, Field::Block],
        Tool::ReadHeader => &[Field::Header],
        Tool::ReadAuthorizeUrl => &[Field::AuthorizeUrl],
        Tool::CompareRedirects => &[Field::Registered, Field::Requested, Field::Received],
        Tool::ErrorAnswer => &[Field::Error],
        Tool::Jwt => &[Field::Jwt],
        Tool::Scopes => &[Field::PastedScopes, Field::NeededScopes],
        Tool::Request => &[Field::Request],
        Tool::BasicHeader | Tool::AppType | Tool::Values | Tool::Report => &[],
    }
}

fn field_report(desk: &Desk, field: Field, is_needed: bool) -> Option<FieldReport> {
    let name = match desk.input(field) {
        Some((name, _)) => Name::new(&format!("input/{name}"))?,
        None => Name::new(field.name())?,
    };
    let session = desk.session();
    // EXPOSE: its length and the kinds of its characters are counted.
    let text = session.entry(field).expose();
    let (length, has) = session.readings.of(field, OfReport, || counted(text)).as_ref().clone();
    let is_chosen = desk.report.ends && field == Field::ClientId;
    Some(FieldReport {
        name,
        is_needed,
        length,
        has,
        findings: found(desk, field).iter().take(MOST).map(|finding| found_report(field, finding, length)).collect(),
        ends: if is_chosen { last_four(desk) } else { None },
    })
}

/// The last four characters of the Client ID, if they may leave the page.
pub(super) fn last_four(desk: &Desk) -> Option<LastFour> {
    let text = desk.session().plain(PlainField::ClientId);
    LastFour::of(text).filter(|_| !Leaving::of(desk).withholds(Field::ClientId, text))
}

/// The key of what is counted in a field.
#[derive(PartialEq)]
struct OfReport;

/// How many characters a text has, and of which kinds.
fn counted(text: &str) -> (usize, Vec<CharKind>) {
    let mut has: Vec<CharKind> = Vec::new();
    let mut length = 0;
    for kind in text.chars().map(CharKind::of) {
        length += 1;
        if !has.contains(&kind) {
            has.push(kind);
        }
    }
    has.sort_unstable_by_key(|kind| *kind as usize);
    (length, has)
}

/// What is found in a field, whichever view says it.
fn found(desk: &Desk, field: Field) -> Vec<Finding> {
    match field {
        Field::CallAnswer => test_call::view(desk).map(|view| view.findings).unwrap_or_default(),
        Field::Jwt => jwt::view(desk).map(|view| view.findings).unwrap_or_default(),
        Field::Error | Field::CodeVerifier | Field::Scopes | Field::Template | Field::BlockLines => {
            desk.field_findings(field)
        }
        _ => desk.findings_about(field),
    }
}

fn found_report(field: Field, finding: &Finding, length: usize) -> FoundReport {
    let place = finding.span.filter(|_| field.is_one_value()).map(|span| match span.start {
        0 => Place::Start,
        start if start + span.length >= length => Place::End,
        _ => Place::Inside,
    });
    let (character, count) = match finding.detail {
        Some(Detail::Character(ch)) => (Some(ch), None),
        Some(Detail::Count(count)) => (None, Some(count)),
        _ => (None, None),
    };
    FoundReport { kind: finding.kind, place, character, count }
}

fn redirects(desk: &Desk) -> Vec<RedirectReport> {
    if desk.route == Route::Tool(Tool::CompareRedirects) {
        let side = |text: RedirectText| match text {
            RedirectText::Registered => Side::Registered,
            RedirectText::Requested => Side::Sent,
            RedirectText::Received => Side::Returned,
        };
        let all = compare_redirects::reading(desk);
        let report = all.iter().map(|one| RedirectReport {
            left: side(one.left),
            right: side(one.right),
            differs: one.differences.iter().map(|difference| difference.kind).collect(),
        });
        return report.collect();
    }
    let entered = desk.session().plain(PlainField::RedirectUrl);
    let between = |left: Side, right: Side, texts: &RedirectTexts<'_>| {
        let compared = compare(texts, &[]).pop()?;
        let differs = compared.differences.iter().map(|difference| difference.kind).collect();
        Some(RedirectReport { left, right, differs })
    };
    // Of several that are prescribed, the most similar one is meant.
    let prescribed = guide::offered_redirects(desk);
    let prescribed = prescribed.iter().filter_map(|offered| {
        between(Side::Prescribed, Side::Sent, &RedirectTexts { registered: offered, requested: entered, received: "" })
    });
    let prescribed = prescribed.min_by_key(|one| one.differs.len());
    let shows_landing = matches!(desk.route, Route::Product { .. } | Route::Tool(Tool::Redirect));
    let landed = redirect::view(desk).filter(|_| shows_landing);
    let returned = landed.as_ref().and_then(|view| {
        let texts = RedirectTexts { registered: "", requested: entered, received: view.address()? };
        between(Side::Sent, Side::Returned, &texts)
    });
    prescribed.into_iter().chain(returned).collect()
}

/// The scopes that were granted, and those that are missing.
fn scope_counts(desk: &Desk) -> (Option<NameCount>, Option<NameCount>) {
    match desk.route {
        Route::Tool(Tool::Scopes) => {
            let view = scopes::view(desk);
            let rows = |is_missing: bool| {
                let all: Vec<&str> = view
                    .table
                    .rows
                    .iter()
                    .filter(|row| row.is_missing == is_missing)
                    .map(|row| row.name.as_str())
                    .collect();
                (!all.is_empty()).then(|| name_count(desk, all.len(), all.iter().copied()))
            };
            (rows(false), rows(true))
        }
        Route::Product { .. } | Route::Tool(Tool::TokenAnswer | Tool::TokenRequest) => {
            let told = token_answer::view(desk).and_then(|view| view.told);
            let count = |list: &NameList| name_count(desk, list.count(), list.shown.iter().map(String::as_str));
            let lists = told.as_ref().map(|told| (&told.granted, &told.missing));
            let of = |list: Option<&Option<NameList>>| list.and_then(Option::as_ref).map(count);
            (of(lists.map(|(granted, _)| granted)), of(lists.map(|(_, missing)| missing)))
        }
        _ => (None, None),
    }
}

fn name_count<'n>(desk: &Desk, count: usize, names: impl Iterator<Item = &'n str>) -> NameCount {
    NameCount { count, names: known_scopes(desk, names) }
}

/// The scopes that our own files have. Anything can be written where scopes are.
fn known_scopes<'n>(desk: &Desk, names: impl Iterator<Item = &'n str>) -> Vec<Name> {
    let table: Option<&ScopeTable> =
        desk.guide().and_then(|guide| guide.scopes.as_deref()).or(desk.scope_table.as_deref());
    let index = table.map(ScopeIndex::new).unwrap_or_default();
    let needed = guide::needed_scopes(desk);
    names.filter(|name| needed.contains(name) || index.find(name).is_some()).filter_map(Name::new).collect()
}

fn errors(desk: &Desk, has: impl Fn(Field) -> bool) -> Vec<ErrorReport> {
    let read = |field: Field| match field {
        Field::Landed => explanation::of_landing(desk),
        Field::Answer => explanation::of_answer(desk),
        Field::CallAnswer => explanation::of_call(desk),
        _ => explanation::of_error(desk),
    };
    let fields =
        [Field::Landed, Field::Answer, Field::CallAnswer, Field::Error].into_iter().filter(|field| has(*field));
    fields.filter_map(|field| error_report(desk, field, &read(field)?)).collect()
}

fn error_report(desk: &Desk, field: Field, view: &ErrorView<'_>) -> Option<ErrorReport> {
    let report = ErrorReport {
        field: Name::new(field.name())?,
        code: view.error.as_deref().and_then(|error| kept(desk, error)),
        row: view.row().and_then(Name::new),
        words: view.sentence.as_deref().and_then(|sentence| kept(desk, sentence)),
        asks: view
            .asked
            .as_ref()
            .map_or_else(Vec::new, |asked| known_scopes(desk, asked.names.iter().take(MOST).map(String::as_str))),
    };
    let says = report.code.is_some() || report.row.is_some() || report.words.is_some();
    says.then_some(report)
}
