//! Everything that can happen to the desk.
//!
//! Each subject has actions of its own, and a file of `update` that handles all of them in one `match`. What is below
//! [`EnterAction`] is handled by the lazy part of the program, everything else by the first part.

use core::any::Any;
use std::rc::Rc;

use super::card::{CardFiles, CardList, Place, Way};
use super::parts::host::HostResponses;
use super::{
    About, AppFilter, ChooserFiles, ErrorFiles, Field, Installation, Kept, Lazy, LinkKey, LoadedGuide, NotRead,
    ProductPart, RequestKind, Resource, Route, Step, StringKind, Tool,
};
use crate::blocks::BlockFormat;
use crate::catalog::{Card, ClientAuthentication, Index, Local, Provider, ProviderProse, ScopeTable, SearchWords};
use crate::commands::Format;
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, Gathered, PastedKind};
use crate::texts::{FindingTexts, Language, LaterTexts, Texts};

/// Something that happened: a person did it, or the browser reported it.
#[derive(Clone, Debug)]
pub enum Action {
    /// A different view or language is to be shown.
    View(ViewAction),
    /// A file arrived, or did not.
    File(FileAction),
    /// What the computer's clock says was read.
    Clock(ClockAction),
    /// How commands are shown was chosen.
    Command(CommandAction),
    /// What is entered for a product or for the tools, as a whole.
    Session(SessionAction),
    /// Something was typed or pasted into the box for anything.
    TypedAnything(Secret),
    /// A file was dropped or chosen.
    Picked {
        /// Its name.
        name: String,
        /// Its length in bytes.
        size: f64,
        /// The id of the element that its text goes into.
        onto: String,
        /// Whether others came with it, which are not read.
        has_others: bool,
    },
    /// The questions about the app type are answered so far: all answers, from the first question on.
    Answered(Vec<String>),
    /// A value was copied, or the browser rejected it.
    Copied {
        /// The label of what was copied.
        label: String,
        /// Whether the browser did it.
        done: bool,
    },
    /// Something happened in what is shown of the other installation of a pair.
    InOther(Box<Action>),
    /// Something was entered, or something was done with what is entered. Until the lazy part of the program is loaded,
    /// that is ignored.
    Enter(EnterAction),
}

/// A different view or language is to be shown.
#[derive(Clone, Debug)]
pub enum ViewAction {
    /// The address bar shows a different view.
    Went(Route),
    /// A language was chosen.
    ChoseLanguage(Language),
    /// A search was typed.
    Searched(String),
    /// The card of that product was pointed at or has the focus.
    Foresaw(String),
    /// Which products are to be listed was chosen.
    Filtered(AppFilter),
    /// All products are to be listed again.
    ListedAll,
    /// The page is shown again as it was left, by the browser's way back.
    CameBack,
    /// The page's own URL has a query, which only the lazy part of the program can read.
    LandingWaits,
}

/// A file arrived, or did not.
#[derive(Clone, Debug)]
pub enum FileAction {
    /// The lazy part of the program is loaded.
    Completed(Lazy),
    /// The sentences that the first part of the program says arrived in a language.
    TextsArrived(Rc<Texts>),
    /// Those that only its lazy part says arrived.
    LaterTextsArrived(Rc<LaterTexts>),
    /// What the findings say arrived.
    FindingTextsArrived(Rc<FindingTexts>),
    /// What each finding means and the examples arrived: the files of `finding_page`, which only the lazy part knows.
    FindingFilesArrived(Rc<dyn Any>),
    /// What is told about this page arrived, paragraph by paragraph.
    AboutArrived(About, Language, Rc<Vec<String>>),
    /// The host of this page answered, or did not.
    HostAnswered(Rc<HostResponses>),
    /// The list of products arrived.
    IndexArrived(Rc<Index>),
    /// Which products the host has added arrived.
    LocalArrived(Rc<Local>),
    /// The facts of such a product arrived.
    AddedArrived(Rc<Card>),
    /// What products are found by arrived.
    WordsArrived(Rc<SearchWords>),
    /// The provider that the tools use where nothing else is entered arrived.
    ProviderArrived(Rc<Provider>),
    /// What that provider says of itself arrived, in that language.
    ProviderProseArrived(Language, Rc<ProviderProse>),
    /// The scopes of that provider arrived.
    ScopesArrived(Rc<ScopeTable>),
    /// A product's files arrived.
    GuideArrived(LoadedGuide),
    /// The providers that a card of one's own can be for arrived, with their sentences in that language.
    CardFilesArrived(Language, Rc<CardFiles>),
    /// The provider's error responses arrived.
    ErrorsArrived(Language, Rc<ErrorFiles>),
    /// The provider's questions that tell its app types apart arrived.
    ChooserArrived(Language, Rc<ChooserFiles>),
    /// A file did not arrive, not yet, or could not be used.
    Failed {
        /// What it is needed for.
        wanted: Resource,
        /// The [`Desk::attempt`](super::Desk::attempt) that requested it.
        attempt: u32,
        /// The file, and what is wrong with it.
        not_read: NotRead,
    },
    /// The failed files are requested again.
    TriedAgain,
}

