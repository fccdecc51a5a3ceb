use yew::prelude::*;

use crate::desk::{GuideAction, Installation, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{RadioChoice, choices, finding_list, prose_text};
use crate::texts::Text;

/// The id of the choice between the installations.
pub const PAIR: &str = "pair";

/// The two installations of a pair to choose from, how far each is, and what they must not share.
pub fn pair(desk: &DeskHandle) -> Html {
    let sentence = guide::pair_sentence(desk).map(prose_text);
    let all = guide::installations(desk);
    let one = |(installation, is_shown, far): &(Installation, bool, String)| -> RadioChoice {
        let number = installation.number();
        let title = desk.fill(Text::PairNumber, &[("number", number)]);
        (number.to_owned(), [&title, " · ", far].concat(), *is_shown)
    };
    let radios: Vec<RadioChoice> = all.iter().map(one).collect();
    let choose = desk.callback(|number: String| GuideAction::ChoseInstallation(number.parse().unwrap_or_default()));
    html! {
        <>
            if !all.is_empty() {
                <div class="stack" id={PAIR} tabindex="-1">
                    { choices(desk.text(Text::PairLabel), "installation", &radios, &choose) }
                    <p class="small quiet">{ desk.text(Text::PairOnlyOne) }</p>
                    { finding_list(desk, &guide::pair_findings(desk), None, None) }
                </div>
            }
            if let Some(sentence) = sentence {
                <p class="small quiet">{ sentence }</p>
            }
        </>
    }
}
