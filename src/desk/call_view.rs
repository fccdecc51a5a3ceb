//! What the first call with a token printed.

use super::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{ApiAnswer, ApiFact, Finding, UserPlan, api_answer};
use crate::texts::Text;

/// The answer to the first call, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct CallView {
    /// What is to be said of it.
    pub findings: Vec<Finding>,
    /// What it tells.
    pub facts: Vec<CallFact>,
}

/// Something that the answer tells.
#[derive(Clone, Debug)]
pub struct CallFact {
    /// What it is.
    pub name: Text,
    /// The rest; it can be a person's address.
    pub value: Secret,
}

impl Desk {
    /// What the pasted answer to the first call says; nothing while the field is empty.
    #[must_use]
    pub fn call_view(&self) -> Option<CallView> {
        let answer = self.call_answer()?;
        let facts = answer.facts.into_iter().map(|fact| self.call_fact(fact)).collect();
        Some(CallView { findings: answer.findings, facts })
    }

    pub(super) fn call_answer(&self) -> Option<ApiAnswer> {
        let pasted = self.work().entry(Field::CallAnswer);
        let account = Some(self.work().plain(Field::AccountId)).filter(|account| !account.is_empty());
        // EXPOSE: the reader works on the pasted text itself; what it returns holds what is personal as secrets.
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