/// What the computer's clock says was read.
#[derive(Clone, Debug)]
pub enum ClockAction {
    /// The time, in milliseconds of the Unix epoch.
    ClockRead(u64),
    /// How many minutes this computer's clock is ahead of UTC, or behind it if that is negative.
    ZoneRead(i32),
}

/// How commands are shown was chosen.
#[derive(Clone, Debug)]
pub enum CommandAction {
    /// The `User-Agent` of the browser, which names the system that commands are run on.
    SystemRead(String),
    /// The format of commands was chosen.
    ChoseFormat(Format),
    /// What the token request tool requests was chosen.
    ChoseRequest(RequestKind),
    /// One command is to do all of it, or each step is to be one.
    ChoseWhole(bool),
    /// The secrets that were typed are to be written into commands, or left out.
    WroteSecrets(bool),
}

/// What is entered for a product or for the tools, as a whole.
#[derive(Clone, Debug)]
pub enum SessionAction {
    /// Fresh randomness for the state and the code verifier.
    Seeded {
        /// 16 bytes for the state.
        state: [u8; 16],
        /// 32 bytes for the code verifier.
        verifier: [u8; 32],
    },
    /// What a tab kept over a reload.
    Restored(Vec<Kept>),
    /// The tab that began took over the returned URL.
    HandedOver,
    /// Everything entered is to be cleared.
    Cleared,
}

/// What is handled by the lazy part of the program.
#[derive(Clone, Debug)]
pub enum EnterAction {
    /// Something was entered into fields.
    Field(FieldAction),
    /// A text was fixed.
    Fix(FixAction),
    /// What was pasted is to be read.
    Reader(ReaderAction),
    /// Something was done in a guide.
    Guide(GuideAction),
    /// A code is requested, returned or used.
    Code(CodeAction),
    /// A link brought something, or one is created.
    Link(LinkAction),
    /// Fields are filled with what is made up, or emptied of it.
    MadeUp(MadeUpAction),
    /// What a discovery document says is used.
    Discovery(DiscoveryAction),
    /// What the tool for credential strings shows was chosen.
    String(StringAction),
    /// Something was done with a report for support.
    Report(ReportAction),
    /// Something was done where findings are explained.
    Finding(FindingAction),
    /// A card of one's own is made.
    Card(CardAction),
    /// A file that was dropped or chosen is read.
    Picked(PickedAction),
    /// What is entered is put aside while nobody can see the page, or comes back.
    Seal(SealAction),
}

/// Something was entered into fields.
#[derive(Clone, Debug)]
pub enum FieldAction {
    /// A text was typed or pasted.
    Typed(Field, Secret),
    /// A tool was opened with texts to read, by a button of a different view.
    Opened {
        /// The tool that is opened.
        tool: Tool,
        /// What its fields contain from then on.
        entries: Vec<(Field, Secret)>,
    },
    /// A masked value was shown or hidden; the name is the field's or the value's.
    Showed {
        /// Its label.
        label: String,
        /// Shown or hidden.
        shown: bool,
    },
}

/// A text was fixed.
#[derive(Clone, Debug)]
pub enum FixAction {
    /// A field's text was fixed.
    Fixed(Field, Finding),
    /// The last fix was undone.
    Undone,
    /// The content of the box for anything was fixed.
    FixedInBox(Finding),
    /// The last fix there was undone.
    UndoneInBox,
}

/// What was pasted is to be read.
#[derive(Clone, Debug)]
pub enum ReaderAction {
    /// The content of the box for anything is to be read as this.
    ReadAs(PastedKind),
    /// A part of what a reader shows is to be read by its own reader.
    WentOn(PastedKind, Secret),
}

