//! Strings of a product or of a format, filled with what is entered; and a pasted one, taken apart.

mod lines;
mod reading;

use std::borrow::Cow;

use strum::VariantNames;

use self::lines::{LineFault, LineProblem};
pub(in crate::desk) use self::reading::secrets;
pub use self::reading::{StringReading, reading};
use super::Listed;
use crate::blocks::BlockFormat;
use crate::catalog::{Block, Card, Confidence, Hole, Placeholder, Template, TemplateProblem};
use crate::desk::parts::block::{BlockView, block_name, filled, format_name};
use crate::desk::parts::fields::each_once;
use crate::desk::parts::template::{Filling, PAIR, filling_fields, filter_names, is_secret};
use crate::desk::state::string_choice::{ProductPart, StringKind};
use crate::desk::{Desk, Field, FoundIn};
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, Piece};
use crate::texts::Text;

pub(super) const LISTED: Listed =
    Listed { title: Text::ToolCredentialString, lead: Text::ToolCredentialStringLead, reads: false };

/// What an empty template means: the joined value that one product is known to want.
const TEMPLATE: &str = "{account_id}:{client_id}";

/// What the tool shows.
#[derive(Clone, Debug)]
pub enum StringView {
    /// The files of the product are on their way.
    Loading,
    /// The product has nothing to fill.
    Nothing,
    /// Values joined for a single field.
    Text(CredentialString),
    /// The `Authorization` header, which has a view of its own.
    Header,
    /// A file or a command.
    Block(BlockView),
    /// A sentence on what is missing.
    Needs(String),
    /// What is wrong with what was typed.
    Fault(StringFault),
}

/// Values joined for a single field.
#[derive(Clone, Debug)]
pub struct CredentialString {
    /// What it is called: the field of the product, or the tool.
    pub name: String,
    /// The template with its placeholders replaced.
    pub text: Secret,
    /// Whether a part of it is a secret.
    pub is_secret: bool,
}

/// What is wrong with a template or a line.
#[derive(Clone, Debug)]
pub struct StringFault {
    /// A sentence, with its place.
    pub says: String,
    /// The text at that place.
    pub excerpt: Vec<Piece>,
}

/// What is to be filled.
enum Content<'d> {
    Loading,
    Nothing,
    Template(Cow<'d, Template>),
    Header,
    Block(Cow<'d, Block>, String),
}

/// A field for each hole of what is to be filled, below that of the template.
pub(super) fn fields(desk: &Desk) -> Vec<Field> {
    let content = content(desk);
    let is_own = is_own_template(desk);
    let mut fields: Vec<Field> = is_own.then_some(Field::Template).into_iter().collect();
    // The fields of the first template stay while a different one is typed: their content is not lost.
    let first = is_own.then(|| Template::parse(TEMPLATE).ok()).flatten();
    let mut add = |template: &Template| fields.extend(template.holes().flat_map(|hole| typed_into(desk, hole)));
    first.iter().for_each(&mut add);
    match &content {
        Ok(Content::Template(template)) => add(template),
        Ok(Content::Block(block, _)) => block.lines.iter().filter_map(|line| line.template()).for_each(add),
        Ok(Content::Header) => fields.extend(PAIR),
        Ok(Content::Loading | Content::Nothing) | Err(_) => {}
    }
    each_once(fields)
}

/// The hint below the field of the template.
pub(super) fn template_hint(desk: &Desk) -> String {
    let (names, default) = (placeholder_names(), ["`", TEMPLATE, "`"].concat());
    desk.texts.fill(Text::HintTemplate, &[("names", &names), ("default", &default)])
}

/// The hint below the field of the lines.
#[must_use]
pub fn lines_hint(desk: &Desk) -> String {
    desk.texts.fill(Text::HintLines, &[("names", &placeholder_names())])
}

/// What is chosen, filled with what is entered.
#[must_use]
pub fn view(desk: &Desk) -> StringView {
    let filling = Filling::new(desk);
    match content(desk) {
        Err(fault) => StringView::Fault(fault),
        Ok(Content::Loading) => StringView::Loading,
        Ok(Content::Nothing) => StringView::Nothing,
        Ok(Content::Header) => StringView::Header,
        Ok(Content::Block(block, name)) => {
            StringView::Block(filled(desk, &filling, &block, name, |hole| label(desk, hole)))
        }
        Ok(Content::Template(template)) => match filling.fill(&template) {
            Ok(text) => {
                let name = shown_part(desk).map_or_else(|| desk.texts.say(LISTED.title).to_owned(), |(_, name)| name);
                StringView::Text(CredentialString { name, text, is_secret: is_secret(desk, &template) })
            }
            Err(hole) => {
                let field = label(desk, hole);
                StringView::Needs(desk.texts.fill(Text::CredentialStringNeeds, &[("fields", &field)]))
            }
        },
    }
}

/// Whether the template that is shown is typed.
#[must_use]
pub fn is_own_template(desk: &Desk) -> bool {
    desk.string.product.is_none() && desk.string.kind == StringKind::Template
}

/// Whether lines of name and template are typed, and which are written where there are none.
#[must_use]
pub fn own_lines(desk: &Desk) -> Option<String> {
    let kind = desk.string.kind;
    let has_lines = matches!(kind, StringKind::KubernetesSecret | StringKind::Block(_));
    (desk.string.product.is_none() && has_lines).then(|| lines::default_lines(kind))
}

/// The template of a kind that has one which is not typed.
#[must_use]
pub fn fixed_template(kind: StringKind) -> Option<&'static str> {
    match kind {
        StringKind::TokenUrl => Some("{token_url}?grant_type=account_credentials&account_id={account_id|form}"),
        StringKind::UserInfo => Some("https://{client_id|url}:{client_secret|url}@www.example.com"),
        StringKind::Template | StringKind::BasicHeader | StringKind::KubernetesSecret | StringKind::Block(_) => None,
    }
}

