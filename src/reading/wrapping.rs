//! What was copied together with a value and surrounds it: whitespace, quotes, bullets, labels, commas.

use core::ops::Range;

use super::{Detail, Finding, FindingKind, Fix, MOST_FINDINGS};
use crate::chars::{CharClass, is_dot, is_quote, is_space};

/// What is inside the wrapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// A single value.
    Value,
    /// Client ID and secret with a colon between them.
    Pair,
    /// A header's value. Whitespace around it has no meaning (RFC 9110 §5.5), and it has a scheme where a value has a
    /// label.
    Header,
}

/// The range without what surrounds the value; findings about that are added to `found`.
pub(super) fn unwrapped(
    chars: &[char],
    mut range: Range<usize>,
    inside: Inside,
    found: &mut Vec<Finding>,
) -> Range<usize> {
    let most = found.len() + MOST_FINDINGS;
    loop {
        let before = range.clone();
        range = without_front(chars, range, inside, found);
        range = without_back(chars, range, inside, found);
        if range == before {
            range = without_quotes(chars, range, inside, found);
        }
        if range == before || range.is_empty() || found.len() >= most {
            return range;
        }
    }
}

/// The characters of a range.
pub(super) fn part<'a>(chars: &'a [char], range: &Range<usize>) -> &'a [char] {
    chars.get(range.clone()).unwrap_or_default()
}

/// How many characters at the start meet the condition.
pub(super) fn run(chars: &[char], is_so: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|ch| is_so(**ch)).count()
}

/// How many characters at the end meet the condition.
pub(super) fn run_back(chars: &[char], is_so: impl Fn(char) -> bool) -> usize {
    chars.iter().rev().take_while(|ch| is_so(**ch)).count()
}

fn without_front(chars: &[char], range: Range<usize>, inside: Inside, found: &mut Vec<Finding>) -> Range<usize> {
    let rest = part(chars, &range);
    let Some(first) = rest.first().copied() else { return range };
    if let Some(odd) = CharClass::of(first).filter(|odd| stands_outside(*odd)) {
        let length = run(rest, |ch| same_run(odd, ch));
        add_run(odd, first, range.start..range.start + length, inside, found);
        return range.start + length..range.end;
    }
    let bullet = bullet_length(rest);
    if bullet > 0 {
        found.push(Finding::removing(FindingKind::ListBullet, range.start..range.start + bullet));
        return range.start + bullet..range.end;
    }
    let (label, length) = match (label(rest, inside), inside) {
        (Some(found), Inside::Value | Inside::Pair) => found,
        _ => return range,
    };
    let cut = range.start..range.start + length;
    if label.is_retired {
        // Without its label, the value would still be that of a retired app, so there is no fix.
        found.push(Finding::in_range(FindingKind::RetiredKey, &cut));
    } else if let Some((before, start)) = found.iter_mut().find_map(|finding| {
        let span = finding.span.filter(|span| span.start + span.length == cut.start)?;
        (finding.kind == FindingKind::LabelIncluded).then_some((finding, span.start))
    }) {
        // `Authorization: Basic` is one label.
        *before = Finding::removing(FindingKind::LabelIncluded, start..cut.end).naming(before.detail);
    } else {
        found.push(Finding::removing(FindingKind::LabelIncluded, cut).naming(Detail::Name(label.name)));
    }
    range.start + length..range.end
}

fn without_back(chars: &[char], range: Range<usize>, inside: Inside, found: &mut Vec<Finding>) -> Range<usize> {
    let rest = part(chars, &range);
    let Some(last) = rest.last().copied() else { return range };
    if let Some(odd) = CharClass::of(last).filter(|odd| stands_outside(*odd)) {
        let length = run_back(rest, |ch| same_run(odd, ch));
        let cut = range.end - length..range.end;
        let is_newline = inside == Inside::Pair
            && part(chars, &cut).iter().any(|ch| CharClass::of(*ch) == Some(CharClass::LineBreak));
        if is_newline {
            found.push(Finding::removing(FindingKind::NewlineEncoded, cut));
        } else {
            add_run(odd, last, cut, inside, found);
        }
        return range.start..range.end - length;
    }
    let length = run_back(rest, |ch| matches!(ch, ',' | ';' | '.'));
    let points = run_back(rest, |ch| ch == '.');
    // Three dots replace what a display did not show.
    if length == 0 || length == rest.len() || points > 2 || (inside == Inside::Header && points > 0) {
        return range;
    }
    found.push(Finding::removing(FindingKind::TrailingPunctuation, range.end - length..range.end));
    range.start..range.end - length
}

