//! The connections in words.

use super::DrawnSentence;
use super::connections::{Connections, Content, Origin, RightRow};
use crate::desk::Desk;
use crate::texts::Text;

impl Connections {
    /// A sentence for each field that something goes into.
    pub(super) fn sentences(&self, desk: &Desk) -> Vec<DrawnSentence> {
        let provider = desk.provider_name();
        let mut all = Vec::new();
        for row in self.left.iter().flat_map(|one| &one.rows) {
            let names = [("to", row.label.as_str()), ("provider", provider)];
            let text = match (&row.shown_as, row.from.as_slice()) {
                (Some(shown_as), _) => {
                    desk.texts.fill(Text::DrawingShown, &[names.as_slice(), &[("from", shown_as)]].concat())
                }
                (None, []) => continue,
                (None, from) => {
                    let from = self.listed(desk, from);
                    desk.texts.fill(Text::DrawingSet, &[names.as_slice(), &[("from", &from)]].concat())
                }
            };
            all.push(DrawnSentence { text, is_there: Some(row.is_there) });
        }
        if let Some(exchange) = &self.exchange {
            let from = self.listed(desk, &exchange.from);
            let to: Vec<Origin> = exchange.to.iter().map(|(origin, ..)| *origin).collect();
            let to = self.listed(desk, &to);
            let text = desk.texts.fill(Text::DrawingExchanged, &[("from", &from), ("to", &to)]);
            all.push(DrawnSentence { text, is_there: Some(exchange.to.iter().all(|(.., is_there)| *is_there)) });
        }
        all.extend(self.right.iter().filter_map(|row| self.of_product(desk, row)));
        all
    }

    fn of_product(&self, desk: &Desk, row: &RightRow) -> Option<DrawnSentence> {
        let from = self.listed(desk, row.sources());
        let names = [("to", row.name.as_str()), ("from", &from)];
        let text = match &row.content {
            Content::Filled { form: None, .. } => desk.texts.fill(Text::DrawingGoes, &names),
            Content::Filled { form: Some(form), .. } => {
                desk.texts.fill(Text::DrawingJoined, &[names.as_slice(), &[("form", form)]].concat())
            }
            Content::Contains(_) => desk.texts.fill(Text::DrawingContains, &names),
            Content::Fixed(text) => {
                let text = desk.texts.fill(Text::DrawingFixed, &[names.as_slice(), &[("text", text)]].concat());
                return Some(DrawnSentence { text, is_there: None });
            }
            Content::Says(_) | Content::Shows => return None,
        };
        Some(DrawnSentence { text, is_there: Some(row.is_there) })
    }

    /// "**Account ID**, **Client ID**, and **Client Secret**".
    fn listed(&self, desk: &Desk, origins: &[Origin]) -> String {
        let labels: Vec<String> = origins.iter().map(|origin| format!("**{}**", self.label(*origin))).collect();
        desk.texts.list(&labels)
    }
}
