//! What is chosen of the report for support, and the guide that a pasted one is about.

use super::Route;
use super::string_choice::ChosenProduct;

/// What is chosen of the report for support.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportChoice {
    /// The view whose report is shown.
    pub(in crate::desk) shown_for: Option<Route>,
    /// Whether the last characters of the Client ID are in it.
    pub ends: bool,
    /// The guide that the pasted report is about.
    pub(in crate::desk) product: Option<ChosenProduct>,
    /// Which revision of the pasted report it is about that whoever opens its guide is asked whether checked-off lines and
    /// choices are to be replaced.
    pub(in crate::desk) asks_about: Option<u32>,
    /// What is checked off and chosen in the guide that was opened, until its files say what there is.
    pub(in crate::desk) opening: Option<Opening>,
}

/// What a report says of a guide that is opened with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::desk) struct Opening {
    /// The guide.
    pub(in crate::desk) route: Route,
    /// The lines that are checked off, as `step/line`.
    pub(in crate::desk) ticks: Vec<String>,
    /// The sets of scopes, and whether they are chosen.
    pub(in crate::desk) sets: Vec<(String, bool)>,
}
