//! The findings about the content of a field.

use crate::catalog::InputKind;
use crate::desk::tools::error_answer;
use crate::desk::{Desk, Field, Route, Tool, guide};
use crate::oauth::{PairEncoding, Secret};
use crate::reading::{
    Detail, Finding, FindingKind, InputShape, PairShape, ValueRole, ValueShape, endpoint_findings, input_findings,
    redirect_findings, two_value_findings, value_findings,
};

/// In characters: who copies by hand misses so many at most. What is shorter is a text of somebody's own.
const MOST_CUT: usize = 4;

/// What is known of the text of an input; nothing of a text, a choice or a secret, which may be anything.
#[must_use]
pub fn input_shape(kind: InputKind) -> Option<InputShape> {
    Some(match kind {
        InputKind::Host => InputShape::Host,
        InputKind::Site => InputShape::Site,
        InputKind::Url => InputShape::Url,
        InputKind::Word => InputShape::Word,
        InputKind::Port => InputShape::Port,
        InputKind::Email => InputShape::Email,
        InputKind::Text | InputKind::Choice | InputKind::Secret => return None,
    })
}

impl Desk {
    /// The findings about the content of a field; places are in that content.
    #[must_use]
    pub fn field_findings(&self, field: Field) -> Vec<Finding> {
        let mut found = self.findings_in_field(field);
        // Whatever else is wrong with a value is the reason why it is too long or too short.
        if found.is_empty() {
            found.extend(self.length_finding(field));
        }
        found
    }

    fn findings_in_field(&self, field: Field) -> Vec<Finding> {
        let session = self.session();
        // EXPOSE: the readers work on the text itself; nothing of it but a fix is in a finding.
        let text = session.entry(field).expose();
        if let Some(at) = self.lost_character(field) {
            return vec![Finding::at(FindingKind::LostCharacter, at)];
        }
        match field {
            Field::AuthorizeEndpoint
            | Field::TokenEndpoint
            | Field::RevocationEndpoint
            | Field::DeviceEndpoint
            | Field::CallAddress
            | Field::EventUrl => session.readings.of(field, (), || endpoint_findings(text)).to_vec(),
            Field::RedirectUrl => {
                let is_disputed = self.provider().is_some_and(|provider| provider.disputes_localhost);
                let mut found =
                    session.readings.of(field, is_disputed, || redirect_findings(text, is_disputed)).to_vec();
                if found.is_empty() && !text.is_empty() {
                    found.extend(self.redirect_hints(text));
                }
                found
            }
            Field::ClientId => {
                let mut found = self.value_findings(field);
                // If form-encoded, a colon is `%3A` and splits nothing (RFC 6749 §2.3.1).
                let is_raw = self.pair_encoding() == PairEncoding::Raw;
                // The colon of a label that was copied along is reported as part of the label.
                let label = found.iter().find(|finding| finding.kind == FindingKind::LabelIncluded);
                let behind = label.and_then(|label| label.span).map_or(0, |span| span.start + span.length);
                let colon = text.chars().skip(behind).position(|ch| ch == ':').map(|at| at + behind);
                // A message is more than one value; its colons are those of its labels.
                let is_message = found.iter().any(|finding| finding.kind == FindingKind::MessageInstead);
                if let Some(at) = colon.filter(|_| is_raw && !is_message) {
                    found.retain(|finding| finding.detail != Some(Detail::Character(':')));
                    found.push(Finding::at(FindingKind::ColonInIdentifier, at));
                }
                found.extend(self.beside(field, &[Field::AccountId]));
                found.extend(self.secret_finding(field));
                found.extend(guide::pair_finding(self, FindingKind::PairSameClientId));
                found
            }
            Field::ClientSecret => {
                let mut found = self.value_findings(field);
                found.extend(self.beside(field, &[Field::ClientId, Field::AccountId]));
                found.extend(guide::pair_finding(self, FindingKind::PairSameSecret));
                found
            }
            Field::Code => {
                let mut found = self.value_findings(field);
                if session.used_codes.is_again(session.entry(field)) {
                    found.push(Finding::whole(FindingKind::CodeUsedInCommand));
                }
                found
            }
            Field::SecretToken => {
                let mut found = self.value_findings(field);
                found.extend(self.secret_token_finding());
                found
            }
            Field::SecondClientId => {
                let mut found = self.value_findings(field);
                found.extend(self.beside(field, &[Field::ClientId]));
                found
            }
            Field::SecondClientSecret => {
                let mut found = self.value_findings(field);
                found.extend(self.beside(field, &[Field::SecondClientId, Field::ClientSecret, Field::ClientId]));
                found
            }
            Field::Input1
            | Field::Input2
            | Field::Input3
            | Field::Input4
            | Field::Input5
            | Field::Input6
            | Field::Input7
            | Field::Input8 => self.input_findings(field),
            Field::AccountId => {
                let mut found = self.value_findings(field);
                found.extend(self.secret_finding(field));
                found
            }
            Field::State => self.value_findings(field),
            Field::Error => error_answer::findings(self),
            // What is found in these stands in the view of their reader.
            Field::Landed
            | Field::Answer
            | Field::CallAnswer
            | Field::Header
            | Field::AuthorizeUrl
            | Field::Registered
            | Field::Requested
            | Field::Received
            | Field::Jwt
            | Field::Discovery
            | Field::PastedScopes
            | Field::NeededScopes
            | Field::Request
            | Field::Block
            | Field::Report => Vec::new(),
            // A lost character apart, anything may be entered here.
            Field::CodeVerifier | Field::Scopes | Field::Template | Field::BlockLines => Vec::new(),
        }
    }