/// What a kind is called.
#[must_use]
pub fn kind_name(kind: StringKind) -> Text {
    match kind {
        StringKind::Template => Text::KindTemplate,
        StringKind::BasicHeader => Text::KindBasicHeader,
        StringKind::TokenUrl => Text::KindTokenUrl,
        StringKind::UserInfo => Text::KindUserInfo,
        StringKind::KubernetesSecret => Text::KindKubernetesSecret,
        StringKind::Block(format) => format_name(format),
    }
}

/// Each filter as it is written in a template, and what it does.
#[must_use]
pub fn filters() -> [(&'static str, Text); 5] {
    [
        ("{client_secret|base64}", Text::FilterBase64),
        ("{client_secret|form}", Text::FilterForm),
        ("{client_secret|json}", Text::FilterJson),
        ("{client_secret|shell}", Text::FilterShell),
        ("{client_secret|url}", Text::FilterUrl),
    ]
}

/// The products that have something to fill, by name: one that needs no app has no value.
#[must_use]
pub fn products(desk: &Desk) -> Vec<&Card> {
    let mut products: Vec<&Card> = desk.cards().filter(|card| !card.apps.is_empty()).collect();
    products.sort_by_cached_key(|card| desk.card_name(card).to_lowercase());
    products
}

/// The values and blocks of the chosen product that are filled, each with its name, in the order of its file.
#[must_use]
pub fn parts(desk: &Desk) -> Vec<(ProductPart, String)> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    let with_template = variant.values.iter().enumerate().filter(|(_, value)| value.template.is_some());
    let values = with_template.map(|(at, value)| (ProductPart::Value(at), variant.value_name(value)));
    let blocks = variant.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, block)| (ProductPart::Block(at), block_name(desk, &variant.blocks, block)));
    values.chain(blocks).collect()
}

/// The part that is shown: the chosen one, or the first.
#[must_use]
pub fn part(desk: &Desk) -> Option<ProductPart> {
    shown_part(desk).map(|(part, _)| part)
}

/// How sure that part is.
#[must_use]
pub fn sure(desk: &Desk) -> Confidence {
    let sure = desk.variant().zip(part(desk)).and_then(|(variant, part)| match part {
        ProductPart::Value(at) => variant.values.get(at).map(|value| value.sure),
        ProductPart::Block(at) => variant.blocks.get(at).map(|block| block.sure),
    });
    sure.unwrap_or_default()
}

fn shown_part(desk: &Desk) -> Option<(ProductPart, String)> {
    let chosen = desk.string.product.as_ref().and_then(|product| product.part);
    let mut parts = parts(desk);
    let at = parts.iter().position(|(part, _)| Some(*part) == chosen).unwrap_or_default();
    (at < parts.len()).then(|| parts.swap_remove(at))
}

