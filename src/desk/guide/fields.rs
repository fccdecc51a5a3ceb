//! The fields of each step, and which of them must be filled.

use super::{asks_scopes, lines, steps};
use crate::catalog::{Hole, Shows, Step, Template, Variant};
use crate::desk::parts::command;
use crate::desk::parts::fields::each_once;
use crate::desk::{Desk, Field};

/// The fields of the step "Copy the credentials", but for what a line shows.
#[must_use]
pub fn needed_fields(desk: &Desk) -> Vec<Field> {
    let Some(variant) = desk.variant().filter(|variant| variant.flow.is_some()) else { return Vec::new() };
    let mut fields = Vec::new();
    if desk.provider().is_some_and(|provider| provider.endpoints.is_none()) {
        if variant.brings_code() {
            fields.push(Field::AuthorizeEndpoint);
        }
        fields.push(Field::TokenEndpoint);
    }
    if variant.has_account_id() {
        fields.push(Field::AccountId);
    }
    fields.push(Field::ClientId);
    if command::asks_client_secret(desk, desk.request_kind()) {
        fields.push(Field::ClientSecret);
    }
    fields
}

/// The fields of the step "Create the second app".
pub const SECOND: [Field; 2] = [Field::SecondClientId, Field::SecondClientSecret];

/// The inputs that a step asks for: what it needs, and no step before it.
#[must_use]
pub fn inputs(desk: &Desk, step: Step) -> Vec<Field> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    let mut seen: Vec<&str> = Vec::new();
    let of_redirect = redirect_step(desk);
    for one in steps(desk) {
        let before = seen.len();
        for name in templates(variant, one, of_redirect).flat_map(Template::inputs) {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        if one == step {
            return seen.iter().skip(before).filter_map(|name| input_field(desk, name)).collect();
        }
    }
    Vec::new()
}

/// The field of an input of the product.
pub(in crate::desk) fn input_field(desk: &Desk, name: &str) -> Option<Field> {
    let at = desk.guide()?.product.inputs.keys().position(|known| known == name)?;
    Field::INPUTS.get(at).copied()
}

/// The templates that are filled for a step.
fn templates(variant: &Variant, step: Step, of_redirect: Step) -> Box<dyn Iterator<Item = &Template> + '_> {
    match step {
        _ if step == of_redirect => {
            Box::new(variant.redirect.iter().flat_map(|redirect| redirect.offered.iter().chain(&redirect.allow_list)))
        }
        Step::Events => Box::new(variant.events.iter().filter_map(|events| events.endpoint.as_ref())),
        Step::Enter => Box::new(variant.templates()),
        _ => Box::new(core::iter::empty()),
    }
}

/// The step in which the redirect URL is set.
fn redirect_step(desk: &Desk) -> Step {
    let shows_it = |shows: Shows| matches!(shows, Shows::RedirectUrl | Shows::AllowList);
    creating_step(desk, shows_it)
}

/// The step in which the scopes are added.
fn scopes_step(desk: &Desk) -> Step {
    creating_step(desk, |shows| shows == Shows::Scopes)
}

/// The step among those that create the app with a line that shows such a thing, or else the first one.
fn creating_step(desk: &Desk, is_such: impl Fn(Shows) -> bool) -> Step {
    let has_it = |step: &Step| lines(desk, *step).into_iter().filter_map(|line| line.task.shows).any(&is_such);
    let mut creating: Vec<Step> = steps(desk);
    creating.retain(|step| step.creates_app());
    creating.iter().copied().find(has_it).or(creating.first().copied()).unwrap_or(Step::Create)
}

/// The fields that the lines of a step show.
fn shown(desk: &Desk, step: Step) -> impl Iterator<Item = Field> {
    let from_product = desk.variant().and_then(|variant| variant.events.as_ref()?.from_product.as_ref());
    lines(desk, step).into_iter().filter_map(move |line| match line.task.shows? {
        Shows::RedirectUrl => Some(Field::RedirectUrl),
        Shows::SecretToken => Some(Field::SecretToken),
        Shows::EventUrl => from_product.map(|_| Field::EventUrl),
        Shows::AppName | Shows::AllowList | Shows::Scopes | Shows::Events => None,
    })
}

