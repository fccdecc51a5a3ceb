//! A text comes into the box for anything.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::effect::Effect;
use crate::desk::parts::cover::Cover;
use crate::desk::state::anything::Anything;
use crate::oauth::Secret;
use crate::reading::TEXT_LIMIT;

/// This many bytes at once are a paste. A keyboard that completes words can insert as many, but not a text whose kind
/// is clear.
const LEAST_PASTED: usize = 8;

/// Puts a text into the box; the lazy part of the program reads it, once that is loaded.
pub(super) fn take(desk: &mut Desk, text: Secret) -> Effect {
    // EXPOSE: only how much of it is new is computed.
    let (before, after) = (desk.anything.text.expose(), text.expose());
    if after.len() > TEXT_LIMIT {
        Rc::make_mut(&mut desk.anything).is_refused = true;
        return Effect::Changed;
    }
    let is_pasted = added(before.as_bytes(), after.as_bytes()) >= LEAST_PASTED;
    let cover = if text.is_empty() { Cover::Nothing } else { Cover::Whole };
    desk.anything = Rc::new(Anything { text, is_pasted, cover, ..Anything::default() });
    if let Some(lazy) = desk.lazy {
        (lazy.read_anything)(desk);
    }
    Effect::Changed
}

/// How many bytes a single change added.
fn added(before: &[u8], after: &[u8]) -> usize {
    let front = before.iter().zip(after).take_while(|(one, two)| one == two).count();
    let (before, after) = (before.get(front..).unwrap_or_default(), after.get(front..).unwrap_or_default());
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, two)| one == two).count();
    after.len().saturating_sub(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_change_brought_is_what_differs() {
        let added = |before: &str, after: &str| added(before.as_bytes(), after.as_bytes());
        assert_eq!(added("", ""), 0);
        assert_eq!(added("", "pasted text"), 11);
        assert_eq!(added("abc", "abcd"), 1);
        assert_eq!(added("abcd", "abc"), 0);
        assert_eq!(added("aaa", "aaaa"), 1);
        assert_eq!(added("one two", "one and two"), 4);
        assert_eq!(added("a long text that is replaced", "another one"), 10);
    }
}