fn content(desk: &Desk) -> Result<Content<'_>, StringFault> {
    if desk.string.product.is_some() {
        return Ok(of_product(desk));
    }
    let kind = desk.string.kind;
    match kind {
        StringKind::Template => own_template(desk),
        StringKind::BasicHeader => Ok(Content::Header),
        StringKind::TokenUrl | StringKind::UserInfo => {
            let template = fixed_template(kind).and_then(|text| Template::parse(text).ok());
            Ok(template.map_or(Content::Nothing, |template| Content::Template(Cow::Owned(template))))
        }
        StringKind::KubernetesSecret => own_block(desk, BlockFormat::Yaml),
        StringKind::Block(format) => own_block(desk, format),
    }
}

fn of_product(desk: &Desk) -> Content<'_> {
    let Some(variant) = desk.variant() else {
        return if desk.guide().is_some() { Content::Nothing } else { Content::Loading };
    };
    let content = match part(desk) {
        Some(ProductPart::Value(at)) => {
            let template = variant.values.get(at).and_then(|value| value.template.as_ref());
            template.map(|template| Content::Template(Cow::Borrowed(template)))
        }
        Some(ProductPart::Block(at)) => variant
            .blocks
            .get(at)
            .map(|block| Content::Block(Cow::Borrowed(block), block_name(desk, &variant.blocks, block))),
        None => None,
    };
    content.unwrap_or(Content::Nothing)
}

fn own_template(desk: &Desk) -> Result<Content<'_>, StringFault> {
    // EXPOSE: the template is filled; the result is a secret if it contains one.
    let text = match desk.session().entry(Field::Template).expose() {
        "" => TEMPLATE,
        typed => typed,
    };
    match lines::template_of(text, 0) {
        Ok(template) => Ok(Content::Template(Cow::Owned(template))),
        Err(wrong) => Err(fault(desk, Field::Template, &wrong)),
    }
}

fn own_block(desk: &Desk, format: BlockFormat) -> Result<Content<'_>, StringFault> {
    let kind = desk.string.kind;
    let default = lines::default_lines(kind);
    // EXPOSE: as above.
    let text = match desk.session().entry(Field::BlockLines).expose() {
        typed if typed.trim().is_empty() => &default,
        typed => typed,
    };
    match lines::block(format, kind == StringKind::KubernetesSecret, text) {
        Ok(block) => Ok(Content::Block(Cow::Owned(block), desk.texts.say(kind_name(kind)).to_owned())),
        Err(error) => Err(fault(desk, Field::BlockLines, &error)),
    }
}

/// What is wrong, and where.
fn fault(desk: &Desk, field: Field, fault: &LineFault) -> StringFault {
    let says = match &fault.problem {
        LineProblem::NoEquals => desk.texts.say(Text::LineNoEquals).to_owned(),
        LineProblem::Template(TemplateProblem::NotClosed) => desk.texts.say(Text::TemplateNotClosed).to_owned(),
        LineProblem::Template(TemplateProblem::NotOpened) => desk.texts.say(Text::TemplateNotOpened).to_owned(),
        LineProblem::Template(TemplateProblem::UnknownName { .. }) => {
            desk.texts.fill(Text::TemplateUnknown, &[("names", &placeholder_names())])
        }
        LineProblem::Template(TemplateProblem::UnknownFilter(_)) => {
            desk.texts.fill(Text::TemplateUnknownFilter, &[("names", &filter_names())])
        }
    };
    // Only its place counts: the field's own rules say how it is shown.
    let place = Finding::over(FindingKind::LineNotRead, fault.at, fault.length);
    let found_in = FoundIn { field: Some(field), ..FoundIn::default() };
    let (at, excerpt) = (desk.place_sentence(&place, found_in), desk.finding_excerpt(&place, found_in));
    StringFault { says: [says, at].join(" "), excerpt }
}

fn label(desk: &Desk, hole: &Hole) -> String {
    let field = typed_into(desk, hole).into_iter().find(|field| desk.session().entry(*field).is_empty());
    field.map_or_else(|| hole.name().to_owned(), |field| desk.label(field))
}

/// The fields into which the value of a hole is typed, or what it is built from.
fn typed_into(desk: &Desk, hole: &Hole) -> Vec<Field> {
    match hole {
        Hole::Value(Placeholder::RefreshToken | Placeholder::AccessToken) => vec![Field::Answer],
        // The sets of scopes of a product are chosen in its guide.
        Hole::Value(Placeholder::Scopes) if desk.variant().is_some_and(|variant| !variant.scopes.is_empty()) => {
            Vec::new()
        }
        hole => filling_fields(desk, hole),
    }
}

fn placeholder_names() -> String {
    let names: Vec<String> = Placeholder::VARIANTS.iter().map(|name| format!("`{{{name}}}`")).collect();
    names.join(" ")
}