/// All fields that this way to connect the product asks for, in the order of its steps.
pub(in crate::desk) fn asked(desk: &Desk) -> Vec<Field> {
    each_once(steps(desk).into_iter().flat_map(|step| {
        let scopes = (step == Step::Authorize && asks_scopes(desk)).then_some(Field::Scopes);
        of_step(desk, step).into_iter().chain(scopes)
    }))
}

/// All fields of a step, but for those that a tool shows there.
pub(in crate::desk) fn of_step(desk: &Desk, step: Step) -> Vec<Field> {
    let mut fields = inputs(desk, step);
    fields.extend(shown(desk, step));
    match step {
        Step::Credentials => fields.extend(needed_fields(desk)),
        Step::Second => fields.extend(SECOND),
        _ => {}
    }
    fields
}

/// The fields without which a step cannot be right.
pub(in crate::desk) fn required(desk: &Desk, step: Step) -> Vec<Field> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    let mut fields = of_step(desk, step);
    let events_needed = variant.events.as_ref().is_some_and(|events| events.needed);
    // Whoever goes without events has no Secret Token to copy.
    fields.retain(|field| *field != Field::SecretToken || step == Step::Events || events_needed);
    if step == Step::Enter {
        let of_values = variant.values.iter().filter(|value| value.needed).filter_map(|value| value.template.as_ref());
        let of_blocks = variant.blocks.iter().flat_map(|block| &block.lines).filter_map(|line| line.template());
        let needed: Vec<Field> =
            of_values.chain(of_blocks).flat_map(Template::inputs).filter_map(|name| input_field(desk, name)).collect();
        fields.retain(|field| needed.contains(field));
    }
    fields
}

/// The step that brings what a hole of a template is filled with.
pub(super) fn brings(desk: &Desk, hole: &Hole) -> Step {
    use crate::catalog::Placeholder::{
        AccessToken, AccountId, AuthorizeUrl, BasicCredentials, ClientId, ClientSecret, EventUrl, RedirectUrl,
        RefreshToken, Scopes, SecondClientId, SecondClientSecret, SecretToken, TokenUrl,
    };
    let has = |step| steps(desk).contains(&step);
    let shows = |field| steps(desk).into_iter().find(|step| of_step(desk, *step).contains(&field));
    match hole {
        Hole::Input(name) => input_field(desk, name).and_then(shows).unwrap_or_else(|| redirect_step(desk)),
        Hole::Value(RefreshToken | AccessToken) if has(Step::Exchange) => Step::Exchange,
        Hole::Value(RefreshToken | AccessToken) => Step::Try,
        Hole::Value(RedirectUrl) => redirect_step(desk),
        Hole::Value(Scopes) => scopes_step(desk),
        Hole::Value(SecretToken) => shows(Field::SecretToken).unwrap_or(Step::Credentials),
        Hole::Value(EventUrl) => missing_of_endpoint(desk).unwrap_or(Step::Events),
        Hole::Value(SecondClientId | SecondClientSecret) => Step::Second,
        Hole::Value(AccountId | ClientId | ClientSecret | BasicCredentials | AuthorizeUrl | TokenUrl) => {
            Step::Credentials
        }
    }
}

/// The step that brings what the event notification URL is built from.
fn missing_of_endpoint(desk: &Desk) -> Option<Step> {
    let endpoint = desk.variant()?.events.as_ref()?.endpoint.as_ref()?;
    let is_missing = |hole: &&Hole| crate::desk::parts::template::url_part(desk, hole).is_none();
    endpoint.holes().find(is_missing).map(|hole| brings(desk, hole))
}
