//! A text comes into the box for anything.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::effect::Effect;
use crate::desk::parts::cover::Cover;
use crate::desk::state::anything::Anything;
use crate::oauth::Secret;
use crate::reading::TEXT_LIMIT;

/// Puts a text into the box; the lazy part of the program reads it, once that is loaded.
pub(super) fn take(desk: &mut Desk, text: Secret) -> Effect {
    // EXPOSE: only its length is used.
    if text.expose().len() > TEXT_LIMIT {
        Rc::make_mut(&mut desk.anything).is_refused = true;
        return Effect::Changed;
    }
    replace(desk, text, Vec::new())
}

/// Replaces the content of the box. `before`: what it was before each fix that can still be undone.
pub(in crate::desk) fn replace(desk: &mut Desk, text: Secret, before: Vec<Secret>) -> Effect {
    let cover = if text.is_empty() { Cover::Nothing } else { Cover::Whole };
    desk.anything = Rc::new(Anything { text, came_at: desk.now, cover, before, ..Anything::default() });
    if let Some(lazy) = desk.lazy {
        (lazy.read_anything)(desk);
    }
    Effect::Changed
}
