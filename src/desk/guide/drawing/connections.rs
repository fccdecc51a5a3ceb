//! What comes from where and goes where in a guide.

use crate::catalog::{GrantType, Hole, Placeholder, Redirect, Template, Value, ValueContent, Variant};
use crate::desk::guide::value_sentence;
use crate::desk::guide::values::shown_values;
use crate::desk::parts::block::{block_name, shown_lines};
use crate::desk::parts::command;
use crate::desk::parts::fields::each_once;
use crate::desk::parts::template::{Filling, filling_fields};
use crate::desk::tools::redirect;
use crate::desk::{Desk, Field, ValueState};
use crate::texts::{Text, unmarked};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is entered in this field of the page.
    Entered(Field),
    /// It is the code of the returned URL.
    Code,
    /// It is in the token response.
    RefreshToken,
    /// The same.
    AccessToken,
}

/// What is on the left, from above to below. All but the code go to the product, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Provider,
    Second,
    Known,
    Returned,
}

/// A field on the left.
#[derive(Clone, Debug)]
pub(super) struct LeftRow {
    pub(super) origin: Origin,
    pub(super) label: String,
    pub(super) is_there: bool,
    /// From what on the left it is put together.
    pub(super) from: Vec<Origin>,
    /// The label of the product's field that shows it.
    pub(super) shown_as: Option<String>,
    pub(super) remark: Option<String>,
}

/// A place on the left with its fields.
#[derive(Clone, Debug)]
pub(super) struct LeftBox {
    pub(super) place: Place,
    pub(super) title: String,
    pub(super) rows: Vec<LeftRow>,
}

/// The token request that is sent by hand.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) title: String,
    pub(super) from: Vec<Origin>,
    pub(super) to: Vec<(Origin, String, bool)>,
}

/// How a field of the product gets what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// From these, as they are or in this form.
    Filled { from: Vec<Origin>, form: Option<String> },
    /// A file or a command with these in it.
    Contains(Vec<Origin>),
    /// Always this text.
    Fixed(String),
    /// What to do there instead.
    Says(String),
    /// The product shows what is in it, for the provider.
    Shows,
}

/// A field of the product.
#[derive(Clone, Debug)]
pub(super) struct RightRow {
    pub(super) group: Option<String>,
    pub(super) label: String,
    /// What it is called where its label alone would not do.
    pub(super) name: String,
    pub(super) content: Content,
    pub(super) is_there: bool,
}

/// All of it.
#[derive(Clone, Debug)]
pub(super) struct Connections {
    pub(super) left: Vec<LeftBox>,
    pub(super) exchange: Option<Exchange>,
    pub(super) product: String,
    pub(super) right: Vec<RightRow>,
}

impl Connections {
    /// Of the guide that is shown; `None` where no value of the product comes from anywhere.
    pub(super) fn of(desk: &Desk) -> Option<Connections> {
        let variant = desk.variant()?;
        let filling = Filling::new(desk);
        let settings = settings(desk, variant);
        let right = right(desk, variant, &filling, &settings);
        if right.iter().all(|row| row.sources().is_empty()) {
            return None;
        }
        let exchange = exchange(desk, variant, &filling, &right);
        let mut needed: Vec<Origin> = right.iter().flat_map(RightRow::sources).copied().collect();
        needed.extend(exchange.iter().flat_map(|exchange| exchange.from.iter().copied()));
        needed.extend(
            settings
                .iter()
                .flat_map(|setting| [Origin::Entered(setting.field)].into_iter().chain(setting.from.clone())),
        );
        let left = left(desk, &filling, &needed, &settings);
        Some(Connections { left, exchange, product: desk.product_name().to_owned(), right })
    }

    /// What an origin is called where it is drawn.
    pub(super) fn label(&self, origin: Origin) -> &str {
        let rows = self.left.iter().flat_map(|one| &one.rows);
        let mut labels = rows.map(|row| (row.origin, row.label.as_str())).chain(
            self.exchange.iter().flat_map(|exchange| &exchange.to).map(|(origin, label, _)| (*origin, label.as_str())),
        );
        labels.find(|(known, _)| *known == origin).map_or("", |(_, label)| label)
    }
}

impl RightRow {
    /// Where it comes from.
    pub(super) fn sources(&self) -> &[Origin] {
        match &self.content {
            Content::Filled { from, .. } | Content::Contains(from) => from,
            Content::Fixed(_) | Content::Says(_) | Content::Shows => &[],
        }
    }
}

/// A field of the provider that something is entered in.
struct Setting {
    field: Field,
    from: Vec<Origin>,
    shown_as: Option<String>,
    /// Whether the product prescribes nothing.
    is_own: bool,
}