    /// What is said of an input, by its kind. A text and a choice may be anything.
    fn input_findings(&self, field: Field) -> Vec<Finding> {
        let Some(kind) = self.input_facts(field).map(|input| input.kind) else { return Vec::new() };
        if kind == InputKind::Secret {
            return self.value_findings(field);
        }
        let Some(shape) = input_shape(kind) else { return Vec::new() };
        let session = self.session();
        // EXPOSE: the reader works on the text itself; nothing of it but a fix is in a finding.
        let read = || input_findings(session.entry(field).expose(), shape);
        session.readings.of(field, shape, read).to_vec()
    }

    /// What is said of a valid redirect URL: that the product has a different one, or that the provider may reject it.
    fn redirect_hints(&self, text: &str) -> Vec<Finding> {
        let offered = guide::offered_redirects(self);
        // What the product prescribes or shows is its own, whatever it looks like.
        if offered.iter().any(|url| url == text) || guide::redirect_from_product(self).is_some() {
            return Vec::new();
        }
        if !offered.is_empty() && guide::missing_for_redirects(self).is_empty() {
            return vec![Finding::whole(FindingKind::RedirectElsewhere)];
        }
        let wants_lowercase = self.provider().is_some_and(|provider| provider.lowercase_redirects);
        let at = |is: fn(char) -> bool, kind| Some(Finding::at(kind, text.chars().position(is)?));
        let capitals = at(|ch| ch.is_ascii_uppercase(), FindingKind::RedirectCapitals).filter(|_| wants_lowercase);
        capitals.into_iter().chain(at(|ch| ch == '?', FindingKind::RedirectQuery)).collect()
    }

    /// A value that is not as long as all samples: a few characters were cut off or added, or it is a different value.
    fn length_finding(&self, field: Field) -> Option<Finding> {
        let length = self.shape(field).length?;
        // EXPOSE: only its length is used.
        let count = self.session().entry(field).expose().chars().count();
        let others = [Field::ClientId, Field::ClientSecret].map(|other| self.shape(other).length);
        let is_like = count.abs_diff(length) <= MOST_CUT || others.contains(&Some(count));
        (count != length && is_like).then(|| Finding::whole(FindingKind::LengthUnusual).naming(Detail::Count(count)))
    }

    /// The Secret Token is taken for the client secret, or the other way round.
    fn secret_token_finding(&self) -> Option<Finding> {
        let (token, secret) = (Field::SecretToken, Field::ClientSecret);
        let is_same =
            |other: &Field| self.two_fields(token, *other).iter().any(|one| one.kind == FindingKind::SameValueTwice);
        if is_same(&secret) {
            return Some(Finding::whole(FindingKind::SecretTokenIsClientSecret));
        }
        if [Field::ClientId, Field::AccountId, Field::SecondClientSecret].iter().any(is_same) {
            return Some(Finding::whole(FindingKind::SameValueTwice));
        }
        let length = self.shape(secret).length?;
        // EXPOSE: only their lengths are used.
        let count = |field: Field| self.session().entry(field).expose().trim().chars().count();
        let is_swapped = count(token) == length && count(secret) > 0 && count(secret) != length;
        is_swapped.then(|| Finding::whole(FindingKind::SecretTokenMaybeSwapped))
    }

