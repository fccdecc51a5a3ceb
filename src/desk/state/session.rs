//! What a person has entered for one product, or for the tools.

use strum::{EnumCount, VariantArray};

use crate::catalog::{Choice, ClientAuthentication, GrantType, Variant};
use crate::desk::effect::Effect;
use crate::desk::state::before::Before;
use crate::desk::state::readings::Readings;
use crate::desk::state::used_codes::UsedCodes;
use crate::desk::{Field, PlainField, Step};
use crate::named::Named;
use crate::oauth::{CodeVerifier, Secret, StateToken};

/// Everything entered for one product. Two products never see each other's values.
#[derive(Clone, Debug, Default)]
pub struct Session {
    entries: PerField<Secret>,
    /// How often each of them was changed.
    revisions: PerField<u32>,
    /// What was read from them, until they change.
    pub(in crate::desk) readings: Readings,
    /// Of which app the values are: apps are of one kind if they get their tokens by one grant.
    pub(in crate::desk) app: Option<GrantType>,
    /// The lines that are checked off, as `step/line`.
    pub(in crate::desk) ticks: Vec<String>,
    /// Sets of scopes whose choice was changed.
    pub(in crate::desk) sets: Named<bool>,
    /// The scopes that are checked off, by name.
    pub(in crate::desk) checked_scopes: Vec<String>,
    /// Whether the full list of scopes is shown.
    pub(in crate::desk) all_scopes: bool,
    /// The steps folded or unfolded by hand or by going on.
    folds: [Option<bool>; Step::COUNT],
    /// The labels whose masked values are shown.
    pub(in crate::desk) shown: Vec<String>,
    /// How the client authenticates, where that was chosen.
    pub(in crate::desk) authentication: Option<ClientAuthentication>,
    /// Whether the code is bound to this tab (RFC 7636).
    pub(in crate::desk) pkce: bool,
    /// The state and the verifier of this tab's authorization URL.
    pub(in crate::desk) seed: Option<Seed>,
    /// The fingerprint of a state that was sent before a reload.
    pub(in crate::desk) fingerprint: Option<String>,
    /// When the authorization URL was opened, in milliseconds of the Unix epoch.
    pub(in crate::desk) opened_at: Option<u64>,
    /// When the code came, in milliseconds of the Unix epoch.
    pub(in crate::desk) code_at: Option<u64>,
    /// Whether the code was to be bound to this tab when it came.
    pub(in crate::desk) code_pkce: bool,
    /// When the response was pasted, in milliseconds of the Unix epoch.
    pub(in crate::desk) answer_at: Option<u64>,
    /// The code came automatically: this page was the redirect URL.
    pub(in crate::desk) landed_here: bool,
    /// The codes that were copied in a command.
    pub(in crate::desk) used_codes: UsedCodes,
    /// What fixes and the like replaced, the last one at the end.
    pub(in crate::desk) fixes: Vec<Before>,
    /// Fields that mask nothing, in which a secret may be: it may have been taken for another value.
    pub(in crate::desk) doubted: Vec<Field>,
    /// The field whose last text was longer than what is read.
    pub(in crate::desk) refused: Option<Field>,
    /// What the inputs of the product are called, in the order of their fields.
    inputs: Vec<InputSlot>,
    /// What a tab kept of inputs, until the product's file says which fields they have.
    pub(in crate::desk) kept_inputs: Named<String>,
}

/// Something for each field, in the order of [`Field::VARIANTS`].
#[derive(Clone, Debug)]
struct PerField<T>([T; Field::COUNT]);

impl<T: Default> Default for PerField<T> {
    fn default() -> PerField<T> {
        PerField(core::array::from_fn(|_| T::default()))
    }
}

/// An input of the product, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
struct InputSlot {
    name: String,
    is_secret: bool,
}

/// The random values of an authorization URL.
#[derive(Clone, Debug)]
pub(in crate::desk) struct Seed {
    pub(in crate::desk) state: StateToken,
    pub(in crate::desk) verifier: CodeVerifier,
}

impl Seed {
    /// Of texts that were random values; nothing if they are anything else.
    pub(in crate::desk) fn of(state: &Secret, verifier: &Secret) -> Option<Seed> {
        // EXPOSE: only what is a verifier is taken, and as a secret again.
        Some(Seed { state: StateToken::parse(state)?, verifier: CodeVerifier::parse(verifier.expose()).ok()? })
    }
}

static NOTHING: Secret = Secret::EMPTY;

/// Whether the code is the same in two texts, each a URL or the code alone.
fn is_same_code(one: &Secret, other: &Secret) -> bool {
    // EXPOSE: only whether both are the same is computed.
    let [one, other] = [one.expose(), other.expose()].map(|text| match text.rsplit_once("code=") {
        Some((_, rest)) => rest.split(['&', '#']).next().unwrap_or_default().trim(),
        None => text.trim(),
    });
    !one.is_empty() && one == other
}

impl Session {
    /// The content of a field, unchanged; empty if nothing was entered.
    #[must_use]
    pub fn entry(&self, field: Field) -> &Secret {
        self.entries.0.get(field as usize).unwrap_or(&NOTHING)
    }