fn settings(desk: &Desk, variant: &Variant) -> Vec<Setting> {
    let redirect = variant.redirect.as_ref().map(|redirect| {
        let Redirect { offered, allow_list, from_product, .. } = redirect;
        let from = origins_of(desk, offered.iter().chain(allow_list).flat_map(Template::holes));
        let is_own = offered.is_empty() && from_product.is_none();
        let own = |origin: &Origin| *origin != Origin::Entered(Field::RedirectUrl);
        let shown_as = from_product.as_ref().map(|from| from.label.clone());
        Setting { field: Field::RedirectUrl, from: from.into_iter().filter(own).collect(), shown_as, is_own }
    });
    let event = variant.events.as_ref().and_then(|events| {
        let endpoint = events.endpoint.as_ref();
        let shown_as = events.from_product.as_ref().map(|from| from.label.clone());
        let from = endpoint.map_or_else(Vec::new, |endpoint| origins_of(desk, endpoint.holes()));
        (endpoint.is_some() || shown_as.is_some()).then_some(Setting {
            field: Field::EventUrl,
            from,
            shown_as,
            is_own: false,
        })
    });
    redirect.into_iter().chain(event).collect()
}

fn origins_of<'h>(desk: &Desk, holes: impl Iterator<Item = &'h Hole>) -> Vec<Origin> {
    each_once(holes.flat_map(|hole| origins(desk, hole)))
}

/// Where a hole is filled from; from nowhere if the provider's file has it.
fn origins(desk: &Desk, hole: &Hole) -> Vec<Origin> {
    match hole {
        Hole::Value(Placeholder::RefreshToken) => vec![Origin::RefreshToken],
        Hole::Value(Placeholder::AccessToken) => vec![Origin::AccessToken],
        // How it is built is told where it is set in the provider.
        Hole::Value(Placeholder::EventUrl) => vec![Origin::Entered(Field::EventUrl)],
        Hole::Value(Placeholder::AuthorizeUrl | Placeholder::TokenUrl) if !desk.has_unnamed_server() => Vec::new(),
        hole => filling_fields(desk, hole).into_iter().map(Origin::Entered).collect(),
    }
}

fn right(desk: &Desk, variant: &Variant, filling: &Filling<'_>, settings: &[Setting]) -> Vec<RightRow> {
    let shown_by_product = settings.iter().filter_map(|setting| {
        let label = setting.shown_as.clone()?;
        let is_there = is_there(desk, filling, Origin::Entered(setting.field));
        Some(RightRow { group: None, name: label.clone(), label, content: Content::Shows, is_there })
    });
    let values = shown_values(desk, variant).map(|value| RightRow {
        group: value.group.clone(),
        label: value.label.clone(),
        name: variant.value_name(value),
        content: content(desk, value),
        is_there: value.template.as_ref().is_some_and(|template| filling.fill(template).is_ok()),
    });
    let blocks = variant.blocks.iter().filter_map(|block| {
        let templates = || shown_lines(desk, block).filter_map(|line| line.template());
        let from = origins_of(desk, templates().flat_map(Template::holes));
        let name = block_name(desk, &variant.blocks, block);
        let is_there = templates().all(|template| filling.fill(template).is_ok());
        let content = Content::Contains(from.clone());
        (!from.is_empty()).then(|| RightRow { group: None, label: name.clone(), name, content, is_there })
    });
    shown_by_product.chain(values).chain(blocks).collect()
}

fn content(desk: &Desk, value: &Value) -> Content {
    let says = |state| Content::Says(value_sentence(desk, &state).map(|text| unmarked(&text)).unwrap_or_default());
    match value.content() {
        ValueContent::Template(template) => {
            let from = origins_of(desk, template.holes());
            let named = template.with_names(|hole| hole_name(desk, hole));
            let is_as_it_is = template.is_one_hole() && from.len() == 1;
            match from.is_empty() {
                true => Content::Fixed(named),
                false => Content::Filled { from, form: (!is_as_it_is).then_some(named) },
            }
        }
        ValueContent::Choose(item) => says(ValueState::Choose(item)),
        ValueContent::Press(button) => says(ValueState::Press(button)),
        ValueContent::Leave(leave) => says(ValueState::Leave(leave)),
        ValueContent::Own => says(ValueState::Own),
    }
}

/// What is written in the place of a hole: the label of what fills it, or what the provider's file has.
fn hole_name(desk: &Desk, hole: &Hole) -> String {
    let endpoints = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    match (hole, endpoints) {
        (Hole::Value(Placeholder::AuthorizeUrl), Some(endpoints)) => endpoints.authorize.clone(),
        (Hole::Value(Placeholder::TokenUrl), Some(endpoints)) => endpoints.token.clone(),
        (Hole::Value(Placeholder::BasicCredentials), _) => desk.texts.say(Text::CardBasicCredentials).to_owned(),
        _ => origins(desk, hole).into_iter().map(|origin| label(desk, origin)).collect(),
    }
}

