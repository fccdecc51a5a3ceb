//! The way of the authorization code, and where on it one is.

use strum::{IntoStaticStr, VariantArray};

use super::progress::is_done;
use crate::catalog::Variant;
use crate::desk::tools::redirect;
use crate::desk::{Desk, Step};

/// The stages of the way, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum CodeStage {
    /// The app is authorized in the browser (RFC 6749 §4.1.1).
    Authorize,
    /// The returned URL has the code (RFC 6749 §4.1.2).
    Code,
    /// The code is exchanged (RFC 6749 §4.1.3).
    Exchange,
    /// The response has the token (RFC 6749 §4.1.4).
    Token,
}

impl CodeStage {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How far the code has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeWay {
    /// What is next.
    pub here: CodeStage,
    /// Whether the code expired before it was exchanged, so that the way begins again.
    pub is_again: bool,
}

/// How far the code has come, in a guide in which the admin exchanges it.
#[must_use]
pub fn code_way(desk: &Desk) -> Option<CodeWay> {
    if !desk.variant().is_some_and(Variant::brings_code) {
        return None;
    }
    let has_expired = redirect::view(desk).and_then(|view| view.time_left).is_some_and(|left| left.seconds == 0);
    Some(match desk {
        _ if is_done(desk, Step::Exchange) => CodeWay { here: CodeStage::Token, is_again: false },
        _ if has_expired => CodeWay { here: CodeStage::Authorize, is_again: true },
        _ if is_done(desk, Step::Authorize) => CodeWay { here: CodeStage::Exchange, is_again: false },
        _ if desk.session().opened_at.is_some() => CodeWay { here: CodeStage::Code, is_again: false },
        _ => CodeWay { here: CodeStage::Authorize, is_again: false },
    })
}