    /// A number that is a different one after the content of a field has changed.
    pub(in crate::desk) fn revision(&self, field: Field) -> u32 {
        self.revisions.0.get(field as usize).copied().unwrap_or_default()
    }

    /// The content of a field that is no secret.
    #[must_use]
    pub fn plain(&self, field: PlainField) -> &str {
        // EXPOSE: every field is stored alike; this one is shown in clear where it was typed.
        self.entry(field.into()).expose()
    }

    /// Puts a text into a field, and forgets what was read from its previous content.
    pub(in crate::desk) fn enter(&mut self, field: Field, text: Secret) -> Effect {
        if self.entry(field).same_as(&text) {
            return Effect::Unchanged;
        }
        if let Some(place) = self.entries.0.get_mut(field as usize) {
            *place = text;
        }
        if let Some(revision) = self.revisions.0.get_mut(field as usize) {
            *revision += 1;
        }
        self.readings.forget(field);
        Effect::Changed
    }

    /// Calls a function on each text that somebody entered, always in the same order, and forgets what was read from them.
    pub(in crate::desk) fn each_text(&mut self, each: &mut dyn FnMut(&mut Secret)) {
        self.readings = Readings::default();
        self.entries.0.iter_mut().for_each(&mut *each);
        self.fixes.iter_mut().flat_map(|fix| &mut fix.fields).for_each(|(_, text)| each(text));
    }

    /// Puts a text that was typed or pasted into a field: a code or a response is dated `now`, in milliseconds of the
    /// Unix epoch, and an earlier fix in that field can no longer be undone.
    pub(in crate::desk) fn type_into(&mut self, field: Field, text: Secret, now: u64) -> Effect {
        let refused = self.refused.take();
        // A fix can no longer be undone once somebody goes on typing there.
        self.fixes.retain(|fix| !fix.has(field));
        let has_same_code = field == Field::Landed && is_same_code(self.entry(field), &text);
        if self.enter(field, text) == Effect::Unchanged {
            return Effect::changed_if(refused.is_some());
        }
        if matches!(field, Field::Landed | Field::Code) {
            self.used_codes.came_anew();
        }
        match field {
            Field::Landed => {
                self.landed_here = false;
                if !has_same_code {
                    self.code_pkce = self.pkce;
                }
                // The same code is not a younger one.
                self.code_at = self.code_at.filter(|_| has_same_code).or(Some(now));
            }
            Field::Answer => self.answer_at = Some(now),
            _ => {}
        }
        Effect::Changed
    }