/// The token request, where something in the product comes from its response.
fn exchange(desk: &Desk, variant: &Variant, filling: &Filling<'_>, right: &[RightRow]) -> Option<Exchange> {
    let is_used = |origin: &Origin| right.iter().any(|row| row.sources().contains(origin));
    let to: Vec<Origin> = [Origin::RefreshToken, Origin::AccessToken].into_iter().filter(is_used).collect();
    if to.is_empty() {
        return None;
    }
    let by_code = variant.grant() == Some(GrantType::AuthorizationCode);
    let has_secret = command::asks_client_secret(desk, desk.request_kind());
    let from = [
        (variant.has_account_id(), Origin::Entered(Field::AccountId)),
        (true, Origin::Entered(Field::ClientId)),
        (has_secret, Origin::Entered(Field::ClientSecret)),
        (by_code, Origin::Entered(Field::RedirectUrl)),
        (by_code, Origin::Code),
    ];
    let from = from.into_iter().filter_map(|(is_needed, origin)| is_needed.then_some(origin)).collect();
    let to = to.into_iter().map(|origin| (origin, label(desk, origin), is_there(desk, filling, origin))).collect();
    Some(Exchange { title: desk.texts.say(Text::ToolTokenRequest).to_owned(), from, to })
}

fn left(desk: &Desk, filling: &Filling<'_>, needed: &[Origin], settings: &[Setting]) -> Vec<LeftBox> {
    let of_provider = [
        Field::AuthorizeEndpoint,
        Field::TokenEndpoint,
        Field::AccountId,
        Field::ClientId,
        Field::ClientSecret,
        Field::RedirectUrl,
        Field::Scopes,
        Field::EventUrl,
        Field::SecretToken,
    ];
    let titled = |text| desk.texts.fill(text, &[("provider", desk.provider_name())]);
    let places = [
        (Place::Provider, desk.provider_name().to_owned(), &of_provider[..]),
        (Place::Second, titled(Text::DrawingSecond), &[Field::SecondClientId, Field::SecondClientSecret]),
        (Place::Known, titled(Text::DrawingKnown), Field::INPUTS.as_slice()),
        (Place::Returned, titled(Text::FieldLanded), &[]),
    ];
    let row = |origin| {
        let setting = settings.iter().find(|setting| Origin::Entered(setting.field) == origin);
        let from = setting.map_or_else(Vec::new, |setting| setting.from.clone());
        let shown_as = setting.and_then(|setting| setting.shown_as.clone());
        let is_own = setting.is_some_and(|setting| setting.is_own);
        LeftRow {
            origin,
            label: label(desk, origin),
            is_there: is_there(desk, filling, origin),
            remark: is_own.then(|| desk.texts.say(Text::ValueOwn).to_owned()),
            from,
            shown_as,
        }
    };
    let boxes = places.into_iter().map(|(place, title, fields)| {
        let code = (place == Place::Returned).then_some(Origin::Code);
        let origins = fields.iter().copied().map(Origin::Entered).chain(code);
        LeftBox { place, title, rows: origins.filter(|origin| needed.contains(origin)).map(row).collect() }
    });
    boxes.filter(|one| !one.rows.is_empty()).collect()
}

fn label(desk: &Desk, origin: Origin) -> String {
    match origin {
        Origin::Entered(field) => desk.label(field),
        Origin::Code => desk.texts.say(Text::FieldCode).to_owned(),
        Origin::RefreshToken => desk.texts.say(Text::RefreshToken).to_owned(),
        Origin::AccessToken => desk.texts.say(Text::AccessToken).to_owned(),
    }
}

fn is_there(desk: &Desk, filling: &Filling<'_>, origin: Origin) -> bool {
    let has = |placeholder| filling.has(&Hole::Value(placeholder));
    match origin {
        Origin::Entered(Field::Scopes) => has(Placeholder::Scopes),
        Origin::Entered(Field::AuthorizeEndpoint) => has(Placeholder::AuthorizeUrl),
        Origin::Entered(Field::TokenEndpoint) => has(Placeholder::TokenUrl),
        Origin::Entered(Field::EventUrl) => has(Placeholder::EventUrl),
        Origin::Entered(field) => !desk.session().entry(field).is_empty(),
        Origin::Code => redirect::view(desk).is_some_and(|view| view.is_good()),
        Origin::RefreshToken => has(Placeholder::RefreshToken),
        Origin::AccessToken => has(Placeholder::AccessToken),
    }
}