/// Something was done in a guide.
#[derive(Clone, Debug)]
pub enum GuideAction {
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
        /// Its name in the product's file.
        set: String,
        /// Selected or left out.
        chosen: bool,
    },
    /// A scope was checked off, or is no longer.
    CheckedScope {
        /// Its name.
        name: String,
        /// Checked off or not.
        checked: bool,
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
    /// One of two identical installations is shown.
    ChoseInstallation(Installation),
    /// What was entered as the credentials of another app type are those of this one.
    TookCredentials,
}

/// A code is requested, returned or used.
#[derive(Clone, Debug)]
pub enum CodeAction {
    /// PKCE was chosen or not.
    ChosePkce(bool),
    /// How the client authenticates with the server was chosen.
    ChoseAuthentication(ClientAuthentication),
    /// The authorization URL was opened.
    OpenedAuthorizeUrl,
    /// The page was the redirect URL: its own URL came with a query.
    Landed {
        /// The whole URL.
        address: Secret,
        /// The view from which the authorization URL was opened in this tab, if it was.
        from: Option<Route>,
    },
    /// A different tab received the returned URL and hands it over.
    TookOver(Secret),
    /// The command with the code in it was copied.
    CopiedCommand,
}

/// A link brought something, or one is created.
#[derive(Clone, Debug)]
pub enum LinkAction {
    /// The address bar has this fragment, which may contain what no link must.
    Arrived(Secret),
    /// A value of the link that arrived was selected or left out.
    SelectedRow {
        /// What it is a value of.
        key: LinkKey,
        /// Selected or left out.
        selected: bool,
    },
    /// The selected values are to be entered.
    Used,
    /// Nothing of the link is to be entered.
    Dismissed,
    /// What a link from here would contain is to be shown, or no longer.
    Unfolded(bool),
    /// A value was selected for that link, or left out.
    SelectedValue {
        /// What it is a value of.
        key: LinkKey,
        /// Selected or left out.
        selected: bool,
    },
    /// That link is to open this step of the guide; none: its beginning.
    ChoseStep(Option<Step>),
}

/// A file that was dropped or chosen is read. The number is that of [`Desk::file_to_read`](super::Desk::file_to_read).
#[derive(Clone, Debug)]
pub enum PickedAction {
    /// So many bytes are read.
    ReadSoFar {
        /// Of which file.
        number: u32,
        /// How many.
        bytes: f64,
    },
    /// All of it is read.
    Gathered {
        /// Of which file.
        number: u32,
        /// What was taken of it.
        gathered: Gathered,
    },
    /// It is no text, or it cannot be read.
    Failed {
        /// Which file.
        number: u32,
    },
    /// It is not to be read any further.
    Stopped,
}

/// What is entered is put aside while nobody can see the page, or comes back.
#[derive(Clone, Debug)]
pub enum SealAction {
    /// The texts are encrypted, and are not needed any longer.
    Sealed {
        /// What was encrypted: [`sealed::texts`](super::sealed::texts). If that has changed since, nothing happens.
        texts: Secret,
        /// What it became. The desk keeps it, and knows nothing of it.
        vault: Rc<dyn Any>,
    },
    /// Somebody is there again.
    Wanted,
    /// The texts are decrypted.
    Unsealed(Secret),
    /// They cannot be decrypted.
    Lost,
}

/// Fields are filled with what is made up, or emptied of it.
#[derive(Clone, Copy, Debug)]
pub enum MadeUpAction {
    /// The empty fields of the view are filled.
    Filled,
    /// All made-up values are cleared.
    Cleared,
}

/// What a discovery document says is used.
#[derive(Clone, Debug)]
pub enum DiscoveryAction {
    /// Its values were entered.
    Took,
    /// One of its scopes was selected or left out.
    ChoseScope {
        /// The scope.
        name: String,
        /// Selected or left out.
        chosen: bool,
    },
    /// The guide for a server of one's own was opened with it.
    WentToGuide,
}

