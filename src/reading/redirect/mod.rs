//! Redirect URLs: two of them side by side, the returned URL, and links that wrap it.

mod comparison;
mod dated;
mod differences;
mod landing;
mod mentioned;
mod parts;
mod returned_state;
mod wrapped;

pub use comparison::{
    Comparison, Difference, ModeRule, RedirectMode, RedirectText, RedirectTexts, Shape, Verdict, compare_redirects,
};
pub(super) use differences::sent_differences;
pub(super) use landing::note_finding;
pub use landing::{Landed, LandingContext, landed};
pub(in crate::reading) use mentioned::has_open_redirect_url;
pub use mentioned::{MentionedRedirect, mentioned_redirects};
pub use returned_state::has_state;
pub use wrapped::{Unwrapped, unwrapped};