    /// Learns which inputs the product has: each with its name, and whether it is a secret. What was entered or kept under
    /// a name is in the field of that name then.
    pub(in crate::desk) fn learn_inputs<'n>(&mut self, inputs: impl Iterator<Item = (&'n str, bool)>) {
        let inputs: Vec<InputSlot> =
            inputs.map(|(name, is_secret)| InputSlot { name: name.to_owned(), is_secret }).collect();
        if self.inputs != inputs {
            let known: Vec<(String, Secret)> =
                self.inputs().map(|(name, field)| (name.to_owned(), self.entry(field).clone())).collect();
            for field in Field::INPUTS {
                self.enter(field, Secret::EMPTY);
            }
            self.inputs = inputs;
            for (name, text) in known {
                self.enter_input(&name, text);
            }
        }
        let kept = core::mem::take(&mut self.kept_inputs);
        for (name, text) in &kept {
            self.enter_input(name, Secret::new(text.as_str()));
        }
    }

    /// Takes over what does not depend on the app.
    pub(in crate::desk) fn share(&mut self, other: &Session) {
        self.inputs.clone_from(&other.inputs);
        let fixed =
            [Field::AccountId, Field::RedirectUrl, Field::EventUrl, Field::AuthorizeEndpoint, Field::TokenEndpoint];
        for field in fixed.into_iter().chain(Field::INPUTS).filter(|field| !other.entry(*field).is_empty()) {
            self.enter(field, other.entry(field).clone());
        }
    }

    /// Puts a text into the field of an input, if there is one and it is empty; a secret is never kept.
    fn enter_input(&mut self, name: &str, text: Secret) {
        let field = self.inputs().find(|(known, _)| *known == name).map(|(_, field)| field);
        if let Some(field) = field.filter(|field| self.entry(*field).is_empty()) {
            self.enter(field, text);
        }
    }

    /// The inputs of the product by name, each with its field.
    pub(in crate::desk) fn inputs(&self) -> impl Iterator<Item = (&str, Field)> {
        self.inputs.iter().zip(Field::INPUTS).map(|(slot, field)| (slot.name.as_str(), field))
    }

    /// Whether a field is masked while it is typed.
    #[must_use]
    pub fn is_masked(&self, field: Field) -> bool {
        let slot = field.input().and_then(|at| self.inputs.get(at));
        field.is_masked() || slot.is_some_and(|slot| slot.is_secret)
    }

    /// Whether the same is entered in another one, and it has the same random values.
    pub(in crate::desk) fn is_entered_alike(&self, other: &Session) -> bool {
        let is_same_seed = match (&self.seed, &other.seed) {
            (Some(one), Some(other)) => one.state.secret().same_as(other.state.secret()),
            (one, other) => one.is_none() && other.is_none(),
        };
        is_same_seed && self.entries.0.iter().zip(&other.entries.0).all(|(one, other)| one.same_as(other))
    }

    /// Whether more was pasted into that field than is read.
    #[must_use]
    pub fn is_refused(&self, field: Field) -> bool {
        self.refused == Some(field)
    }

    /// Restores what the tab kept, where nothing was entered since.
    pub(in crate::desk) fn take_up(&mut self, kept: Session) {
        for (field, text) in Field::VARIANTS.iter().zip(kept.entries.0) {
            if self.entry(*field).is_empty() {
                self.enter(*field, text);
            }
        }
        for (name, text) in &kept.kept_inputs {
            if self.inputs.is_empty() {
                self.kept_inputs.insert(name, text.clone());
            } else {
                self.enter_input(name, Secret::new(text.as_str()));
            }
        }
        if self.ticks.is_empty() {
            self.ticks = kept.ticks;
        }
        if self.sets.is_empty() {
            self.sets = kept.sets;
        }
        if self.checked_scopes.is_empty() {
            self.checked_scopes = kept.checked_scopes;
        }
        self.app = self.app.or(kept.app);
        self.authentication = self.authentication.or(kept.authentication);
        self.fingerprint = self.fingerprint.take().or(kept.fingerprint);
    }

    /// Whether the last fix was in that field and can be undone.
    #[must_use]
    pub fn can_undo(&self, field: Field) -> bool {
        self.fixes.last().is_some_and(|fix| fix.has(field))
    }

    /// Whether a line of a step is checked off.
    #[must_use]
    pub fn is_ticked(&self, step: Step, line: &str) -> bool {
        self.ticks.contains(&tick_name(step, line))
    }

    /// Whether a step was folded or unfolded, by hand or by going on.
    #[must_use]
    pub fn fold(&self, step: Step) -> Option<bool> {
        self.folds.get(step as usize).copied().flatten()
    }

    /// Folds or unfolds a step.
    pub(in crate::desk) fn set_fold(&mut self, step: Step, open: bool) -> Effect {
        let fold = self.folds.get_mut(step as usize);
        Effect::changed_if(fold.is_some_and(|fold| fold.replace(open) != Some(open)))
    }

    /// Whether a masked value is shown.
    #[must_use]
    pub fn is_shown(&self, label: &str) -> bool {
        self.shown.iter().any(|shown| shown == label)
    }

    /// Whether PKCE is chosen.
    #[must_use]
    pub fn uses_pkce(&self) -> bool {
        self.pkce
    }

    /// Whether the code came automatically.
    #[must_use]
    pub fn landed_here(&self) -> bool {
        self.landed_here
    }

    /// Whether the full list of scopes is shown.
    #[must_use]
    pub fn shows_all_scopes(&self) -> bool {
        self.all_scopes
    }

    /// The state that this tab's authorization URL contains.
    #[must_use]
    pub fn state(&self) -> Option<&Secret> {
        self.seed.as_ref().map(|seed| seed.state.secret())
    }

    /// The code verifier, if PKCE is chosen.
    #[must_use]
    pub fn verifier(&self) -> Option<&CodeVerifier> {
        self.seed.as_ref().filter(|_| self.pkce).map(|seed| &seed.verifier)
    }

    /// Whether a set of scopes of that variant is selected.
    #[must_use]
    pub fn takes(&self, variant: &Variant, set: &str) -> bool {
        let Some(known) = variant.scopes.iter().find(|known| known.id == set) else { return false };
        let chosen = self.sets.get(set).copied();
        match known.choice {
            Choice::Always => true,
            Choice::On => chosen.unwrap_or(true),
            Choice::Off => chosen.unwrap_or(false),
            Choice::OneOf => {
                let rivals = || variant.scopes.iter().filter(|one| one.choice == Choice::OneOf);
                let taken = rivals().find(|one| self.sets.get(&one.id) == Some(&true));
                taken.or_else(|| rivals().next()).is_some_and(|one| one.id == set)
            }
        }
    }

    /// The granular scopes to select, in the order of the sets.
    #[must_use]
    pub fn scopes<'v>(&self, variant: &'v Variant) -> Vec<&'v str> {
        let sets = variant.scopes.iter().filter(|set| self.takes(variant, &set.id));
        sets.flat_map(|set| set.names.iter().map(String::as_str)).collect()
    }

    /// Whether there is anything to clear.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.0.iter().all(Secret::is_empty) && self.ticks.is_empty() && self.checked_scopes.is_empty()
    }
}

pub(in crate::desk) fn tick_name(step: Step, line: &str) -> String {
    format!("{}/{line}", step.list_name())
}

/// Adds a name to a list, or removes it.
pub(in crate::desk) fn list(names: &mut Vec<String>, name: String, listed: bool) -> Effect {
    match names.iter().position(|known| *known == name) {
        Some(place) if !listed => {
            names.remove(place);
        }
        None if listed => names.push(name),
        Some(_) | None => return Effect::Unchanged,
    }
    Effect::Changed
}
