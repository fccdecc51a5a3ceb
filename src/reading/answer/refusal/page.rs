//! The text of a web page: what a person sees of it.

use super::value::without_entities;

/// Whether a text is HTML, or a part of a page's source.
pub(super) fn is_page(text: &str) -> bool {
    const TAGS: [&str; 12] =
        ["!doctype", "html", "head", "body", "table", "title", "p", "h1", "h2", "div", "center", "pre"];
    text.match_indices('<').take(MOST_TAGS).any(|(at, _)| {
        let name = tag_name(text.get(at + 1..).unwrap_or_default());
        TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag))
    })
}

/// How many tags are looked at: a page begins with one.
const MOST_TAGS: usize = 64;

fn tag_name(tag: &str) -> &str {
    let end = tag.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '!').unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// What the page shows: its title and text, a line for each block. Scripts and styles are left out.
pub(super) fn shown_text(page: &str) -> String {
    let mut plain = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, behind)) = rest.split_once('<') {
        plain.push_str(before);
        let is_tag = behind.starts_with(|ch: char| ch.is_ascii_alphabetic() || matches!(ch, '/' | '!' | '?'));
        if !is_tag {
            plain.push('<');
            rest = behind;
            continue;
        }
        let name = tag_name(behind.trim_start_matches('/'));
        if !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) && !plain.ends_with('\n') {
            plain.push('\n');
        }
        let Some((_, after)) = behind.split_once('>') else {
            rest = "";
            break;
        };
        rest = after;
        if let Some(hidden) = HIDDEN.iter().find(|hidden| name.eq_ignore_ascii_case(hidden))
            && !behind.starts_with('/')
        {
            rest = behind_end(after, hidden);
        }
    }
    plain.push_str(rest);
    let plain = without_entities(&plain);
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

const INLINE: [&str; 11] = ["a", "b", "i", "em", "strong", "span", "code", "tt", "ins", "font", "small"];
const HIDDEN: [&str; 3] = ["script", "style", "svg"];

fn behind_end<'t>(text: &'t str, name: &str) -> &'t str {
    let mut ends = text.match_indices("</").filter_map(|(at, _)| text.get(at + 2..));
    let end = ends.find(|behind| tag_name(behind).eq_ignore_ascii_case(name)).unwrap_or_default();
    end.split_once('>').map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_sees() {
        let page = "<!DOCTYPE html><html><head><title>Error 400</title><style>p {}</style><script>{\"error\":\"x\"}</script></head>\n<body><h1>Error: <b>redirect_uri</b>&nbsp;mismatch</h1><p>1 < 2</p></body></html>";
        assert_eq!(shown_text(page), "Error 400\nError: redirect_uri mismatch\n1 < 2");
        assert!(is_page(page) && !is_page("<error>invalid_grant</error>") && !is_page("a < b"));
        assert_eq!(shown_text("<p>a<script>x"), "a");
    }
}
