//! Finding a product by what a person types, and by the kind of app it needs.

use std::rc::Rc;

use strum::VariantArray as _;

use super::Desk;
use crate::catalog::{Card, Category, Index};
use crate::texts::Text;

/// Which products are listed, by the app that they need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AppFilter {
    /// All of them.
    #[default]
    All,
    /// Those that can be connected with an app of this type.
    App(String),
    /// Those that need no app of the admin's own.
    NoApp,
}

/// A product that is listed.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'d> {
    /// Its card.
    pub card: &'d Card,
    /// The label, file or other name that it was found by, where its card does not show why.
    pub by: Option<&'d str>,
}

/// The products under one heading.
#[derive(Clone, Debug)]
pub struct HitGroup<'d> {
    /// Their category; none for what was searched for, which is listed by how well it fits.
    pub category: Option<Category>,
    /// At least one.
    pub hits: Vec<Hit<'d>>,
}

/// Fewer products than this need no way to choose among them.
const WORTH_A_FILTER: usize = 2;

/// The products that fit the search and the filter: by category, or the one that fits a search best first.
///
/// Nothing is sorted: the list of products is in the order of its names, and a sort would cost each visitor four kilobytes.
#[must_use]
pub fn found(desk: &Desk) -> Vec<HitGroup<'_>> {
    let query = folded(&desk.query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fitting = fitting(desk, &words, &desk.filter);
    let group = |category, is_in: &dyn Fn(usize, &Card) -> bool| {
        let hits = fitting.iter().filter(|(rank, hit)| is_in(*rank, hit.card));
        HitGroup { category, hits: hits.map(|(_, hit)| *hit).collect() }
    };
    let mut groups: Vec<HitGroup<'_>> = if words.is_empty() {
        let of = |category: &Category| group(Some(*category), &|_, card| card.category == *category);
        Category::VARIANTS.iter().map(of).collect()
    } else {
        let mut all = HitGroup { category: None, hits: Vec::new() };
        for rank in 0..=WORST {
            all.hits.extend(group(None, &|one, _| one == rank).hits);
        }
        vec![all]
    };
    groups.retain(|group| !group.hits.is_empty());
    groups
}

/// Whether the search finds products that the filter leaves out.
#[must_use]
pub fn is_found_otherwise(desk: &Desk) -> bool {
    let query = folded(&desk.query);
    let words: Vec<&str> = query.split_whitespace().collect();
    fitting(desk, &words, &AppFilter::All).len() > fitting(desk, &words, &desk.filter).len()
}

fn fitting<'d>(desk: &'d Desk, words: &[&str], filter: &AppFilter) -> Vec<(usize, Hit<'d>)> {
    let shown = desk.cards().filter(|card| is_shown(card, filter));
    shown.filter_map(|card| fits(desk, card, words)).collect()
}

/// The filters that there are products for, each with its name and how many it lists.
#[must_use]
pub fn app_filters(desk: &Desk) -> Vec<(AppFilter, &str, usize)> {
    let Some(index) = &desk.index else { return Vec::new() };
    let language = desk.texts.language().code();
    let mut filters = vec![(AppFilter::All, desk.texts.say(Text::FilterAll))];
    filters.extend(index.apps.keys().map(|app| (AppFilter::App(app.clone()), index.app(app, language))));
    filters.push((AppFilter::NoApp, desk.texts.say(Text::TagNoApp)));
    let counted = filters.into_iter().map(|(filter, name)| {
        let count = desk.cards().filter(|card| is_shown(card, &filter)).count();
        (filter, name, count)
    });
    counted.filter(|(_, _, count)| *count >= WORTH_A_FILTER).collect()
}

/// What a category is called.
#[must_use]
pub fn category_title(category: Category) -> Text {
    match category {
        Category::Learning => Text::CategoryLearning,
        Category::Booking => Text::CategoryBooking,
        Category::Chat => Text::CategoryChat,
        Category::Security => Text::CategorySecurity,
        Category::Identity => Text::CategoryIdentity,
        Category::Integration => Text::CategoryIntegration,
        Category::Developers => Text::CategoryDevelopers,
    }
}

impl AppFilter {
    /// Its name in the markup.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            AppFilter::All => "all",
            AppFilter::App(app) => app,
            AppFilter::NoApp => "none",
        }
    }
}

impl Desk {
    /// The cards of all products: those that a host has added come first.
    pub(super) fn cards(&self) -> impl Iterator<Item = &Card> {
        let released = self.index.iter().flat_map(|index| &index.products);
        self.added.iter().map(|card| &**card).chain(released)
    }

    /// The card of a product.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards().find(|card| *card.id == *id)
    }

    pub(super) fn card_name<'c>(&self, card: &'c Card) -> &'c str {
        card.name_in(self.texts.language().code())
    }

    fn words_of<'d>(&'d self, card: &'d Card) -> &'d [String] {
        let released = || self.words.as_ref()?.products.get(&card.id);
        card.added.as_ref().or_else(released).map_or(&[], Vec::as_slice)
    }
}

