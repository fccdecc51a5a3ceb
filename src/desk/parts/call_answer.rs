//! What the test call printed.

use crate::desk::{Desk, Field, PlainField};
use crate::oauth::Secret;
use crate::reading::{ApiAnswer, ApiFact, Finding, UserPlan, api_answer};
use crate::texts::Text;

/// The response to the test call, and the findings about it.
#[derive(Clone, Debug)]
pub struct CallView {
    /// The findings about it.
    pub findings: Vec<Finding>,
    /// The facts in it.
    pub facts: Vec<CallFact>,
}

/// A fact in the response.
#[derive(Clone, Debug)]
pub struct CallFact {
    /// What it is.
    pub name: Text,
    /// Its value; it can be an email address.
    pub value: Secret,
}

impl Desk {
    /// What the pasted response to the test call says; `None` while the field is empty.
    #[must_use]
    pub fn call_view(&self) -> Option<CallView> {
        let answer = self.call_answer()?;
        let facts = answer.facts.into_iter().map(|fact| self.call_fact(fact)).collect();
        Some(CallView { findings: answer.findings, facts })
    }

    pub(in crate::desk) fn call_answer(&self) -> Option<ApiAnswer> {
        let pasted = self.session().entry(Field::CallAnswer);
        let account = Some(self.session().plain(PlainField::AccountId)).filter(|account| !account.is_empty());
        // EXPOSE: the reader works on the pasted text itself; what it returns contains personal data as secrets.
        (!pasted.is_empty()).then(|| api_answer(pasted.expose(), account))
    }

    fn call_fact(&self, fact: ApiFact) -> CallFact {
        let say = |text: Text| Secret::new(self.texts.say(text));
        let (name, value) = match fact {
            ApiFact::UserId(id) => (Text::CallUserId, id),
            ApiFact::Email(address) => (Text::CallEmail, address),
            ApiFact::AccountId(id) => (Text::FieldAccountId, id),
            ApiFact::RoleName(name) => (Text::CallRole, name),
            ApiFact::Plan(UserPlan::Basic) => (Text::CallPlan, say(Text::PlanBasic)),
            ApiFact::Plan(UserPlan::Licensed) => (Text::CallPlan, say(Text::PlanLicensed)),
            ApiFact::Plan(UserPlan::Unassigned) => (Text::CallPlan, say(Text::PlanUnassigned)),
            ApiFact::Users(count) => (Text::CallUsers, Secret::new(count.to_string())),
            ApiFact::Meetings(count) => (Text::CallMeetings, Secret::new(count.to_string())),
        };
        CallFact { name, value }
    }
}
