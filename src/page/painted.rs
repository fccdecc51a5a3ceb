//! Views as the build paints them: the start view goes into `index.html`, so that it is there before the program.

use yew::LocalServerRenderer;

use super::app::{App, AppProps};
use super::lazy::complete;
use crate::browser::files::Cache;
use crate::browser::painted::Early;
use crate::desk::Desk;

/// Paints the view of a desk, with the lazy part of the program if the desk has it.
pub async fn paint(desk: Desk) -> String {
    if desk.is_complete() {
        // Natively it is in the same file, and cannot fail to arrive.
        let _ = complete(Cache::Used).await;
    }
    LocalServerRenderer::<App>::with_props(AppProps::of(desk, Early::default())).render().await
}
