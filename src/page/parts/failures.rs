use yew::prelude::*;

use super::marked_text;
use crate::desk::{FileAction, NotRead, Reason, Route};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Which files the view misses, and how to try again. It stays in sight, wherever on the page they are missed.
pub fn failures(desk: &DeskHandle) -> Html {
    let all = desk.failures();
    let only_late = all.iter().all(|one| one.reason == Reason::Late);
    let try_again = desk.callback(|_| FileAction::TriedAgain);
    html! {
        if !all.is_empty() {
            <div class="failures" role="alert">
                if !only_late {
                    <p><strong>{ desk.text(Text::NotLoaded) }</strong></p>
                }
                for one in all {
                    <p>{ marked_text(&sentence(desk, one)) }</p>
                }
                if desk.landing_waits {
                    <p>{ marked_text(desk.text(Text::LandingWaits)) }</p>
                }
                <div class="row">
                    <button type="button" class="button button--main" onclick={try_again}>
                        { desk.text(Text::TryAgain) }
                    </button>
                    if desk.route != Route::Start {
                        <a class="button" href="#/">{ desk.text(Text::NowhereBack) }</a>
                    }
                </div>
            </div>
        }
    }
}

fn sentence(desk: &DeskHandle, NotRead { file, reason }: &NotRead) -> String {
    let file = ("file", file.as_str());
    match reason {
        Reason::Late => desk.fill(Text::FileLate, &[file]),
        Reason::NotArrived => desk.fill(Text::FileNotArrived, &[file]),
        Reason::Status(status) => desk.fill(Text::FileStatus, &[file, ("status", &status.to_string())]),
        Reason::Different => desk.fill(Text::FileDifferent, &[file]),
        Reason::Rejected => desk.fill(Text::FileRejected, &[file]),
        Reason::Invalid(reason) => desk.fill(Text::FileInvalid, &[file, ("reason", reason)]),
    }
}
