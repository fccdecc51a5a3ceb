//! Random states of the desk: what somebody may have typed, checked off and chosen in a guide or a tool.

use std::cell::LazyCell;

use authdesk::catalog::Choice;
use authdesk::desk::{Desk, Field, FieldAction, GuideAction, ReportAction, Step, guide};
use authdesk::oauth::Secret;
use authdesk::texts::Language;
use proptest::prelude::*;
use strum::VariantArray;

use super::super::person::{Person, german};

/// Guides and tools, of each kind some.
const VIEWS: [&str; 19] = [
    "#/product/verint-recorder",
    "#/product/verint-recorder?variant=server-to-server",
    "#/product/kufersql",
    "#/product/cae-learningspace",
    "#/product/zappysys-zoom-connector",
    "#/product/cirqlive-meets",
    "#/product/other-server",
    "#/tool/basic-header",
    "#/tool/authorize-url",
    "#/tool/redirect",
    "#/tool/token-request",
    "#/tool/token-answer",
    "#/tool/values",
    "#/tool/read-header",
    "#/tool/redirect-comparison",
    "#/tool/error-answer",
    "#/tool/jwt",
    "#/tool/scopes",
    "#/tool/request",
];

/// What is typed, with `§` in the place of a secret.
pub const TYPED: [&str; 22] = [
    "§",
    " §\n",
    "“§”",
    "Client Secret: §",
    "https://recorder.example.com/zoom/callback?code=§&state=§",
    "https://recorder.example.com/zoom/callback",
    "https://§.example.com/callback/",
    "{\"access_token\":\"§\",\"token_type\":\"bearer\",\"refresh_token\":\"§\",\"expires_in\":3599,\"scope\":\"user:read:user:admin §\"}",
    "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
    "{\"reason\":\"Invalid authorization code §\",\"error\":\"invalid_request\"}",
    "{\"error\":\"§\",\"error_description\":\"The client § is not known: § (§)\"}",
    "https://recorder.example.com/cb?error=access_denied&error_description=§",
    "Invalid access token, does not contain scopes:[user:read:user:admin, §].",
    "{\"code\":124,\"message\":\"Invalid access token. §\"}",
    "§:§",
    "Authorization: Basic §",
    "Bearer §",
    "curl -u §:§ -d code_verifier=§ https://zoom.us/oauth/token",
    "eyJhbGciOiJub25lIn0.e30.§",
    "Error: § failed at § with 401 Unauthorized",
    "12345 67890 §",
    "user:read:user:admin\nuser:write:§",
];

thread_local! {
    static BASES: LazyCell<Vec<Desk>> = LazyCell::new(|| {
        let at = |language| VIEWS.iter().map(move |view| Person::speaking(language, view).0);
        at(Language::ENGLISH).chain(at(german())).collect()
    });
}

/// What somebody did.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Typed one of [`TYPED`] into a field, with that secret in it.
    Types(usize, usize, String),
    /// Typed anything.
    TypesText(usize, String),
    /// Checked off a line of a step, or not.
    Ticks(usize, usize, bool),
    /// Chose a set of scopes.
    Chooses(usize, bool),
    /// Wanted the last characters of the Client ID.
    Ends(bool),
}

fn secret() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9]{22,32}",
        "[A-Za-z0-9_-]{12,44}",
        "[A-Za-z0-9+/]{20}==",
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}",
        "[0-9]{12,16}"
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..Field::VARIANTS.len(), 0..TYPED.len(), secret()).prop_map(|(field, text, secret)| Deed::Types(field, text, secret)),
        1 => (0..Field::VARIANTS.len(), "\\PC{0,30}").prop_map(|(field, text)| Deed::TypesText(field, text)),
        2 => (0..Step::VARIANTS.len(), 0..8_usize, any::<bool>()).prop_map(|(step, line, is)| Deed::Ticks(step, line, is)),
        1 => (0..4_usize, any::<bool>()).prop_map(|(set, is)| Deed::Chooses(set, is)),
        1 => any::<bool>().prop_map(Deed::Ends),
    ]
}

/// A view and what was done there.
pub fn state() -> impl Strategy<Value = (usize, Vec<Deed>)> {
    (0..VIEWS.len() * 2, prop::collection::vec(deed(), 0..14))
}

/// The desk after that, and the secrets that were typed.
pub fn after((view, deeds): &(usize, Vec<Deed>)) -> (Person, Vec<String>) {
    let mut person = Person(BASES.with(|bases| bases[*view].clone()));
    let mut secrets = Vec::new();
    for deed in deeds {
        match deed {
            Deed::Types(field, text, secret) => {
                secrets.push(secret.clone());
                type_into(&mut person, *field, &TYPED[*text].replace('§', secret));
            }
            Deed::TypesText(field, text) => type_into(&mut person, *field, text),
            Deed::Ticks(step, line, ticked) => {
                let step = Step::VARIANTS[*step];
                let line = guide::lines(&person.0, step).get(*line).map(|line| line.name.to_owned());
                if let Some(line) = line {
                    person.does(GuideAction::Ticked { line, step, ticked: *ticked });
                }
            }
            Deed::Chooses(set, chosen) => {
                let sets = person.0.variant().map(|variant| &variant.scopes).into_iter().flatten();
                let set = sets.filter(|set| set.choice != Choice::Always).nth(*set).map(|set| set.id.clone());
                if let Some(set) = set {
                    person.does(GuideAction::ChoseScopeSet { set, chosen: *chosen });
                }
            }
            Deed::Ends(ends) => {
                person.does(ReportAction::ChoseEnds(*ends));
            }
        }
    }
    person.fetches();
    (person, secrets)
}

fn type_into(person: &mut Person, field: usize, text: &str) {
    person.does(FieldAction::Typed(Field::VARIANTS[field], Secret::new(text)));
}
