//! How two redirect URLs differ, byte by byte.

use super::parts::{RedirectParts, Stretch, VisibleText};
use crate::reading::FindingKind;

/// A kind and its place in each text: the first character and the one after the last.
pub(super) type Differing = (FindingKind, (usize, usize), (usize, usize));

/// Whether a response came to the redirect URL that was sent. See [`of_received`].
pub(super) fn leads_to(sent: &str, received: &str) -> bool {
    of_received(&VisibleText::new(sent), &VisibleText::new(received)).is_empty()
}

/// In which ways two redirect URLs differ that should be the same.
pub(in crate::reading) fn sent_differences(one: &str, other: &str) -> Vec<FindingKind> {
    of_sent(&VisibleText::new(one), &VisibleText::new(other)).into_iter().map(|(kind, _, _)| kind).collect()
}

/// How two redirect URLs differ that should be the same, in the order of their parts.
pub(super) fn of_sent(left: &VisibleText, right: &VisibleText) -> Vec<Differing> {
    let (one, two) = (left.whole(), right.whole());
    let mut found = Differences { all: spaces(left, right) };
    if has_sign(one) != has_sign(two) && one.same_decoded(two) {
        found.add(FindingKind::EncodingDiffers, one, two);
        return found.all;
    }
    let (ours, theirs) = (RedirectParts::split(one), RedirectParts::split(two));
    found.before_path(&ours, &theirs);
    found.path(ours.path, theirs.path);
    found.rest(FindingKind::QueryDiffers, ours.query, theirs.query, (one, two));
    found.rest(FindingKind::FragmentDiffers, ours.fragment, theirs.fragment, (one, two));
    // `com.example:/a` and `com.example:///a`: the parts are the same, but the texts are not.
    if found.all.is_empty() && !one.same(two) {
        let (one, two) = one.middles(two);
        found.add(FindingKind::PathDiffers, one, two);
    }
    found.all
}

/// How the returned URL differs from the redirect URL that was sent. The fragment, spaces, and what the server added to
/// the query (RFC 6749 §4.1.2) do not count. A returned URL without a query may have been cut off; then the queries are
/// not compared.
pub(super) fn of_received(sent: &VisibleText, received: &VisibleText) -> Vec<Differing> {
    let (ours, theirs) = (RedirectParts::split(sent.whole()), RedirectParts::split(received.whole()));
    let none_there = VisibleText::new("");
    let mut found = Differences { all: spaces(sent, &none_there) };
    for (_, _, there) in &mut found.all {
        *there = (theirs.path.end, theirs.path.end);
    }
    found.before_path(&ours, &theirs);
    // Address bars leave the scheme out, and what is copied from a part of one has none.
    found.all.retain(|(kind, ..)| *kind != FindingKind::SchemeDiffers || !theirs.scheme.is_empty());
    // A browser shows `https://host/` for a redirect to `https://host`: the path of a request is never empty (RFC 9110
    // §4.2.3), so this slash is not a difference.
    let is_bare_host = ours.path.is_empty() && theirs.path.text() == "/";
    if !is_bare_host {
        found.path(ours.path, theirs.path);
    }
    if let (Some(kept), Some(query)) = (ours.query, theirs.query)
        && !holds(query, kept)
    {
        found.add(FindingKind::QueryDiffers, kept, query);
    }
    found.all
}

struct Differences {
    all: Vec<Differing>,
}

impl Differences {
    fn add(&mut self, kind: FindingKind, ours: Stretch<'_>, theirs: Stretch<'_>) {
        self.all.push((kind, (ours.start, ours.end), (theirs.start, theirs.end)));
    }

    fn add_middle(&mut self, kind: FindingKind, ours: Stretch<'_>, theirs: Stretch<'_>) {
        let (ours, theirs) = ours.middles(theirs);
        self.add(kind, ours, theirs);
    }

    fn before_path(&mut self, ours: &RedirectParts<'_>, theirs: &RedirectParts<'_>) {
        if !ours.scheme.same(theirs.scheme) {
            self.add(FindingKind::SchemeDiffers, ours.scheme, theirs.scheme);
        }
        match (ours.user, theirs.user) {
            (None, None) => {}
            (Some(one), Some(two)) if one.same(two) => {}
            (one, two) => {
                let nothing = |host: Stretch<'_>| (host.start, host.start);
                let span = |user: Option<Stretch<'_>>, host| user.map_or(nothing(host), |user| (user.start, user.end));
                self.all.push((FindingKind::HostDiffers, span(one, ours.host), span(two, theirs.host)));
            }
        }
        self.host(ours.host, theirs.host);
        match (ours.port, theirs.port) {
            (None, None) => {}
            (Some(one), Some(two)) if one.same(two) => {}
            (one, two) => {
                let is_default = ours.has_default_port() && theirs.has_default_port();
                let kind = if is_default { FindingKind::DefaultPortDiffers } else { FindingKind::PortDiffers };
                self.add(
                    kind,
                    one.unwrap_or_else(|| ours.host.nothing()),
                    two.unwrap_or_else(|| theirs.host.nothing()),
                );
            }
        }
    }

