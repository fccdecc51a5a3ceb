//! Rules for cards of one's own: what is opened, and what comes out again.

use authdesk::desk::card::{
    CardFile, DEEPEST, Draft, LONGEST_LINK, MOST, Tree, Written, is_link, packed, read_link, refused, write_link,
};

/// A text as a link to a card, or as a file of one. What is opened comes out as it went in; in a link there is nothing that
/// must not be in a card.
pub fn card(text: &str) {
    if let Ok(draft) = read_link(text) {
        assert!(text.len() <= LONGEST_LINK);
        is_sound(&draft);
    }
    let _ = is_link(text);
    match CardFile::read("a.de.json", text) {
        Ok(CardFile::Both(draft)) => {
            assert_eq!(Draft::unpacked(&draft.packed()), Ok(draft.clone()));
            if let Ok(link) = write_link(&draft) {
                assert!(is_link(&link));
                is_sound(&draft);
                assert_eq!(read_link(&link), Ok(draft));
            }
        }
        Ok(CardFile::Facts(tree)) => comes_back(&tree),
        Ok(CardFile::Prose(language, tree)) => {
            assert_eq!(language.as_deref(), Some("de"));
            comes_back(&tree);
        }
        Err(_) => {}
    }
}

fn comes_back(tree: &Tree) {
    let written = Written::of(tree);
    assert_eq!(Tree::read(&written.text).as_ref(), Ok(tree));
    assert_eq!(Tree::read(&packed(tree)).as_ref(), Ok(tree));
    let (deep, many) = size(tree);
    assert!(deep <= DEEPEST && many <= MOST, "{deep} deep, {many} values");
    for (line, text) in written.text.lines().enumerate() {
        for column in 1..=text.chars().count() {
            let path = written.path_at(line + 1, column).expect("every character belongs to a value");
            assert!(tree.at(&path).is_some());
        }
    }
}

fn size(tree: &Tree) -> (usize, usize) {
    let all: Vec<(usize, usize)> = match tree {
        Tree::List(items) => items.iter().map(size).collect(),
        Tree::Object(members) => members.iter().map(|(_, value)| size(value)).collect(),
        _ => return (0, 1),
    };
    let deep = all.iter().map(|(deep, _)| *deep).max().unwrap_or_default();
    (deep + 1, all.iter().map(|(_, many)| many).sum::<usize>() + 1)
}

fn is_sound(draft: &Draft) {
    comes_back(&draft.facts);
    draft.each_text(&mut |text| assert_eq!(refused(text), None, "{text:?}"));
    for url in draft.addresses() {
        assert!(url.starts_with("https://"), "{url}");
    }
}
