//! What the tool for credential strings writes and reads is chosen.

use crate::desk::effect::{Effect, replace};
use crate::desk::state::string_choice::{ChosenProduct, StringKind};
use crate::desk::tools::credential_string;
use crate::desk::{Desk, Field, StringAction};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: StringAction) -> Effect {
    match action {
        StringAction::ChoseProduct(id) => {
            let product = (!id.is_empty()).then_some(ChosenProduct { id, variant: None, part: None });
            replace(&mut desk.string.product, product)
        }
        StringAction::ChoseVariant(variant) => change(desk, |product| {
            product.variant = Some(variant);
            product.part = None;
        }),
        StringAction::ChosePart(part) => change(desk, |product| product.part = part),
        StringAction::ChoseKind(kind) => replace(&mut desk.string.kind, kind),
        StringAction::ChoseReading(format) => {
            // What of it is masked depends on the reading.
            desk.session_mut().readings.forget(Field::Block);
            replace(&mut desk.string.read_as, format)
        }
        StringAction::EditedTemplate => edit(desk),
    }
}

fn change(desk: &mut Desk, change: impl FnOnce(&mut ChosenProduct)) -> Effect {
    let before = desk.string.product.clone();
    if let Some(product) = &mut desk.string.product {
        change(product);
    }
    Effect::changed_if(desk.string.product != before)
}

/// The template of the kind that is shown becomes the admin's own.
fn edit(desk: &mut Desk) -> Effect {
    let Some(template) = credential_string::fixed_template(desk.string.kind) else { return Effect::Unchanged };
    desk.string.kind = StringKind::Template;
    let session = desk.session_mut();
    let before = vec![(Field::Template, session.entry(Field::Template).clone())];
    if session.enter(Field::Template, Secret::new(template)) == Effect::Changed {
        session.fixes.push(before.into());
    }
    Effect::Changed
}
