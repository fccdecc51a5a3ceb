//! What the time does: codes expire, messages go away, and what is shown is masked again.

use std::rc::Rc;

use crate::desk::effect::{Effect, replace};
use crate::desk::{ClockAction, Desk, Field, Said};

/// Masked values that are shown are masked again after this time without input, in milliseconds.
const HIDDEN_AFTER: u64 = 5 * 60 * 1000;

/// How long the status line shows its text, in milliseconds.
const SAID_FOR: u64 = 8 * 1000;

/// The time is kept at least this often, in milliseconds: what is typed next is dated by it, and times are shown
/// relative to it.
const KEPT_EVERY: u64 = 10 * 1000;

pub(super) fn act(desk: &mut Desk, action: ClockAction) -> Effect {
    match action {
        ClockAction::ClockRead(now) => read_clock(desk, now),
        ClockAction::ZoneRead(minutes_ahead) => replace(&mut desk.minutes_ahead, minutes_ahead),
    }
}

fn read_clock(desk: &mut Desk, now: u64) -> Effect {
    let first = desk.now == 0;
    let counting = desk.session().code_at.is_some() && !desk.session().entry(Field::Landed).is_empty();
    let showing = shows_secrets(desk);
    let is_old = now.saturating_sub(desk.now) >= KEPT_EVERY;
    desk.now = now;
    if first {
        desk.touched_at = now;
    }
    if showing && now.saturating_sub(desk.touched_at) >= HIDDEN_AFTER {
        mask(desk);
    }
    let is_stale = desk.said.is_some() && now.saturating_sub(desk.said_at) >= SAID_FOR;
    if is_stale {
        desk.said = None;
    }
    Effect::changed_if(first || counting || showing || is_stale || is_old)
}

/// Whatever is shown unmasked is masked again, in every view.
pub(super) fn mask(desk: &mut Desk) -> Effect {
    let is_shown = shows_secrets(desk);
    if is_shown {
        for session in desk.sessions.values_mut() {
            Rc::make_mut(session).shown.clear();
        }
        desk.command.writes_secrets = false;
        desk.say(Said::Masked);
    }
    Effect::changed_if(is_shown)
}

/// Whether any view shows what is masked otherwise, also one that was left.
fn shows_secrets(desk: &Desk) -> bool {
    desk.command.writes_secrets || desk.sessions.iter().any(|(_, session)| !session.shown.is_empty())
}