/// What the tool for credential strings shows was chosen.
#[derive(Clone, Debug)]
pub enum StringAction {
    /// The product of that id; none, if it is empty.
    ChoseProduct(String),
    /// The way to connect it.
    ChoseVariant(String),
    /// Its value or block; the first, if there is none.
    ChosePart(Option<ProductPart>),
    /// What is written without a product.
    ChoseKind(StringKind),
    /// The format in which a pasted text is read; the likeliest, if there is none.
    ChoseReading(Option<BlockFormat>),
    /// The template that is shown was taken as the admin's own, to be changed.
    EditedTemplate,
}

/// Something was done with a report for support.
#[derive(Clone, Debug)]
pub enum ReportAction {
    /// The report about this view was shown or hidden.
    Showed(bool),
    /// The last characters of the Client ID are to be in it, or not.
    ChoseEnds(bool),
    /// The guide that a report is about is to be opened: checked-off lines and choices of scopes as the report has them.
    /// Where others are there, the first time asks whether they are to be replaced, and the second time agrees.
    OpenedGuide,
}

/// Something was done where findings are explained.
#[derive(Clone, Debug)]
pub enum FindingAction {
    /// A search was typed.
    Searched(String),
    /// The example of a finding is to be read by its tool, or in the box for anything.
    OpenedExample(FindingKind),
}

/// A card of one's own is made.
#[derive(Clone, Debug)]
pub enum CardAction {
    /// The address bar has a link with a card: this fragment.
    Arrived(Secret),
    /// What the tab kept of a card.
    Restored(String),
    /// Files were pasted, dropped or opened: the name and the text of each.
    Opened(Vec<(String, Secret)>),
    /// The card that waits is to be opened.
    Taken,
    /// It is not to be opened, or the card in the form is not to be thrown away.
    Dismissed,
    /// A text was typed, or something was chosen.
    Typed {
        /// The id of the field.
        id: String,
        /// Where in the card its text goes.
        place: Place,
        /// How.
        way: Way,
        /// What is in the field now.
        text: Secret,
    },
    /// A row is to be added.
    Added {
        /// To this list.
        list: CardList,
        /// Which, where there is something to choose.
        choice: Option<String>,
    },
    /// A row is to be removed.
    Removed {
        /// From this list.
        list: CardList,
        /// Its place.
        at: usize,
    },
    /// A row is to be moved by one place.
    Moved {
        /// In this list.
        list: CardList,
        /// Its place.
        at: usize,
        /// Towards the beginning.
        up: bool,
    },
    /// The sentences of that language are to be in the form.
    ChoseLanguage(String),
    /// The files and the link are to be made.
    Finished,
    /// The card is to be thrown away, after a question if there is anything of one's own in it.
    AskedToDiscard,
    /// The card is to be thrown away.
    Discarded,
}

macro_rules! is_action {
    ($($subject:ident of $whole:ident::$variant:ident,)*) => {$(
        impl From<$subject> for $whole {
            fn from(action: $subject) -> $whole {
                $whole::$variant(action)
            }
        }
    )*};
    ($($subject:ident in the lazy part,)*) => {$(
        impl From<$subject> for Action {
            fn from(action: $subject) -> Action {
                Action::Enter(action.into())
            }
        }
    )*};
}

is_action! {
    ViewAction of Action::View,
    FileAction of Action::File,
    ClockAction of Action::Clock,
    CommandAction of Action::Command,
    SessionAction of Action::Session,
    EnterAction of Action::Enter,
    FieldAction of EnterAction::Field,
    FixAction of EnterAction::Fix,
    ReaderAction of EnterAction::Reader,
    GuideAction of EnterAction::Guide,
    CodeAction of EnterAction::Code,
    LinkAction of EnterAction::Link,
    MadeUpAction of EnterAction::MadeUp,
    DiscoveryAction of EnterAction::Discovery,
    StringAction of EnterAction::String,
    ReportAction of EnterAction::Report, FindingAction of EnterAction::Finding, CardAction of EnterAction::Card,
    PickedAction of EnterAction::Picked, SealAction of EnterAction::Seal,
}

is_action! {
    FieldAction in the lazy part,
    FixAction in the lazy part,
    ReaderAction in the lazy part,
    GuideAction in the lazy part,
    CodeAction in the lazy part,
    LinkAction in the lazy part,
    MadeUpAction in the lazy part,
    DiscoveryAction in the lazy part,
    StringAction in the lazy part,
    ReportAction in the lazy part, FindingAction in the lazy part, CardAction in the lazy part,
    PickedAction in the lazy part, SealAction in the lazy part,
}
