//! What may leave the page: in a link, on paper, in a report, in a card of one's own. No secret may, and nothing made up.

use core::ops::Range;
use std::rc::Rc;

use strum::VariantArray;

use super::kept::{contains_entered, shares_part};
use super::made_up::in_base64;
use super::session::Session;
use super::{Desk, Field, made_up};
use crate::desk::parts::fields::each_once;
use crate::oauth::{Secret, form_encoded};
use crate::reading::{FindingKind, ValueRole, bare_value, has_secret, has_state, labeled_values, secret_spans};

/// The secrets of the page: what is entered for any product and for both installations of a pair, also inside of what was
/// pasted, and what the page itself made.
pub(in crate::desk) struct Leaving<'d> {
    desk: &'d Desk,
    known: Vec<Rc<Vec<Secret>>>,
}

/// Fields whose values name an app or an account. They look like a secret and are none.
const IDENTIFIERS: [Field; 3] = [Field::AccountId, Field::ClientId, Field::SecondClientId];

/// Fields that somebody may mistake for one another.
const MISTAKEN: [Field; 6] = [
    Field::AccountId,
    Field::ClientId,
    Field::ClientSecret,
    Field::SecretToken,
    Field::SecondClientId,
    Field::SecondClientSecret,
];

/// The secrets inside of what a field contains depend on nothing else.
#[derive(PartialEq)]
struct SecretsInside;

/// Nor does what is encoded.
#[derive(PartialEq)]
struct Encoded;

impl<'d> Leaving<'d> {
    /// With what is entered now.
    pub(in crate::desk) fn of(desk: &'d Desk) -> Leaving<'d> {
        let mut known: Vec<Rc<Vec<Secret>>> = desk.sessions.values().flat_map(|session| of_session(session)).collect();
        known.push(Rc::new(mistaken(desk)));
        if desk.variant().is_some_and(|variant| variant.redundant_pair) {
            known.push(Rc::new(mistaken(&desk.in_other_installation())));
        }
        Leaving { desk, known }
    }

    /// Whether a text has to stay here: it contains a secret that is entered or a part of one, or may contain one that is
    /// nowhere else; or it is made up. `field` is the field whose content it is.
    pub(in crate::desk) fn withholds(&self, field: impl Into<Option<Field>>, text: &str) -> bool {
        let names_app = field.into().is_some_and(is_identifier) || self.is_entered_identifier(text);
        made_up::is_in(text)
            || looks_secret(text, names_app)
            || contains_entered(text, self.desk.session())
            || self.shares_part(text)
    }

    /// Whether a text that belongs to no field contains what is entered for any product, or a part of a secret of it.
    pub(in crate::desk) fn is_entered(&self, text: &str) -> bool {
        self.desk.sessions.values().any(|session| contains_entered(text, session)) || self.shares_part(text)
    }

    /// Whether a part of a secret that is entered is in a text.
    pub(in crate::desk) fn shares_part(&self, text: &str) -> bool {
        self.known.iter().flat_map(|secrets| secrets.iter()).any(|secret| shares_part(text, secret))
    }

    /// What is made from the fields may be nothing but such a value.
    fn is_entered_identifier(&self, text: &str) -> bool {
        // EXPOSE: only whether both are the same is computed.
        IDENTIFIERS.iter().any(|field| self.desk.session().entry(*field).expose().trim() == text.trim())
    }
}

/// Whether its values name an app or an account.
pub(in crate::desk) fn is_identifier(field: Field) -> bool {
    IDENTIFIERS.contains(&field)
}

/// Whether a text is or contains a secret by its looks alone. What names an app looks like a secret, and so does a host
/// name with numbers in it.
pub(in crate::desk) fn looks_secret(text: &str, names_app: bool) -> bool {
    bare(text, names_app).is_some() || has_secret(text) || has_state(text) == Some(true)
}

/// The place of a value without a name, in characters. Inside of something else, such as a redirect URL that is built from
/// it, nothing tells that it is one.
fn bare(text: &str, names_app: bool) -> Option<Range<usize>> {
    bare_value(text).filter(|_| !names_app && !text.contains('.'))
}

/// The secrets that one session has, by field, and those of its authorization.
fn of_session(session: &Session) -> Vec<Rc<Vec<Secret>>> {
    // A made-up secret is none, and parts of it are words.
    let filled = Field::VARIANTS.iter().filter(|field| session.is_filled(**field));
    let entered = filled.map(|field| {
        let text = session.entry(*field);
        if session.is_masked(*field) {
            return session.readings.of(*field, Encoded, || encoded(text));
        }
        session.readings.of(*field, SecretsInside, || {
            // EXPOSE: what is secret in it is searched in what would leave the page.
            let text = text.expose();
            let part =
                |span: Range<usize>| Secret::new(text.chars().skip(span.start).take(span.len()).collect::<String>());
            secret_spans(text).into_iter().chain(bare(text, is_identifier(*field))).map(part).collect()
        })
    });
    let mut known: Vec<Rc<Vec<Secret>>> = entered.collect();
    let own = session.seed.as_ref().map(|seed| [seed.state.secret(), seed.verifier.secret()]);
    known.extend(own.map(|own| Rc::new(own.map(Clone::clone).to_vec())));
    known
}

/// A secret, and what is left of it where a product wants it in Base64, alone or joined with anything else: with a client
/// ID, as in a header, raw or form-encoded.
fn encoded(secret: &Secret) -> Vec<Secret> {
    // EXPOSE: what is encoded is a secret again.
    let text = secret.expose();
    let form = Some(form_encoded(text)).filter(|form| form != text);
    let texts = core::iter::once(text).chain(form.as_deref());
    let coded = texts.flat_map(in_base64).map(Secret::new);
    core::iter::once(secret.clone()).chain(coded).collect()
}

/// What is in a field that does not mask it, and may belong into one that does.
fn mistaken(desk: &Desk) -> Vec<Secret> {
    let of_field = |field: Field| -> Vec<Secret> {
        let entered = desk.session().entry(field);
        // EXPOSE: of a message only its secret is one; the words around it are in no other text.
        let labeled = labeled_values(entered.expose()).into_iter();
        let secrets: Vec<Secret> =
            labeled.filter(|(role, _)| *role == ValueRole::Secret).map(|(_, value)| value).collect();
        if secrets.is_empty() { vec![entered.clone()] } else { secrets }
    };
    doubted(desk).into_iter().flat_map(of_field).collect()
}

/// The fields that do not mask what may belong into one that does.
pub(in crate::desk) fn doubted(desk: &Desk) -> Vec<Field> {
    let is_doubted = |field: Field| {
        desk.field_findings(field).iter().any(|finding| {
            matches!(
                finding.kind,
                FindingKind::MaybeSwapped
                    | FindingKind::SecretTokenMaybeSwapped
                    | FindingKind::SameValueTwice
                    | FindingKind::MessageInstead
                    | FindingKind::SecretInstead
                    | FindingKind::PairInstead
            )
        })
    };
    let mut doubted: Vec<Field> = MISTAKEN.into_iter().filter(|field| is_doubted(*field)).collect();
    // It is said at one of the two fields alone.
    let others: Vec<Field> = doubted
        .iter()
        .flat_map(|field| desk.field_findings(*field).into_iter().filter_map(|one| desk.like(*field, one.kind)))
        .collect();
    doubted.extend(others);
    doubted.retain(|field| !desk.session().is_masked(*field));
    each_once(doubted)
}
