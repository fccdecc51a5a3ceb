//! What the form of the page makes, `make product` accepts.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use authdesk::desk::card::{CardList, draft, form};
use authdesk::desk::{CardAction, ClockAction, Desk, FileAction, Lazy, Loading, Route};
use authdesk::oauth::Secret;
use authdesk::texts::Language;
use authdesk_catalog::{Folder, check};

/// A desk at the form, with every file that it asks for.
fn desk() -> Desk {
    let mut desk = Desk::new(Route::parse("#/card"), Language::ENGLISH);
    does(&mut desk, ClockAction::ClockRead(1_764_500_000_000));
    does(&mut desk, FileAction::Completed(Lazy::all()));
    for _ in 0..3 {
        for wanted in desk.wanted() {
            let mut loading = wanted.loading().expect("a file");
            let action = loop {
                loading = match loading {
                    Loading::Waits(waiting) => {
                        let www = Folder::of_checkout().path("..");
                        let text = fs::read_to_string(www.join(&waiting.file)).unwrap();
                        waiting.arrived(&text).unwrap()
                    }
                    Loading::Done(action) => break action,
                };
            };
            does(&mut desk, action);
        }
    }
    desk
}

fn does(desk: &mut Desk, action: impl Into<authdesk::desk::Action>) {
    if let Some(next) = desk.after(action) {
        *desk = next;
    }
}

fn fills(desk: &mut Desk, id: &str, text: &str) {
    let id = format!("card-{id}");
    let sections = form(desk).expect("the form").sections.into_iter();
    let mut fields = sections.flat_map(|section| {
        let rows = section.lists.into_iter().flat_map(|list| list.rows);
        section.fields.into_iter().chain(rows.flat_map(|row| row.fields))
    });
    let field = fields.find(|field| field.id == id).unwrap_or_else(|| panic!("{id} is no field"));
    let text = Secret::new(text);
    does(desk, CardAction::Typed { id, place: field.place, way: field.way, text });
}

fn adds(desk: &mut Desk, list: CardList) {
    does(desk, CardAction::Added { list, choice: None });
}

#[test]
fn a_card_from_the_form_is_a_valid_product() {
    for (app, template) in [("server-to-server", "{account_id}"), ("general-user-managed", "https://{input_1}/")] {
        let mut desk = desk();
        fills(&mut desk, "app", app);
        for (id, text) in [
            ("name", "Room Booker 3000"),
            ("vendor", "Example Ltd"),
            ("summary", "You create an app in Zoom and enter its values in Room Booker."),
            ("place", "Admin > Connectors > Zoom"),
        ] {
            fills(&mut desk, id, text);
        }
        adds(&mut desk, CardList::Sources);
        fills(&mut desk, "source-0-title", "Room Booker: manual");
        fills(&mut desk, "source-0-url", "https://rooms.example.com/manual");
        if template.contains("input_1") {
            adds(&mut desk, CardList::Inputs);
            fills(&mut desk, "input-0-label", "Host");
            fills(&mut desk, "input-0-kind", "host");
            fills(&mut desk, "input-0-example", "rooms.example.com");
            fills(&mut desk, "redirect", "offered");
            fills(&mut desk, "offered", "https://{input_1}/callback");
        }
        for (at, (label, template)) in
            [("Account", template), ("Key", "{client_id}"), ("Key secret", "{client_secret}")].into_iter().enumerate()
        {
            adds(&mut desk, CardList::Values);
            fills(&mut desk, &format!("value-{at}-label"), label);
            fills(&mut desk, &format!("value-{at}-text"), template);
        }
        let form = form(&desk).expect("the form");
        assert_eq!((form.fault_count, form.without_source), (0, 0), "{app}: {form:?}");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("form-{app}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in draft(&desk).expect("a card").files() {
            fs::write(folder.join(name), text).unwrap();
        }
        match check(&folder.join("room-booker-3000.json")) {
            Ok(languages) => assert_eq!(languages, ["en"]),
            Err(found) => panic!("{app}: {}", found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
        }
    }
}
