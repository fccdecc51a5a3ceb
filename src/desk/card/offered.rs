//! A card that may be opened: all that it leads to, before it does.

use super::edit::block_line;
use super::form::product_name;
use super::lines::STEPS;
use super::state::{CardState, Offer};
use super::tree::{Key, Tree, way};
use crate::catalog::{Hole, Template};
use crate::desk::Desk;
use crate::texts::Text;

/// A card that may be opened: all that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// Whether a link contains it.
    pub is_sent: bool,
    /// The product's name.
    pub name: String,
    /// Its vendor.
    pub vendor: String,
    /// The provider's name.
    pub provider: String,
    /// How many fields, steps and files it has.
    pub contains: String,
    /// Every text in it that contains an address.
    pub addresses: Vec<String>,
    /// Every template and every line that puts a secret together with something else: that may be an address too.
    pub joined: Vec<String>,
    /// Every command in it.
    pub commands: Vec<String>,
    /// Whether it takes the place of a card that somebody has begun.
    pub replaces: bool,
}

pub(super) fn offered(desk: &Desk, state: &CardState, offer: &Offer) -> OfferView {
    let draft = &offer.draft;
    let facts = &draft.facts;
    let variants = facts.list_at(&way!["variants"]);
    let count = |list: &str| variants.iter().map(|variant| variant.list_at(&way![list]).len()).sum::<usize>();
    let lines: usize = STEPS.iter().map(|step| count(step)).sum();
    let parts = [(count("values"), Text::CardFields), (lines, Text::CardLines), (count("blocks"), Text::CardBlocks)];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, text)| desk.texts.count(text, &[("count", count)], &[]));
    let parts = desk.texts.list(&parts.collect::<Vec<_>>());
    let mut addresses = Vec::new();
    draft.each_text(&mut |text| {
        if is_address(text) {
            add(&mut addresses, text);
        }
    });
    OfferView {
        is_sent: offer.is_sent,
        name: product_name(desk, draft).to_owned(),
        vendor: facts.text_at(&way!["vendor"]).to_owned(),
        provider: provider_name(desk, facts.text_at(&way!["provider"])).to_owned(),
        contains: desk.texts.fill(Text::CardContains, &[("parts", &parts)]),
        addresses,
        joined: joined(facts, variants),
        commands: commands(variants),
        replaces: state.draft.is_some() && state.is_touched,
    }
}

/// Until the providers are there, its name in the files stands for it.
fn provider_name<'d>(desk: &'d Desk, id: &'d str) -> &'d str {
    let known = desk.card_files.as_ref().and_then(|(_, files)| files.of(id));
    known.map_or(id, |files| files.provider.name.as_str())
}

/// Each is shown once.
fn add(all: &mut Vec<String>, text: &str) {
    if !all.iter().any(|known| known == text) {
        all.push(text.to_owned());
    }
}

/// With a scheme, which a browser reads without slashes too (WHATWG URL), with what is above a host, or of a share.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let marks = ["//", "\\\\", "www.", "http:", "https:", "mailto:"];
    marks.iter().any(|mark| lower.contains(mark))
}

/// The templates that put a secret together with anything else, wherever they are among the facts; and of a command that
/// gets a secret, every line that says more than a value.
fn joined(facts: &Tree, variants: &[Tree]) -> Vec<String> {
    let own = |name: &str| facts.text_at(&way!["inputs", name, "kind"]) == "secret";
    let is_secret = |hole: &Hole| match hole {
        Hole::Value(placeholder) => placeholder.is_secret(),
        Hole::Input(name) => own(name),
    };
    let has_secret = |template: &Template| template.holes().any(is_secret);
    let template = |text: &str| Template::parse(text).ok();
    let mut all = Vec::new();
    let is_joined = |text: &str| template(text).is_some_and(|one| !one.is_one_hole() && has_secret(&one));
    // What goes into a field is told with the field.
    let mut of_fields = Vec::new();
    for value in variants.iter().flat_map(|variant| variant.list_at(&way!["values"])) {
        let text = value.text_at(&way!["template"]);
        if is_joined(text) {
            of_fields.push(text);
            add(&mut all, &format!("{}: {text}", value.text_at(&way!["label"])));
        }
    }
    facts.each_text(&mut |text| {
        if is_joined(text) && !of_fields.contains(&text) {
            add(&mut all, text);
        }
    });
    for block in variants.iter().flat_map(|variant| variant.list_at(&way!["blocks"])) {
        let lines = block.list_at(&way!["lines"]);
        let content = |line: &Tree| line.at(&[Key::At(1)]).and_then(Tree::as_text).and_then(template);
        let gets_secret = |line: &Tree| content(line).is_some_and(|content| has_secret(&content));
        let is_command = !block.text_at(&way!["command"]).is_empty() && lines.iter().any(gets_secret);
        for line in lines {
            let key = line.text_at(&[Key::At(0)]);
            // One that is shown already says the same with its key.
            let is_shown = all.iter().any(|known| known == line.text_at(&[Key::At(1)]));
            let is_more = !is_shown && content(line).is_some_and(|content| !content.is_one_hole());
            if is_command && is_more || gets_secret(line) && !is_plain_key(key) {
                add(&mut all, &block_line(line));
            }
        }
    }
    all
}

/// What a setting or an option is called. What else the key of a line is may be a part of an address.
fn is_plain_key(key: &str) -> bool {
    key.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-' | '.' | ' '))
}

/// What somebody would run: commands, and the fixed lines around a block.
fn commands(variants: &[Tree]) -> Vec<String> {
    let blocks = variants.iter().flat_map(|variant| variant.list_at(&way!["blocks"]));
    let mut all = Vec::new();
    for block in blocks {
        let command = Some(block.text_at(&way!["command"])).filter(|command| !command.is_empty());
        let around = block.texts_at(&way!["before"]).chain(block.texts_at(&way!["after"]));
        command.into_iter().chain(around).for_each(|text| add(&mut all, text));
    }
    all
}