fn is_shown(card: &Card, filter: &AppFilter) -> bool {
    match filter {
        AppFilter::All => true,
        AppFilter::App(app) => card.apps.contains(app),
        AppFilter::NoApp => card.apps.is_empty(),
    }
}

/// The rank of what fits least.
const WORST: usize = 4;

/// How well a product fits these words, all of which must occur: the less, the better.
fn fits<'d>(desk: &'d Desk, card: &'d Card, words: &[&str]) -> Option<(usize, Hit<'d>)> {
    let name = folded(desk.card_name(card));
    let card_says = [card.name.as_str(), &card.vendor, desk.texts.say(category_title(card.category))].map(folded);
    // Products are also called without the space or the dot in their name.
    let compact = card_says[..2].concat().replace(' ', "");
    // The card shows the app types, and guides call them by these names.
    let language = desk.texts.language().code();
    let app_names = |index: &Rc<Index>| card.apps.iter().map(|app| folded(index.app(app, language))).collect();
    let apps: Vec<String> = desk.index.as_ref().map_or_else(Vec::new, app_names);
    let on_card = |word: &&str| {
        let mut texts = card_says.iter().chain(&apps);
        name.contains(word) || compact.contains(word) || texts.any(|text| text.contains(word))
    };
    let Some(missing) = words.iter().find(|word| !on_card(word)) else {
        let rank = match words.first() {
            Some(first) if name.starts_with(first) => 0,
            Some(first) if name.contains(first) => 1,
            _ => 2,
        };
        return Some((rank, Hit { card, by: None }));
    };
    let others: Vec<(&'d String, String)> = desk.words_of(card).iter().map(|text| (text, folded(text))).collect();
    let is_there = |word: &&str| on_card(word) || others.iter().any(|(_, text)| text.contains(word));
    if !words.iter().all(is_there) {
        return None;
    }
    // One label that has all of it is meant rather than several that have a word each.
    let whole = words.join(" ");
    let exact = others.iter().find(|(_, text)| text.contains(&whole));
    let (by, _) = exact.or_else(|| others.iter().find(|(_, text)| text.contains(missing)))?;
    Some((if exact.is_some() { 3 } else { WORST }, Hit { card, by: Some(by) }))
}

/// In lowercase and without accents, with a space for everything that is neither a letter nor a digit.
///
/// It knows the letters of Latin-1 and Latin Extended-A, and combining marks. The tables for every other script would cost
/// each visitor more than a search among names is worth.
fn folded(text: &str) -> String {
    let mut plain = String::new();
    for ch in text.chars() {
        match ch {
            '\u{300}'..='\u{36f}' => {}
            'ß' => plain.push_str("ss"),
            'Æ' | 'æ' => plain.push_str("ae"),
            'Œ' | 'œ' => plain.push_str("oe"),
            'À'..='ſ' => {
                let base = (u32::from(ch) - u32::from('À')) as usize;
                plain.push(BASES.get(base).copied().map_or(' ', char::from));
            }
            _ if ch.is_ascii_alphanumeric() || !ch.is_ascii() => plain.push(ch.to_ascii_lowercase()),
            _ => plain.push(' '),
        }
    }
    plain
}

/// The letter without its accent for each character from `À` to `ſ`.
const BASES: &[u8; 192] = b"aaaaaa ceeeeiiiidnooooo ouuuuyt aaaaaa ceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn case_accents_and_signs_do_not_matter() {
        for (text, plain) in [
            ("ÜBUNG Größe", "ubung grosse"),
            ("e\u{301}cole École", "ecole ecole"),
            ("Łódź, Şişli, İzmir, Đà, Ørsted, Ångström", "lodz  sisli  izmir  da  orsted  angstrom"),
            ("Žižkov Œuvre Ærø Ÿ ŵ ĸ", "zizkov oeuvre aero y w k"),
            ("Cal.com API-Key ZOOM_CLIENT_ID", "cal com api key zoom client id"),
            ("Ελλάδα", "Ελλάδα"),
        ] {
            assert_eq!(folded(text), plain);
        }
    }

    #[test]
    fn every_letter_of_latin_1_and_extended_a_has_its_place() {
        for (range, plain) in
            [("ñÑńŃņŅňŇŉŋ", 'n'), ("žŽźŻ", 'z'), ("ĳ", 'i'), ("ţťŧ", 't'), ("ũūŭůűų", 'u'), ("ŕŗř", 'r')]
        {
            for ch in range.chars() {
                assert_eq!(folded(&ch.to_string()), plain.to_string(), "{ch}");
            }
        }
        let letters = ('À'..='ſ').filter(|ch| ch.is_alphabetic());
        let lost: String = letters.filter(|ch| folded(&ch.to_string()) == " ").collect();
        assert_eq!(lost, "");
    }
}
