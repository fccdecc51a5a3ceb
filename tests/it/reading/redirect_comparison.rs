//! Redirect URLs side by side: each difference, its place in either text, and what a provider is known to do with it.

use std::fs;

use crate::notation::{assert_said, said};
use authdesk::catalog::{File, Provider};
use authdesk::desk::with_redirect_modes;
use authdesk::reading::{
    Comparison, FindingKind, LandingContext, Piece, RedirectText, RedirectTexts, Span, Verdict, compare_redirects,
    landed,
};
use proptest::prelude::*;

use super::fixed;

fn sent(registered: &str, requested: &str) -> Comparison {
    let texts = RedirectTexts { registered, requested, received: "" };
    compare_redirects(&texts, &[]).pop().unwrap()
}

fn arrived(registered: &str, received: &str) -> Comparison {
    let texts = RedirectTexts { registered, requested: "", received };
    compare_redirects(&texts, &[]).pop().unwrap()
}

fn shown(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece.is_marked {
        true => format!("[{}]", piece.text.expose()),
        false => piece.text.expose().to_owned(),
    };
    pieces.iter().map(one).collect()
}

/// What is said of two texts: places are those in the second one.
#[track_caller]
fn says(comparison: &Comparison, expected: &str) {
    assert_said(&comparison.findings(), expected, comparison);
}

/// The two texts with their differing characters in brackets.
#[track_caller]
fn differ(left: &str, right: &str, expected: &str) {
    let plain = |marked: &str| {
        // An IPv6 address has brackets of its own.
        marked.replace(['[', ']'], "")
    };
    let comparison = sent(&plain(left), &plain(right));
    assert_eq!((shown(&comparison.left_pieces).as_str(), shown(&comparison.right_pieces).as_str()), (left, right));
    says(&comparison, expected);
    for finding in comparison.findings() {
        let after = fixed(&finding, &plain(right)).unwrap();
        assert_eq!(after, plain(left));
        says(&sent(&plain(left), &after), "same-byte-for-byte");
    }
}

#[test]
fn pitfall_12() {
    differ("https://zappysys.com/oauth[]", "https://zappysys.com/oauth[/]", "slash-differs@26+1");
    differ("https://[E]xample.com/[CB]", "https://[e]xample.com/[cb]", "host-case-differs@8+1 path-case-differs@20+2");
    differ("https://example.com:[443]/cb", "https://example.com[]/cb", "default-port-differs@19+0");
    differ("[https]://example.com/cb", "[http]://example.com/cb", "scheme-differs@0+4");
    differ("https://example.com/[]cb", "https://example.com/[/]cb", "doubled-slash-differs@20+1");
    differ("https://example.com/a/[/]cb", "https://example.com/a/[]cb", "doubled-slash-differs@22+0");
    differ("https://example.com/a/[]cb", "https://example.com/a/[b/]cb", "path-differs@22+2");
    // What a URL parser makes of it.
    differ("https://example.com[]", "https://example.com[/]", "slash-differs@19+1");
}

#[test]
fn the_place_is_told_in_each_text() {
    let comparison = sent("https://zappysys.com/oauth", "https://zappysys.com/oauth/");
    let Span { start, length, .. } = comparison.differences[0].left;
    assert_eq!((start, length), (26, 0));
    let Span { start, length, .. } = comparison.differences[0].right;
    assert_eq!((start, length), (26, 1));
    says(&comparison, "slash-differs@26+1");
}

