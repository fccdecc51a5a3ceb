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
    /// Whether the admin is asked before checked-off lines are replaced.
    pub asks: bool,
}