    fn host(&mut self, ours: Stretch<'_>, theirs: Stretch<'_>) {
        if ours.same(theirs) {
            return;
        }
        let (one, two) = (without_www(ours), without_www(theirs));
        if !one.1.same_but_for_case(two.1) {
            return self.add_middle(FindingKind::HostDiffers, ours, theirs);
        }
        if one.0.is_empty() != two.0.is_empty() {
            self.add(FindingKind::WwwDiffers, one.0, two.0);
        } else if !one.0.same(two.0) {
            self.add_middle(FindingKind::HostCaseDiffers, one.0, two.0);
        }
        if !one.1.same(two.1) {
            self.add_middle(FindingKind::HostCaseDiffers, one.1, two.1);
        }
    }

    fn path(&mut self, ours: Stretch<'_>, theirs: Stretch<'_>) {
        if ours.same(theirs) {
            return;
        }
        let (mut one, mut two) = (ours, theirs);
        let mut slash = None;
        match (ours.ends_with('/'), theirs.ends_with('/')) {
            (true, false) => {
                slash = Some((ours.last(), theirs.nothing()));
                one = ours.without_last();
            }
            (false, true) => {
                slash = Some((ours.nothing(), theirs.last()));
                two = theirs.without_last();
            }
            _ => {}
        }
        if !one.same(two) && one.same_decoded(two) {
            self.add_middle(FindingKind::EncodingDiffers, one, two);
        } else if !one.same(two) && one.same_but_for_case(two) {
            self.add_middle(FindingKind::PathCaseDiffers, one, two);
        } else if !one.same(two) && one.same_decoded_but_for_case(two) {
            self.add_middle(FindingKind::EncodingDiffers, one, two);
            self.add_middle(FindingKind::PathCaseDiffers, one, two);
        } else if !one.same(two) {
            let is_doubled = with_single_slashes(ours) == with_single_slashes(theirs);
            let kind = if is_doubled { FindingKind::DoubledSlashDiffers } else { FindingKind::PathDiffers };
            return self.add_middle(kind, ours, theirs);
        }
        if let Some((one, two)) = slash {
            self.add(FindingKind::SlashDiffers, one, two);
        }
    }

    /// Query or fragment.
    fn rest<'l>(
        &mut self,
        kind: FindingKind,
        ours: Option<Stretch<'l>>,
        theirs: Option<Stretch<'l>>,
        (one, two): (Stretch<'l>, Stretch<'l>),
    ) {
        match (ours, theirs) {
            (None, None) => {}
            (Some(ours), Some(theirs)) if ours.same(theirs) => {}
            (Some(ours), Some(theirs)) if ours.same_decoded(theirs) => {
                self.add_middle(FindingKind::EncodingDiffers, ours, theirs);
            }
            (Some(ours), Some(theirs)) => self.add_middle(kind, ours, theirs),
            (Some(ours), None) => self.add(kind, ours, two.nothing()),
            (None, Some(theirs)) => self.add(kind, one.nothing(), theirs),
        }
    }
}

/// A path as it is where several slashes in a row count as one.
fn with_single_slashes(path: Stretch<'_>) -> String {
    let mut last = None;
    path.chars().filter(|ch| last.replace(*ch) != Some('/') || *ch != '/').collect()
}

/// `www.`, in any capitalization, and the rest of a host.
fn without_www(host: Stretch<'_>) -> (Stretch<'_>, Stretch<'_>) {
    let (front, rest) = host.split_at("www.".len());
    let has_www = front.text().eq_ignore_ascii_case("www.") && !rest.is_empty();
    if has_www { (front, rest) } else { host.split_at(0) }
}

fn has_sign(whole: Stretch<'_>) -> bool {
    whole.text().contains("://")
}

/// Whether a query has the parameters of a different one, in their order, possibly with others between.
fn holds(query: Stretch<'_>, kept: Stretch<'_>) -> bool {
    let (query, kept) = (query.text(), kept.text());
    let mut there = query.split('&');
    kept.split('&').all(|wanted| there.any(|one| one == wanted))
}

/// The first space or invisible character that is in only one text, or in a different place.
fn spaces(left: &VisibleText, right: &VisibleText) -> Vec<Differing> {
    let both = left.spaces.iter().zip(&right.spaces);
    let same = both.take_while(|((before, _, one), (there, _, two))| before == there && one == two).count();
    let (one, two) = (left.spaces.get(same), right.spaces.get(same));
    let here = |space: &(usize, usize, char)| (space.1, space.1 + 1);
    let nowhere = |chars: &VisibleText, number: usize| {
        let span = chars.span(number);
        (span, span)
    };
    let differing = match (one, two) {
        (None, None) => return Vec::new(),
        (Some(one), None) => (here(one), nowhere(right, one.0)),
        (None, Some(two)) => (nowhere(left, two.0), here(two)),
        (Some(one), Some(two)) if one.0 < two.0 => (here(one), nowhere(right, one.0)),
        (Some(one), Some(two)) if two.0 < one.0 => (nowhere(left, two.0), here(two)),
        (Some(one), Some(two)) => (here(one), here(two)),
    };
    vec![(FindingKind::BlankDiffers, differing.0, differing.1)]
}