#[test]
fn every_kind_of_difference() {
    differ("https://[]example.com/cb", "https://[www.]example.com/cb", "www-differs@8+4");
    differ("https://[www.]Example.com/cb".replace('E', "e").as_str(), "https://[]example.com/cb", "www-differs@8+0");
    differ("https://example.[com]/cb", "https://example.[org]/cb", "host-differs@16+3");
    differ("https://[]example.com/cb", "https://[a.]example.com/cb", "host-differs@8+2");
    differ("https://[]example.com/cb", "https://[me]example.com/cb", "host-differs@8+2");
    differ("https://example.com:[8443]/cb", "https://example.com:[9443]/cb", "port-differs@20+4");
    differ("https://example.com[]/cb", "https://example.com:[8443]/cb", "port-differs@20+4");
    differ("http://example.com[]/cb", "http://example.com:[80]/cb", "default-port-differs@19+2");
    differ("http://example.com[]/cb", "http://example.com:[443]/cb", "port-differs@19+3");
    differ("https://example.com/[cb]", "https://example.com/[oauth]", "path-differs@20+5");
    differ("https://example.com/cb[]", "https://example.com/cb[/more]", "path-differs@22+5");
    differ("https://example.com/[]", "https://example.com/[cb]", "path-differs@20+2");
    differ("https://example.com/[CB][]", "https://example.com/[cb][/]", "path-case-differs@20+2 slash-differs@22+1");
    differ("https://example.com/a[/]b", "https://example.com/a[%2F]b", "encoding-differs@21+3");
    differ("https://example.com/a%2[f]b", "https://example.com/a%2[F]b", "encoding-differs@23+1");
    differ("https://example.com/cb[]", "https://example.com/cb?[x=1]", "query-differs@23+3");
    differ("https://example.com/cb?x=[1]", "https://example.com/cb?x=[2]", "query-differs@25+1");
    differ("https://example.com/cb?x=[:]", "https://example.com/cb?x=[%3A]", "encoding-differs@25+3");
    differ("https://example.com/cb[]", "https://example.com/cb?[]", "query-differs@23+0");
    differ("https://example.com/cb[]", "https://example.com/cb#[x]", "fragment-differs@23+1");
    differ("https://example.com/cb[]", "https://example.com/cb[ ]", "blank-differs@22+1");
    differ("https://example.com/c[\u{200b}]b", "https://example.com/c[]b", "blank-differs@21+0");
    differ("https://example.com[ ]/cb[]", "https://example.com[]/cb[/]", "blank-differs@19+0 slash-differs@22+1");
    differ("com.example.app:/[a]", "com.example.app:/[b]", "path-differs@17+1");
    differ("[com.example.a]:/x", "[com.example.b]:/x", "scheme-differs@0+13");
    differ("[https]://example.com/cb", "[]example.com/cb", "scheme-differs@0+0");
    differ("[https://example.com/cb]", "[https%3A%2F%2Fexample.com%2Fcb]", "encoding-differs@0+30");
    differ("https://[]example.com/cb", "https://[me]@example.com/cb", "host-differs@8+2");
    says(&sent("https://WWW.Example.com/", "https://example.com/"), "www-differs@8+0 host-case-differs@8+1");
    says(&sent("http://[::1]:80/", "http://[::1]/"), "default-port-differs@12+0");
    says(&sent("HTTPS://example.com/", "https://example.com/"), "scheme-differs@0+5");
    says(
        &sent("http://a.example:81/x?y#z", "https://b.example:82/X/?Y#Z"),
        "scheme-differs@0+5 host-differs@8+1 port-differs@18+2 path-case-differs@21+1 slash-differs@22+1 \
         query-differs@24+1 fragment-differs@26+1",
    );
}

#[test]
fn the_same_is_said_to_be_the_same() {
    let comparison = sent("https://example.com/cb?x=1", "https://example.com/cb?x=1");
    says(&comparison, "same-byte-for-byte");
    assert_eq!(fixed(&comparison.findings()[0], "a"), None);
    says(&sent(" https://example.com", " https://example.com"), "same-byte-for-byte");
}

#[test]
fn any_two_that_are_known() {
    let pairs = |registered, requested, received| {
        let texts = RedirectTexts { registered, requested, received };
        compare_redirects(&texts, &[]).iter().map(|one| (one.left, one.right)).collect::<Vec<_>>()
    };
    use RedirectText::{Received, Registered, Requested};
    assert_eq!(pairs("a", "b", "c"), [(Registered, Requested), (Registered, Received), (Requested, Received)]);
    assert_eq!(pairs("a", "", "c"), [(Registered, Received)]);
    assert_eq!(pairs(" ", "b", "c"), [(Requested, Received)]);
    assert_eq!(pairs("a", "", ""), []);
}

#[track_caller]
fn arrives(sent: &str, received: &str, expected: &str) {
    says(&arrived(sent, received), expected);
    // The same is said next to the code.
    let context = LandingContext { redirect_url: sent, ..LandingContext::default() };
    let found = landed(received, None, &context).findings;
    let differs = found.iter().any(|finding| finding.kind == FindingKind::AddressDiffers);
    let query_only = expected.starts_with("query-differs");
    assert_eq!(differs, expected != "address-matches" && !query_only, "{}", said(&found));
}

#[test]
fn what_was_received_is_compared_without_what_the_server_added() {
    arrives("https://example.com/cb", "https://example.com/cb?code=x&state=y", "address-matches");
    arrives("https://example.com/cb", "https://example.com/cb?code=x#_=_", "address-matches");
    arrives("https://example.com/cb", " https://example.com/cb?code=x\n", "address-matches");
    arrives("https://example.com/cb", "https://example.com/cb/?code=x", "slash-differs@22+1");
    arrives("https://example.com/cb", "http://example.com/cb?code=x", "scheme-differs@0+4");
    arrives("https://example.com/cb ", "https://example.com/cb?code=x", "blank-differs@22+0");
    // A browser adds this slash.
    arrives("https://example.com", "https://example.com/?code=x", "address-matches");
    arrives("https://example.com/", "https://example.com/?code=x", "address-matches");
    arrives("https://example.com?from=a", "https://example.com/?from=a&code=x", "address-matches");
    // RFC 6749 §3.1.2: the query of the redirect URL is kept.
    arrives("https://example.com/cb?from=a", "https://example.com/cb?from=a&code=x", "address-matches");
    arrives("https://example.com/cb?from=a", "https://example.com/cb?code=x&from=a", "address-matches");
    arrives("https://example.com/cb?from=a", "https://example.com/cb?code=x", "query-differs@23+6");
    // It may have been cut.
    says(&arrived("https://example.com/cb?from=a", "https://example.com/cb"), "address-matches");
    let comparison = arrived("https://example.com/cb", "https://example.com/cb?code=x");
    says(&comparison, "address-matches");
    assert!(comparison.differences.is_empty());
}

