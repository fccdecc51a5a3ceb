use yew::prelude::*;

use crate::browser::document;

#[derive(Properties, PartialEq)]
pub struct FocusProps {
    /// The id of what gets the focus, and how often something got it.
    pub to: Option<(u32, String)>,
}

/// Moves the focus to a new row once it is there.
#[component]
pub fn Focus(FocusProps { to }: &FocusProps) -> Html {
    use_effect_with(to.clone(), |to| {
        if let Some((_, id)) = to {
            document::focus(id);
        }
    });
    Html::default()
}
