//! Everything that can happen to the desk.

use std::rc::Rc;

use super::{ChooserFiles, ErrorFiles, Field, Lazy, NotRead, RequestKind, Resource, Route, Step, Tool};
use crate::catalog::{Guide, Index, Provider, ProviderProse, ScopeTable};
use crate::commands::Format;
use crate::oauth::Secret;
use crate::reading::{Finding, PastedKind};
use crate::texts::{FindingTexts, Language, Texts};

/// Something that happened: a person did it, or the browser reported it.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address bar shows a different view.
    Went(Route),
    /// A language was chosen.
    ChoseLanguage(Language),
    /// Its sentences arrived.
    TextsArrived(Rc<Texts>),
    /// The lazy part of the program is loaded.
    Completed(Lazy),
    /// What the findings say arrived.
    FindingTextsArrived(Rc<FindingTexts>),
    /// How this page keeps secrets arrived, paragraph by paragraph.
    SecretsArrived(Language, Rc<Vec<String>>),
    /// The list of products arrived.
    IndexArrived(Rc<Index>),
    /// The provider that the tools use where nothing else is entered arrived.
    ProviderArrived(Rc<Provider>),
    /// What that provider says of itself arrived, in that language.
    ProviderProseArrived(Language, Rc<ProviderProse>),
    /// The scopes of that provider arrived.
    ScopesArrived(Rc<ScopeTable>),
    /// A product's files arrived, in the language that was requested.
    GuideArrived {
        /// The product.
        id: String,
        /// The language of its sentences.
        language: Language,
        /// All of it.
        guide: Rc<Guide>,
    },
    /// The provider's error responses arrived.
    ErrorsArrived(Language, Rc<ErrorFiles>),
    /// The provider's questions that tell its app types apart arrived.
    ChooserArrived(Language, Rc<ChooserFiles>),
    /// The questions about the app type are answered so far: all answers, from the first question on.
    Answered(Vec<String>),
    /// The page is shown again as it was left, by the browser's way back.
    CameBack,
    /// The page's own URL has a query, which only the lazy part of the program can read.
    LandingWaits,
    /// A file did not arrive, not yet, or could not be used.
    Failed {
        /// What it is needed for.
        wanted: Resource,
        /// The [`Desk::attempt`](super::Desk::attempt) that requested it.
        attempt: u32,
        /// The file.
        not_read: NotRead,
    },
    /// The failed files are requested again.
    TriedAgain,
    /// A text was typed or pasted.
    Typed(Field, Secret),
    /// A tool was opened with texts to read, by a button of a different view.
    Opened {
        /// The tool.
        tool: Tool,
        /// What its fields contain from then on.
        entries: Vec<(Field, Secret)>,
    },
    /// Something was typed or pasted into the box for anything.
    TypedAnything(Secret),
    /// The content of that box is to be read as this.
    ReadAs(PastedKind),
    /// A part of what a reader shows is to be read by its own reader.
    WentOn(PastedKind, Secret),
    /// A field's text was fixed.
    Mended(Field, Finding),
    /// The last fix was undone.
    Unmended,
    /// A search was typed.
    Searched(String),
    /// The checkbox of a step's line was selected or cleared.
    Ticked {
        /// The line's name in the variant's list.
        line: String,
        /// The step it belongs to.
        step: Step,
        /// Selected or cleared.
        ticked: bool,
    },
    /// A set of scopes was selected or left out.
    ChoseScopeSet {
        /// The set.
        set: String,
        /// Selected or left out.
        chosen: bool,
    },
    /// The full list of scopes was opened or closed.
    ChoseAllScopes(bool),
    /// A step was folded or unfolded.
    Folded {
        /// The step.
        step: Step,
        /// Unfolded or folded.
        open: bool,
    },
    /// This step is finished with; on to the next.
    Continued(Step),
    /// A masked value was shown or hidden; the name is the field's or the value's.
    Showed {
        /// Its label.
        label: String,
        /// Shown or hidden.
        shown: bool,
    },
    /// PKCE was chosen or not.
    ChosePkce(bool),
    /// The format of commands was chosen.
    ChoseFormat(Format),
    /// The `User-Agent` of the browser, which names the system that commands are run on.
    SystemRead(String),
    /// What the token request tool requests was chosen.
    ChoseRequest(RequestKind),
    /// One command is to do all of it, or each step is to be one.
    ChoseWhole(bool),
    /// The secrets that were typed are to be written into commands, or left out.
    WroteSecrets(bool),
    /// Whether the client of the token request tool has a secret was chosen.
    ChosePublic(bool),
    /// Fresh randomness for the state and the code verifier.
    Seeded {
        /// For the state.
        state: [u8; 16],
        /// For the code verifier.
        verifier: [u8; 32],
    },
    /// The authorization URL was opened.
    OpenedAuthorizeUrl,
    /// The page was the redirect URL: its own URL came with a query.
    Landed {
        /// The whole URL.
        address: Secret,
        /// The view from which the authorization URL was opened in this tab, if it was.
        from: Option<Route>,
    },
    /// A different tab landed and hands over its returned URL.
    TookOver(Secret),
    /// The tab that began took over the returned URL.
    HandedOver,
    /// What a tab kept over a reload.
    Restored(Vec<super::Kept>),
    /// A value was copied, or the browser refused.
    Copied {
        /// The label of what was copied.
        label: String,
        /// Whether the browser did it.
        done: bool,
    },
    /// The command with the code in it was copied.
    CopiedCommand,
    /// The time, in milliseconds of the Unix epoch.
    ClockRead(u64),
    /// How many minutes this computer's clock is ahead of UTC, or behind it if that is negative.
    ZoneRead(i32),
    /// Everything entered is to be cleared.
    Cleared,
    /// The second of two identical installations begins.
    BeganSecond,
}