/// The place of what is inside of `b'…'`, as Python prints bytes ("Bytes Objects", `repr`), also with the escapes of a
/// text around it.
pub(super) fn inside_bytes(chars: &[char]) -> Option<Range<usize>> {
    let (quote, inner) = match chars {
        ['b' | 'B', '\\', quote, inner @ .., '\\', last] if quote == last => (quote, 3..3 + inner.len()),
        ['b' | 'B', quote, inner @ .., last] if quote == last => (quote, 2..2 + inner.len()),
        _ => return None,
    };
    (matches!(quote, '\'' | '"') && !inner.is_empty() && !part(chars, &inner).contains(quote)).then_some(inner)
}

/// The text of bytes as Python prints them.
pub(super) fn bytes_text(text: &str) -> Option<String> {
    if !text.starts_with(['b', 'B']) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    Some(part(&chars, &inside_bytes(&chars)?).iter().collect())
}

/// Quotes are removed in pairs, or alone where the other one is missing.
fn without_quotes(chars: &[char], range: Range<usize>, inside: Inside, found: &mut Vec<Finding>) -> Range<usize> {
    let rest = part(chars, &range);
    if inside == Inside::Value
        && let Some(inner) = inside_bytes(rest)
    {
        let inner = range.start + inner.start..range.start + inner.end;
        let fix = Fix::deletion([range.start..inner.start, inner.end..range.end]);
        found.push(Finding::in_range(FindingKind::BytesAsText, &(range.start..inner.start)).with_fix(fix));
        return inner;
    }
    let (front, back) = (run(rest, is_quote), run_back(rest, is_quote));
    if front + back == 0 || front == rest.len() {
        return range;
    }
    let inner = part(rest, &(front..rest.len() - back));
    let is_of_the_whole = match inside {
        Inside::Value => true,
        // Each has its own quotes: `"identifier":"secret"`, `identifier:b'secret'`.
        Inside::Pair if rest.split(|ch| *ch == ':').any(|one| inside_bytes(one).is_some()) => false,
        Inside::Pair => match inner.iter().position(|ch| *ch == ':') {
            Some(colon) => ![colon.wrapping_sub(1), colon + 1]
                .iter()
                .any(|at| inner.get(*at).is_some_and(|beside| is_quote(*beside))),
            None => true,
        },
        // `"Authorization": "Basic …"`: they belong to the syntax.
        Inside::Header => front > 0 && back > 0 && !inner.iter().any(|ch| is_quote(*ch)),
    };
    if !is_of_the_whole {
        return range;
    }
    let cuts: Vec<Range<usize>> = [range.start..range.start + front, range.end - back..range.end]
        .into_iter()
        .filter(|cut| !cut.is_empty())
        .collect();
    let typographic = cuts
        .iter()
        .flat_map(|cut| part(chars, cut))
        .copied()
        .find(|ch| CharClass::of(*ch) == Some(CharClass::TypographicQuote));
    let kind = if typographic.is_some() { FindingKind::TypographicQuotes } else { FindingKind::QuotesAround };
    if let Some(first) = cuts.first() {
        let finding = Finding::in_range(kind, first).naming(typographic.map(Detail::Character));
        found.push(finding.with_fix(Fix::deletion(cuts.iter().cloned())));
    }
    range.start + front..range.end - back
}

fn stands_outside(odd: CharClass) -> bool {
    odd.is_breaking_space() || matches!(odd, CharClass::NoBreak | CharClass::ByteOrderMark | CharClass::Invisible)
}

/// Whether a character continues a run of such characters.
pub(super) fn same_run(odd: CharClass, ch: char) -> bool {
    CharClass::of(ch).is_some_and(|other| other == odd || (other.is_breaking_space() && odd.is_breaking_space()))
}

