use yew::prelude::*;

use crate::browser::document;

#[derive(Properties, PartialEq)]
pub struct FocusProps {
    /// The id of what gets the focus, and how often something got it.
    pub to: Option<(u32, String)>,
}

/// Moves the focus to a new row once it is there. Whoever comes back to the form begins at its top.
#[component]
pub fn Focus(FocusProps { to }: &FocusProps) -> Html {
    let last = use_mut_ref(|| to.clone());
    use_effect_with(to.clone(), move |to| {
        let before = last.replace(to.clone());
        if let Some((_, id)) = to.as_ref().filter(|_| before != *to) {
            document::focus(id);
        }
    });
    Html::default()
}
