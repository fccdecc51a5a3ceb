//! How a finding is fixed, with all that is known in this view.

use crate::desk::tools::read_authorize_url;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, Reader, mended, mended_authorize_url, mended_redirect};

impl Desk {
    /// The fields that a fix changes, and their new texts; empty where it would be a guess.
    #[must_use]
    pub fn mended(&self, field: Field, finding: &Finding) -> Vec<(Field, Secret)> {
        if finding.kind == FindingKind::MaybeSwapped && field.reader() == Reader::Value {
            let entry = |field| self.session().entry(field).clone();
            let swapped = self.like(field, finding.kind).map(|other| [(field, entry(other)), (other, entry(field))]);
            return swapped.into_iter().flatten().collect();
        }
        self.mended_text(field, finding).map(|text| (field, Secret::new(text))).into_iter().collect()
    }

    fn mended_text(&self, field: Field, finding: &Finding) -> Option<String> {
        // EXPOSE: the fix works on the text itself; the result goes back into the same field.
        let text = self.session().entry(field).expose();
        let by_what_is_known = match field {
            Field::AuthorizeUrl => {
                read_authorize_url::with_habits(self, |habits| mended_authorize_url(finding, text, habits))
            }
            Field::Requested => mended_redirect(finding, text, self.session().entry(Field::Registered).expose()),
            _ => None,
        };
        by_what_is_known.or_else(|| mended(field.reader(), finding, text))
    }
}
