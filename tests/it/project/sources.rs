//! The sources of `src/`, as tests read them: as tokens, so that no comment and no layout changes what they find.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder, or the file itself.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.iter().flat_map(|entry| files_below(entry)).collect()
}

/// The text of a source; the lines of what is compiled only for tests are empty.
pub fn without_tests(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let mut ranges = Vec::new();
    test_items(tokens(&text, path), &mut ranges);
    let is_test = |line: usize| ranges.iter().any(|(first, last)| (*first..=*last).contains(&line));
    text.lines()
        .enumerate()
        .map(|(at, line)| if is_test(at + 1) { "\n".to_owned() } else { format!("{line}\n") })
        .collect()
}

/// The modules of the library that a text names by a path, each with its line: `crate::a::…`, `use crate::{a, b::…}`, and
/// the same with as many `super::` as lead out of every module. `depth` is how many these are.
pub fn modules_named(text: &str, path: &Path, depth: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    named(tokens(text, path), depth, &mut found);
    found
}

fn tokens(text: &str, path: &Path) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn test_items(tokens: TokenStream, ranges: &mut Vec<(usize, usize)>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_attribute = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        let is_for_tests = matches!(tokens.peek(), Some(TokenTree::Group(group)) if group.stream().to_string().replace(' ', "") == "cfg(test)");
        if is_attribute && is_for_tests {
            let ends = |token: &TokenTree| match token {
                TokenTree::Punct(punct) => punct.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => false,
            };
            let last = tokens.by_ref().find(ends).expect("an item");
            ranges.push((token.span().start().line, last.span().end().line));
        } else if let TokenTree::Group(group) = token {
            test_items(group.stream(), ranges);
        }
    }
}

fn named(tokens: TokenStream, depth: usize, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |at: usize| match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    };
    let is_path = |at: usize| {
        let is_colon =
            |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
        is_colon(tokens.get(at)) && is_colon(tokens.get(at + 1))
    };
    let mut supers = 0;
    for at in 0..tokens.len() {
        if let TokenTree::Group(group) = &tokens[at] {
            named(group.stream(), depth, found);
        }
        supers = match word(at).as_str() {
            "super" if is_path(at + 1) => supers + 1,
            // A colon of the path.
            "" if supers > 0 && matches!(&tokens[at], TokenTree::Punct(punct) if punct.as_char() == ':') => supers,
            _ => 0,
        };
        let is_root = word(at) == "crate" || word(at) == "super" && supers == depth;
        match tokens.get(at + 3).filter(|_| is_root && is_path(at + 1)) {
            Some(TokenTree::Group(group)) => first_words(&group.stream(), found),
            Some(TokenTree::Ident(ident)) => found.push((ident.span().start().line, ident.to_string())),
            _ => {}
        }
    }
}

/// The first word of each path of a list.
fn first_words(list: &TokenStream, found: &mut Vec<(usize, String)>) {
    let mut is_first = true;
    for token in list.clone() {
        match token {
            TokenTree::Ident(ident) if is_first => found.push((ident.span().start().line, ident.to_string())),
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                is_first = true;
                continue;
            }
            _ => {}
        }
        is_first = false;
    }
}
