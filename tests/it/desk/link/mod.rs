//! Links for a colleague.

mod arriving;
mod making;
mod qr_code;
mod reading;
mod secrecy;

use authdesk::desk::link::{LinkView, link_view};
use authdesk::desk::{Desk, LinkAction, LinkKey};
use authdesk::oauth::Secret;

use super::person::Person;

/// Where the page is hosted, in these tests.
pub const HERE: &str = "https://authdesk.example/";

pub fn key(name: &str) -> LinkKey {
    use authdesk::desk::LinkName;
    match name.strip_prefix("input.") {
        Some(input) => LinkKey::Input(input.to_owned()),
        None => LinkKey::Name(name.parse::<LinkName>().unwrap()),
    }
}

/// What a link to this view would contain.
#[track_caller]
pub fn view(desk: &Desk) -> LinkView {
    link_view(desk, HERE).unwrap()
}

/// The fragment of the link that is shown.
#[track_caller]
pub fn fragment(desk: &Desk) -> String {
    // EXPOSE: the tests compare it.
    let url = view(desk).url.expose().to_owned();
    url.strip_prefix(HERE).unwrap().to_owned()
}

impl Person {
    pub fn unfolds_link(&mut self) {
        self.does(LinkAction::Unfolded(true));
    }

    pub fn selects_value(&mut self, name: &str, selected: bool) {
        self.does(LinkAction::SelectedValue { key: key(name), selected });
    }

    /// At the view of a link, as the page does it: the view first, what the link brings as soon as it can be read.
    pub fn opening(link: &str) -> Person {
        let mut person = Person::at(link);
        person.reads_link(link);
        person
    }

    pub fn reads_link(&mut self, link: &str) {
        self.does(LinkAction::Arrived(Secret::new(link)));
        self.fetches();
    }
}
