//! Somebody at the desk: does things, and gets the files of `www/` that the desk asks for, as on the page.

use std::fs;
use std::rc::Rc;

use authdesk::catalog::{File, Guide, Index};
use authdesk::desk::{
    Action, ClockAction, Desk, Field, FieldAction, FileAction, GuideAction, Lazy, LinkAction, LoadedGuide, Loading,
    NotRead, Reason, Resource, Route, SessionAction, Step, ViewAction, Waiting, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::Piece;
use authdesk::texts::Language;
use serde::de::DeserializeOwned;

pub const CLIENT_ID: &str = "bX3hG4UYSRyJWQ3zGn8otg";
pub const CLIENT_SECRET: &str = "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb";
pub const CODE: &str = "obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";

/// What the clock says first: 2024-02-29 23:59 UTC.
pub const START: u64 = 1_709_251_140_000;

/// The language besides English in which there is everything.
pub fn german() -> Language {
    Language::of_tag("de").unwrap()
}

/// The text of a file of `www/`.
pub fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub fn file<T: DeserializeOwned>(name: &str) -> T {
    File { name, text: &read(name) }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

/// What is told to the desk when every file of `www/` that it waits for has arrived.
#[track_caller]
pub fn loaded(mut loading: Loading) -> FileAction {
    loop {
        loading = match loading {
            Loading::Waits(waiting) => {
                let text = read(&waiting.file);
                waiting.arrived(&text).unwrap()
            }
            Loading::Done(action) => return action,
        };
    }
}

/// The first file of a resource, as it is waited for.
#[track_caller]
pub fn first_file(wanted: &Resource) -> Waiting {
    match wanted.clone().loading() {
        Some(Loading::Waits(waiting)) => waiting,
        _ => panic!("{wanted:?} has no file"),
    }
}

/// The pieces as one text, with what is marked in brackets.
pub fn written(pieces: &[Piece]) -> String {
    // EXPOSE: the tests compare the whole text.
    let one = |piece: &Piece| match piece.is_marked {
        true => format!("[{}]", piece.text.expose()),
        false => piece.text.expose().to_owned(),
    };
    pieces.iter().map(one).collect()
}

/// A desk that gets actions, one hour ahead of UTC; an action that changes nothing is ignored.
pub struct Person(pub Desk);

impl Person {
    /// At a view, with the program and every file that the view asks for.
    pub fn at(fragment: &str) -> Person {
        Person::speaking(Language::ENGLISH, fragment)
    }

    pub fn speaking(language: Language, fragment: &str) -> Person {
        let mut person = Person::first_at(language, fragment);
        person.does(FileAction::Completed(Lazy::all()));
        person.does(SessionAction::Seeded { state: [7; 16], verifier: [9; 32] });
        person.fetches();
        person
    }

    /// At a view of a product that is not in the catalog.
    pub fn at_guide(fragment: &str, guide: Guide) -> Person {
        let mut person = Person::first_at(Language::ENGLISH, fragment);
        person.does(FileAction::Completed(Lazy::all()));
        person.does(SessionAction::Seeded { state: [7; 16], verifier: [9; 32] });
        person.does(FileAction::IndexArrived(Rc::new(Person::index_with(&guide))));
        person.gets_guide(guide);
        person.fetches();
        person
    }

    fn index_with(guide: &Guide) -> Index {
        let id = &guide.product.id;
        let card = format!(r#"{{"id":"{id}","name":"{id}","vendor":"","category":"chat"}}"#);
        let text = format!(r#"{{"provider":"zoom","apps":{{}},"products":[{card}]}}"#);
        File { name: "index.json", text: &text }.read().unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// The files of a guide arrive.
    pub fn gets_guide(&mut self, guide: Guide) {
        let faults = guide.check().err().unwrap_or_default().into();
        let (id, language) = (guide.product.id.to_string(), self.0.language);
        self.does(FileAction::GuideArrived(LoadedGuide {
            id,
            language,
            guide: Rc::new(guide),
            untranslated: 0,
            faults,
        }));
    }

    /// At a view for which nothing has arrived, not even the lazy part of the program.
    pub fn first_at(language: Language, fragment: &str) -> Person {
        let mut person = Person(Desk::new(Route::parse(fragment), language));
        person.does(ClockAction::ClockRead(START));
        person.does(ClockAction::ZoneRead(60));
        person
    }

    /// Whether it changed anything.
    pub fn does(&mut self, action: impl Into<Action>) -> bool {
        let next = self.0.after(action);
        let changed = next.is_some();
        if let Some(next) = next {
            self.0 = next;
        }
        changed
    }

    /// What is requested because of it arrives.
    pub fn types(&mut self, field: Field, text: &str) -> bool {
        let changed = self.does(FieldAction::Typed(field, Secret::new(text)));
        self.fetches();
        changed
    }

    /// Checks off every line of a step.
    pub fn ticks(&mut self, step: Step) {
        let lines: Vec<String> = guide::lines(&self.0, step).iter().map(|line| line.name.to_owned()).collect();
        for line in lines {
            self.does(GuideAction::Ticked { line, step, ticked: true });
        }
    }

    /// Checks off every line of the steps that create the app.
    pub fn creates_the_app(&mut self) {
        for step in guide::steps(&self.0).into_iter().filter(|step| step.creates_app()) {
            self.ticks(step);
        }
    }

    /// Goes to a view. As on the page, what the address bar has is looked at as a link, too.
    pub fn goes(&mut self, fragment: &str) {
        self.does(ViewAction::Went(Route::parse(fragment)));
        self.does(LinkAction::Arrived(Secret::new(fragment)));
        self.fetches();
    }

    /// Everything that is requested arrives, and what is requested because of that.
    #[track_caller]
    pub fn fetches(&mut self) {
        for _ in 0..4 {
            for wanted in self.0.wanted() {
                self.gets(wanted);
            }
        }
        assert_eq!(self.0.wanted(), [], "what has arrived is not asked for again");
    }

    pub fn gets(&mut self, wanted: Resource) {
        assert!(match wanted.loading() {
            Some(loading) => self.does(loaded(loading)),
            None => self.does(FileAction::Completed(Lazy::all())),
        });
    }

    /// A file does not arrive.
    #[track_caller]
    pub fn misses(&mut self, wanted: Resource, reason: Reason) {
        let file = match wanted {
            Resource::Lazy => "lazy.wasm".to_owned(),
            _ => first_file(&wanted).file,
        };
        let attempt = self.0.attempt;
        assert!(self.does(FileAction::Failed { wanted, attempt, not_read: NotRead { file, reason } }));
    }

    /// The files that are said to be missing.
    pub fn missed(&self) -> Vec<&str> {
        self.0.failures().iter().map(|one| one.file.as_str()).collect()
    }

    /// The content of a field.
    pub fn entry(&self, field: Field) -> &str {
        self.0.session().entry(field).expose()
    }

    pub fn state(&self) -> String {
        // EXPOSE: a returned URL contains it.
        self.0.session().state().unwrap().expose().to_owned()
    }
}