    /// A value as long as a secret in a field that does not mask it, while the field that does is empty.
    fn secret_finding(&self, field: Field) -> Option<Finding> {
        let secret = Field::ClientSecret;
        let is_wanted = self.asks_for(field) && self.asks_for(secret) && !self.session().is_filled(secret);
        let length =
            self.shape(secret).length.filter(|length| is_wanted && self.shape(field).length != Some(*length))?;
        // EXPOSE: only its length and its kind of characters are used.
        let text = self.session().entry(field).expose().trim();
        let is_like_secret = text.chars().count() == length && text.chars().all(|ch| ch.is_ascii_alphanumeric());
        is_like_secret.then(|| Finding::whole(FindingKind::SecretInstead))
    }

    fn value_findings(&self, field: Field) -> Vec<Finding> {
        let (session, shape) = (self.session(), self.shape(field));
        // EXPOSE: the reader works on the text itself; nothing of it but a fix is in a finding.
        let read = || value_findings(session.entry(field).expose(), &shape);
        session.readings.of(field, shape, read).to_vec()
    }

    /// That more was pasted into a field than is read, so that it keeps its previous content.
    #[must_use]
    pub fn field_refusal(&self, field: Field) -> Option<Finding> {
        self.session().is_refused(field).then(|| Finding::whole(FindingKind::TextTooLong))
    }

    /// What the provider's values look like, as far as samples show it.
    pub(in crate::desk) fn shape(&self, field: Field) -> ValueShape {
        let known = self.provider().and_then(|provider| provider.values.as_ref());
        let (role, length) = match field {
            Field::ClientId | Field::SecondClientId => (ValueRole::Identifier, known.and_then(|known| known.client_id)),
            Field::ClientSecret | Field::SecondClientSecret => {
                (ValueRole::Secret, known.and_then(|known| known.client_secret))
            }
            Field::SecretToken => (ValueRole::Secret, None),
            Field::AccountId => (ValueRole::Account, known.and_then(|known| known.account_id)),
            _ => return ValueShape::default(),
        };
        let plain_alphabet = known.is_some_and(|known| known.plain_alphabet);
        ValueShape { role, length: length.and_then(|length| usize::try_from(length).ok()), plain_alphabet }
    }

    /// The shapes of the two values in a header.
    #[must_use]
    pub fn pair_shape(&self) -> PairShape {
        PairShape { identifier: self.shape(Field::ClientId), secret: self.shape(Field::ClientSecret) }
    }

    /// The findings about a value compared with the others that this view asks for.
    fn beside(&self, field: Field, others: &[Field]) -> Option<Finding> {
        let found = |other: &Field| self.two_fields(field, *other).into_iter().next();
        others.iter().filter(|other| self.asks_for(**other)).find_map(found)
    }

    fn two_fields(&self, one: Field, other: Field) -> Vec<Finding> {
        let text = |field| -> &Secret { self.session().entry(field) };
        // EXPOSE: compared with each other; nothing of them is kept.
        two_value_findings((text(one).expose(), &self.shape(one)), (text(other).expose(), &self.shape(other)))
    }

    pub(super) fn asks_for(&self, field: Field) -> bool {
        match &self.route {
            Route::Tool(Tool::Values) => true,
            Route::Tool(_) => field != Field::AccountId,
            _ => field != Field::AccountId || self.variant().is_some_and(crate::catalog::Variant::has_account_id),
        }
    }

    /// The other field that a finding about two values is about.
    pub(in crate::desk) fn like(&self, field: Field, kind: FindingKind) -> Option<Field> {
        if kind == FindingKind::SecretTokenMaybeSwapped {
            return Some(if field == Field::SecretToken { Field::ClientSecret } else { Field::SecretToken });
        }
        if kind == FindingKind::SecretInstead {
            return Some(Field::ClientSecret);
        }
        if !matches!(kind, FindingKind::MaybeSwapped | FindingKind::SameValueTwice) {
            return None;
        }
        let is_like = |other: &Field| {
            *other != field
                && self.asks_for(*other)
                && self.two_fields(field, *other).iter().any(|finding| finding.kind == kind)
        };
        let first = [Field::ClientId, Field::ClientSecret, Field::AccountId];
        let second = [Field::SecondClientId, Field::SecondClientSecret];
        // The values of the first app are not compared with those of the second one.
        let others = if second.contains(&field) { second.into_iter().chain(first).collect() } else { first.to_vec() };
        others.into_iter().find(is_like)
    }
}