#[test]
fn a_code_is_not_kept() {
    let comparison = arrived("https://example.com/cb?from=a", "https://example.com/cb/?code=hidden#hidden");
    says(&comparison, "slash-differs@22+1 query-differs@24+11");
    assert_eq!(shown(&comparison.right_pieces), "https://example.com/cb[/]");
    assert!(!format!("{comparison:?}").contains("example"));
}

/// What the catalog knows of one provider; the modes without a rule show what is not known.
fn provider() -> Provider {
    let name = Provider::file("zoom");
    let text = fs::read_to_string(format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    File { name: &name, text: &text }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn the_modes_are_in_the_catalogue() {
    let provider = provider();
    let names: Vec<&str> = provider.redirect_modes.iter().map(|mode| mode.id.as_str()).collect();
    assert_eq!(names, ["strict", "subdomain-check", "off", "allow-list", "pkce-loopback"]);
}

#[track_caller]
fn judged(registered: &str, requested: &str, expected: &str) {
    let texts = RedirectTexts { registered, requested, received: requested };
    let all = with_redirect_modes(&provider().redirect_modes, |modes| compare_redirects(&texts, modes));
    let short = |verdict: &Verdict| match verdict {
        Verdict::Accepted => 'A',
        Verdict::AcceptedReported => 'a',
        Verdict::Refused => 'R',
        Verdict::RefusedReported => 'r',
        Verdict::Unknown => '?',
    };
    let verdicts: String = all[0].differences[0].verdicts.iter().map(short).collect();
    assert_eq!(verdicts, expected, "{registered} {requested}");
    for received in &all[1..] {
        assert!(received.differences.iter().all(|one| one.verdicts.is_empty()), "nobody compares these");
    }
}

#[test]
fn what_is_known_of_each_mode_and_nothing_else() {
    judged("https://example.com/cb", "https://example.com/cb/more", "R?a??");
    judged("https://example.com/cb", "https://example.com/cb?x=1", "R?a??");
    judged("https://example.com/cb", "https://a.example.com/cb", "RRa??");
    judged("https://example.com/cb", "https://www.example.com/cb", "RRa??");
    judged("https://example.com/cb", "https://evilexample.com/cb", "R?r??");
    judged("https://a.example.com/cb", "https://b.example.com/cb", "R????");
    judged("https://example.com/cb", "https://example.org/cb", "R?r??");
    judged("https://example.com/cb", "https://example.com/other", "R?r??");
    judged("https://example.com", "https://example.com/cb", "R?aA?");
    judged("https://example.com/CB", "https://example.com/cb", "R????");
    judged("https://example.com/cb", "http://example.com/cb", "R????");
    judged("http://127.0.0.1:1/cb", "http://127.0.0.1:2/cb", "R???A");
    judged("http://localhost:1/cb", "http://localhost:2/cb", "R????");
}

const PIECES: &[&str] = &[
    "https",
    "http",
    ":",
    "/",
    "//",
    "a.example",
    "www.",
    "A",
    "a",
    ":443",
    "?",
    "#",
    "x=1",
    "&",
    "%2F",
    " ",
    "@",
    "ü",
    "[",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(proptest::sample::select(PIECES), 0..10).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn two_texts_differ_exactly_if_a_difference_is_named(left in text(), right in text()) {
        let texts = RedirectTexts { registered: &left, requested: &right, received: &right };
        for comparison in compare_redirects(&texts, &[]) {
            let text = |which| if which == RedirectText::Registered { &left } else { &right };
            if comparison.right == RedirectText::Requested {
                prop_assert_eq!(comparison.differences.is_empty(), left == right);
                let joined = |pieces: &[Piece]| pieces.iter().map(|one| one.text.expose()).collect::<String>();
                prop_assert_eq!(&joined(&comparison.left_pieces), &left);
                prop_assert_eq!(&joined(&comparison.right_pieces), &right);
            }
            for difference in &comparison.differences {
                let (one, two) = (difference.left, difference.right);
                prop_assert!(one.start + one.length <= text(comparison.left).chars().count());
                prop_assert!(two.start + two.length <= text(comparison.right).chars().count());
            }
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself(text in text()) {
        let texts = RedirectTexts { registered: &text, requested: &text, received: "" };
        for comparison in compare_redirects(&texts, &[]) {
            prop_assert_eq!(comparison.differences.len(), 0);
        }
    }
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    let provider = provider();
    for unit in ["/", "a", " ", "x&", "?", "#", ":", "@", "%2F", "www.", "."] {
        let (left, right) = (unit.repeat(100_000), unit.repeat(99_999) + "b");
        let texts = RedirectTexts { registered: &left, requested: &right, received: &right };
        let _ = with_redirect_modes(&provider.redirect_modes, |modes| compare_redirects(&texts, modes));
    }
}