fn add_run(odd: CharClass, ch: char, cut: Range<usize>, inside: Inside, found: &mut Vec<Finding>) {
    let kind = match odd {
        CharClass::NoBreak => FindingKind::NoBreakSpace,
        CharClass::ByteOrderMark => FindingKind::ByteOrderMark,
        CharClass::Invisible => FindingKind::InvisibleCharacter,
        _ if inside == Inside::Header => return,
        _ => {
            // Whitespace before and after a single value is one finding, fixed at once.
            match found.iter_mut().find(|finding| finding.kind == FindingKind::BlanksAround) {
                Some(spaces) if inside == Inside::Value => {
                    let all = spaces.edits().iter().map(|edit| edit.range.clone()).chain([cut]).collect::<Vec<_>>();
                    spaces.fix = Some(Fix::deletion(all));
                }
                _ => found.push(Finding::removing(FindingKind::BlanksAround, cut)),
            }
            return;
        }
    };
    found.push(Finding::removing(kind, cut).naming(Detail::Character(ch)));
}

/// The length of a bullet and the whitespace after it. A dot needs no whitespace, and two of them are not a bullet.
fn bullet_length(rest: &[char]) -> usize {
    let second = rest.get(1).copied();
    let is_bullet = match rest.first() {
        Some(first) if is_dot(*first) => second.is_some_and(|second| !is_dot(second)),
        // Word's second level is the letter `o` and a tab; `§` is a bullet of its symbol font.
        Some('o' | '§') => second == Some('\t'),
        Some('-' | '*' | '–' | '—') => second.is_some_and(is_space),
        _ => false,
    };
    let spaces = run(rest.get(1..).unwrap_or_default(), is_space);
    if is_bullet && 1 + spaces < rest.len() { 1 + spaces } else { 0 }
}

#[derive(Clone, Copy)]
struct Label {
    /// In lowercase, with nothing between the words.
    plain: &'static str,
    name: &'static str,
    is_retired: bool,
}

const LABELS: [Label; 12] = [
    Label { plain: "clientid", name: "Client ID", is_retired: false },
    Label { plain: "clientsecret", name: "Client Secret", is_retired: false },
    Label { plain: "clientgeheimnis", name: "Client-Geheimnis", is_retired: false },
    Label { plain: "accountid", name: "Account ID", is_retired: false },
    Label { plain: "kontoid", name: "Konto-ID", is_retired: false },
    Label { plain: "authorization", name: "Authorization", is_retired: false },
    Label { plain: "basic", name: "Basic", is_retired: false },
    Label { plain: "redirecturl", name: "Redirect URL", is_retired: false },
    Label { plain: "redirecturi", name: "redirect_uri", is_retired: false },
    Label { plain: "callbackurl", name: "Callback URL", is_retired: false },
    Label { plain: "apikey", name: "API Key", is_retired: true },
    Label { plain: "apisecret", name: "API Secret", is_retired: true },
];
const LONGEST_LABEL: usize = 40;

/// The label at the start, and its length with the colon and the whitespace after it. Something must follow.
fn label(rest: &[char], inside: Inside) -> Option<(Label, usize)> {
    let words = rest.iter().take(LONGEST_LABEL + 1);
    let words = words.take_while(|ch| ch.is_alphabetic() || is_space(**ch) || matches!(ch, '_' | '-'));
    let words = words.count();
    let basic: &[char] = &['b', 'a', 's', 'i', 'c'];
    let is_basic = rest.len() > 5
        && rest.iter().zip(basic).all(|(ch, wanted)| ch.eq_ignore_ascii_case(wanted))
        && rest.get(5).is_some_and(|ch| is_space(*ch));
    let (length, quote) = if is_basic {
        (5, 0)
    } else {
        let quote = run(rest.get(words..)?, is_quote);
        let spaces = run(rest.get(words + quote..)?, is_space);
        let sign = words + quote + spaces;
        match rest.get(sign)? {
            '=' => {}
            // The colon between client ID and secret does not end a label, unless another one follows.
            ':' if inside == Inside::Pair && !rest.get(sign + 1..)?.contains(&':') => return None,
            ':' => {}
            _ => return None,
        }
        (sign + 1, quote)
    };
    let plain: String = if is_basic { "basic".to_owned() } else { plain(rest.get(..words)?) };
    let found = LABELS.into_iter().find(|label| plain.ends_with(label.plain))?;
    let spaces = run(rest.get(length..)?, is_space);
    // `"client_id": "…`: the quote after the colon belongs to the syntax, like the one before it.
    let behind = spaces + run(rest.get(length + spaces..)?, is_quote).min(quote);
    (length + behind < rest.len()).then_some((found, length + behind))
}

/// Only its letters and digits, in lowercase.
pub(super) fn plain(chars: &[char]) -> String {
    chars.iter().filter(|ch| ch.is_alphanumeric()).flat_map(|ch| ch.to_lowercase()).collect()
}
