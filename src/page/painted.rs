//! The start view as the build paints it into `index.html`, so that it is there before the program.

use yew::LocalServerRenderer;

use super::app::{App, AppProps};
use crate::browser::painted::Early;
use crate::desk::Desk;

/// Paints the view of a desk.
pub async fn paint(desk: Desk) -> String {
    LocalServerRenderer::<App>::with_props(AppProps::of(desk, Early::default())).render().await
}
