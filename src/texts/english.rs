//! The English sentences, which are also the list of all there are.

macro_rules! texts {
    ($($name:ident = $english:literal;)+) => {
        /// A sentence of the page.
        #[allow(missing_docs, reason = "the English sentence says it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text { $($name,)+ }

        impl Text {
            /// Every sentence.
            pub const ALL: &'static [Text] = &[$(Text::$name,)+];

            /// It in English.
            #[must_use]
            pub fn english(self) -> &'static str {
                Text::sentences().nth(self as usize).unwrap_or_default()
            }

            /// All of them in English, in the order of [`Text::ALL`].
            pub(super) fn sentences() -> impl Iterator<Item = &'static str> {
                // One text and no table: a table of addresses costs each visitor as much as the sentences do.
                concat!($($english, "\n",)+).lines()
            }
        }
    };
}

texts! {
    // frame
    Title = "Authdesk";
    SkipToContent = "Skip to the content";
    NavMain = "Main";
    NavProducts = "Products";
    NavTools = "Tools";
    Seal = "Nothing leaves this page";
    LanguageLabel = "Language";
    FootSecrets = "How this page keeps secrets";
    FootIndependent = "Not affiliated with Zoom or the products named.";
    // loading
    Loading = "Loading …";
    NotLoadedTitle = "This guide is not there";
    NotLoaded = "This part of the page could not be loaded. What you typed is still here.";
    NotLoadedFile = "The file `{file}` did not arrive, or is not what it should be: {reason}";
    TryAgain = "Try again";
    NowhereTitle = "There is nothing here";
    NowhereText = "This link leads to no product and no tool of this page. Perhaps it was cut off.";
    NowhereBack = "All products";
    // start
    StartTitle = "Which product are you connecting to Zoom?";
    StartLead = "Pick it, follow the steps, and copy each value into the field it belongs in.";
    SearchProducts = "Search products";
    SearchHint = "Product or vendor";
    CardValues = "You get {values}";
    Minutes = "{minutes} min";
    FoundCount = "{count} products";
    FoundOne = "1 product";
    FoundNone = "No product here goes by “{query}”. If its guide speaks of OAuth, one of the tools may still help.";
    ClearSearch = "Show all products";
    // guide
    GuideTitle = "Connect {product} to {provider}";
    TagPair = "Redundant pair: do it twice";
    TagChecked = "Facts checked {month}";
    TagScopes = "{count} scopes";
    VariantsLabel = "Ways to connect";
    CorrectionsTitle = "What the vendor’s guide has wrong or out of date ({count})";
    ProgressLabel = "Step {step} of {count}";
    ProgressDone = "All {count} steps done";
    StepCreate = "Create the app in {provider}";
    StepCreateServer = "Register the client on the server";
    StepCredentials = "Copy the credentials from {provider}";
    StepCredentialsServer = "Enter the server’s addresses and the credentials";
    StepAuthorize = "Let {provider} authorize the app";
    StepAuthorizeServer = "Let the server authorize the client";
    StepCode = "Bring back the code";
    StepExchangeCode = "Exchange the code for a refresh token";
    StepExchange = "Ask for a token";
    StepTry = "Try the credentials (optional)";
    StepEnter = "Enter the values in {product}";
    StepEnterServer = "Use the values";
    StepTicked = "{done} of {count} done";
    StepDone = "done";
    NextStep = "Next: {step}";
    SureInferred = "inferred, not in a source";
    SureThirdParty = "from a third party";
    Sources = "Sources";
    SourceDate = "as of {date}";
    AppName = "App name";
    // scopes
    ScopesCount = "Scopes to tick: {count}";
    ScopesHint = "Search the picker for each name as it stands here.";
    ScopesGranular = "Today’s name (granular)";
    ScopesClassic = "In the vendor’s guide (classic)";
    ScopesClassicOnly = "Classic scopes of the vendor’s guide";
    ScopesClassicHint = "New apps offer granular names only, since early 2024 as a third party says.";
    ScopesClassicInferred = "The guide shows these only in pictures or in other words; the names are inferred.";
    ScopesAll = "Everything a migration of the classic scopes would grant ({count})";
    ScopesAllHint = "Safe but broad; worked out from Zoom’s two published lists. Take it only if the short list does not do.";
    ScopesName = "all scopes";
    // fields
    FieldAccountId = "Account ID";
    FieldClientId = "Client ID";
    FieldClientSecret = "Client Secret";
    FieldRedirectUrl = "Redirect URL";
    FieldLanded = "Address you landed on";
    FieldAnswer = "{provider}'s answer";
    FieldAnswerServer = "Server's answer";
    FieldState = "State";
    FieldCode = "Authorization code";
    FieldAuthorizeEndpoint = "Authorization endpoint";
    FieldTokenEndpoint = "Token endpoint";
    FieldScopes = "Scopes";
    FieldTemplate = "Template";
    HintLanded = "All of it, from https to the end. The code works once and not for long.";
    HintLandedMinutes = "All of it, from https to the end. The code works once and for {minutes} minutes.";
    HintAnswer = "Everything the command printed, from the first brace to the last.";
    HintEndpoint = "https, or http on this machine.";
    HintEndpointDefault = "Leave it empty for {provider}: `{address}`";
    HintScopes = "Separated by spaces; may stay empty.";
    HintState = "The state you sent, to compare; may stay empty.";
    HintRedirectOptional = "Exactly as in the authorize URL.";
    HintTemplate = "Empty stands for {default}. Names between braces are filled in: {names}";
    HintOwnPage = "This page can be the redirect URL itself; the code then passes its host’s log on the way.";
    UseThisPage = "Use this page";
    UsePkce = "Use PKCE";
    HintPkce = "Binds the code to this tab (RFC 7636, S256). The Client Secret is still needed.";
    Show = "Show {label}";
    Hide = "Hide {label}";
    CopyLabel = "Copy {label}";
    Copied = "Copied: {label}";
    CopyRefused = "The browser did not allow copying. Select {label} and copy it by hand.";
    Undo = "Undo";
    Findings = "Findings";
    AtPlace = "Character {place}.";
    // authorize
    AuthorizeText = "Open the address, sign in with the right account, and allow the app. Your browser then lands on your redirect URL; an error page there is no harm.";
    AuthorizeUrl = "Authorize URL";
    AuthorizeOpen = "Open authorize URL";
    AuthorizeNewTab = "opens in a new tab";
    AuthorizeParts = "Part by part";
    AuthorizeNeeds = "The authorize URL appears here once these are entered: {fields}.";
    PartEndpoint = "Endpoint";
    // code
    CodeText = "Your browser is now on the redirect URL. Copy the whole address from its address bar and paste it here.";
    CodeArrived = "This page was the redirect URL, so the code came by itself. It is no longer in the address bar.";
    CodeHandedOver = "The code has gone to the tab you came from. You can close this one.";
    CodeTimeLeft = "{time} left";
    CodeTimeOver = "The time is over";
    RefusedWith = "The server says `{error}`.";
    // commands
    CommandText = "{provider} wants this request from a program, not from a web page, and this page sends nothing. Run it in a terminal; it asks for the secret, so the secret stays out of your history.";
    CommandTextServer = "This page sends nothing. Run the request in a terminal; it asks for the secret, so the secret stays out of your history.";
    CommandFor = "For bash or zsh (Linux, macOS) with curl";
    CommandLabel = "Command";
    CopyCommand = "Copy command";
    CommandNeeds = "The command appears here once these are there: {fields}.";
    HeaderInstead = "Authorization header instead";
    HeaderLabel = "Authorization header";
    HeaderOther = "Other Authorization header";
    HeaderNeeds = "The header appears here once Client ID and Client Secret are entered.";
    HeaderRaw = "Identifier and secret as they are (RFC 7617), as Zoom wants it";
    HeaderEncoded = "Form-encoded first (RFC 6749, 2.3.1)";
    TryText = "The product asks for its tokens itself. With this command you see beforehand whether {provider} accepts the three values.";
    TryMayVoid = "Do this before the product is connected: some vendors say that a new token can void the one in use.";
    // answer
    AnswerScopes = "Granted scopes ({count})";
    AnswerApi = "API host for this account";
    AnswerReason = "Reason given";
    AccessToken = "Access Token";
    RefreshToken = "Refresh Token";
    // values
    ValuesFor = "Values for {product}";
    ValueWaits = "comes with step {step}";
    ValueOwn = "your own";
    ValueOptional = "optional";
    PairAgain = "Start the second app";
    PairAgainText = "The second installation needs its own app and its own values. This clears the credentials and the ticks, and keeps the redirect URL.";
    ClearEverything = "Clear everything";
    Cleared = "Everything you entered is gone.";
    SecretsHidden = "Secrets are masked again after five minutes without input.";
    KeptShort = "Secrets are never stored. A reload of the page forgets them.";
    // tools
    ToolsLead = "Each one alone, for any OAuth 2.0 server. Nothing you type leaves the page.";
    ToolBasicHeaderLead = "From Client ID and Client Secret to `Authorization: Basic …`";
    ToolAuthorizeUrlLead = "The address that asks a person for consent, part by part";
    ToolRedirect = "Read a redirect address";
    ToolRedirectLead = "The code, or the reason why there is none";
    ToolTokenRequest = "Token request";
    ToolTokenRequestLead = "As a command that runs in your terminal";
    ToolTokenAnswer = "Read a token answer";
    ToolTokenAnswerLead = "Tokens, lifetime and scopes, or what the error means";
    ToolCredentialString = "Credential string";
    ToolCredentialStringLead = "Several values joined for one field, such as `AccountID:ClientID`";
    CredentialStringNeeds = "Still missing: {fields}";
    TemplateNotClosed = "A brace is open: write `{{` for the sign itself.";
    TemplateNotOpened = "A brace closes that was not opened: write `}}` for the sign itself.";
    TemplateUnknown = "A name between braces is not known. Known are: {names}";
    GrantLabel = "Grant";
    GrantAuthorizationCode = "Exchange a code (authorization_code)";
    GrantRefreshToken = "Renew (refresh_token)";
    GrantAccountCredentials = "Server-to-Server (account_credentials)";
    GrantClientCredentials = "Client alone (client_credentials)";
    RefreshVoids = "This voids the refresh token that the product holds. Run it only if you can enter the new one there.";
    FieldRegistered = "Redirect URL registered with {provider}";
    FieldRequested = "Redirect URL that was sent";
    FieldReceived = "Address that came back";
    FieldError = "Error message";
    FieldJwt = "JSON Web Token";
    FieldPastedScopes = "Scopes you have";
    FieldRequest = "Command or request";
    // readers
    ToolAppType = "Which app is it?";
    ToolAppTypeLead = "Which kind of app you have, by what its page shows";
    ToolValues = "Check values";
    ToolValuesLead = "Account ID, Client ID and Client Secret: blanks, quotes, swapped values";
    ToolReadHeader = "Read an Authorization header";
    ToolReadHeaderLead = "What is in it, what is wrong with it, and the corrected header";
    ToolReadAuthorizeUrl = "Read an authorize URL";
    ToolReadAuthorizeUrlLead = "Its parameters, what is missing and what is too much";
    ToolCompareRedirects = "Compare redirect URLs";
    ToolCompareRedirectsLead = "Registered, sent and received, character by character";
    ToolErrorAnswer = "Explain an error";
    ToolErrorAnswerLead = "What it means, what causes it, and where it is mended";
    ToolJwt = "Read a JSON Web Token";
    ToolJwtLead = "Header, claims and times; shown, not verified";
    ToolScopes = "Compare scopes";
    ToolScopesLead = "What is missing, what is more than needed, classic and granular side by side";
    ToolRequest = "Read a command or a request";
    ToolRequestLead = "curl, PowerShell, raw HTTP or a HAR file: what it sends, and what is wrong with it";
    AtBeginning = "At the beginning.";
    AtEnd = "At the end.";
    BeforeIdentifier = "Before the Client ID.";
    BehindIdentifier = "After the Client ID, before the colon.";
    BeforeSecret = "After the colon, before the Client Secret.";
    BehindSecret = "After the Client Secret.";
    InsideIdentifier = "Inside the Client ID, character {place}.";
    InsideSecret = "Inside the Client Secret, character {place}.";
    BetweenBoth = "Between the two values.";
    HintHeader = "The whole line, only the part behind `Basic`, or the command that holds it.";
    HeaderCorrected = "Corrected header";
    HeaderHolds = "What the header holds";
    HeaderOtherForm = "The same values, joined the other way:";
    ToolsRead = "Read what you have";
    ToolsMake = "Make what you need";
    HintReadAuthorizeUrl = "The whole address, as a guide, a product or the address bar shows it.";
    ParametersTitle = "Parameters of the address";
    ParameterName = "Parameter";
    ParameterValue = "Value, decoded once";
    ParametersLeftOut = "{count} more parameters are not shown.";
    CompareOwnTitle = "Compare with your own values";
    HintCompareOwn = "Optional. What stands here is compared with the address.";
    HintRegistered = "Copy it from the app's settings; do not type it.";
    HintRequested = "The `redirect_uri` of the authorize URL, decoded, or what the product shows.";
    HintReceived = "The address bar after the consent. It may hold a code: what stands behind `?` is not shown again.";
    CompareNeedsTwo = "Enter two of the three to see in what they differ.";
    PairRegisteredRequested = "Registered and sent";
    PairRegisteredReceived = "Registered and received";
    PairRequestedReceived = "Sent and received";
    SideRegistered = "Registered";
    SideRequested = "Sent";
    SideReceived = "Received";
    NothingHere = "nothing here";
    LandingDiffers = "Your redirect URL and the address that came back, letter by letter:";
    ModesTitle = "What {provider} does with it";
    ModeSetting = "Setting of the app";
    ModeVerdict = "What happens";
    VerdictAccepted = "It is accepted";
    VerdictAcceptedReported = "It is reported to be accepted";
    VerdictRefused = "It is refused";
    VerdictRefusedReported = "It is reported to be refused";
    VerdictUnknown = "This is not documented";
    FieldNeededScopes = "Scopes you need";
    TimeNow = "now";
    InSeconds = "in {count} seconds";
    InMinutes = "in {count} minutes";
    InHours = "in {count} hours";
    InDays = "in {count} days";
    SecondsAgo = "{count} seconds ago";
    MinutesAgo = "{count} minutes ago";
    HoursAgo = "{count} hours ago";
    DaysAgo = "{count} days ago";
    MoreNames = "and {count} more";
    AnswerExpiry = "End of the Access Token";
    ExpiryFromToken = "The token itself says so; it is not verified.";
    ExpiryFromPaste = "Counted from the moment it was pasted here, so this is the latest it can be.";
    AnswerFromPerson = "A person’s consent: there is a refresh token.";
    AnswerFromClient = "The app for itself: there is no refresh token.";
    AnswerByAdmin = "Needed, and covered by the form for the account";
    ScopesMissingTitle = "Missing: tick these in {provider}";
    ScopesMissingName = "missing scopes";
    ScopesExtraTitle = "Granted, but not on the list";
    ScopesUnknownTitle = "Not in the table of scopes that this page has";
    ScopesCompareWith = "Compare with what you have";
    ReadTheToken = "Read the {label}";
    HintJwt = "The whole token, mostly from `eyJ` on; `Bearer` in front does no harm.";
    JwtHeader = "Header: shown, not verified";
    JwtClaims = "Claims: shown, not verified";
    ColumnName = "Name";
    ColumnValue = "Value";
    ClaimExpires = "expires";
    ClaimIssued = "issued";
    ClaimNotBefore = "not valid before";
    ClaimSignedIn = "signed in";
    HintPastedScopes = "A list in any form, a token answer, or an error that names scopes.";
    HintNeededScopes = "A list in any form; the button “{button}” of a guide fills it in.";
    ScopesNeedBoth = "What is missing appears here once both fields are filled.";
    ScopesNeededTable = "What you need, and whether you have it";
    ScopesGivenTable = "What you have";
    ColumnGranular = "Granular";
    ColumnClassic = "Classic";
    ColumnStanding = "Do you have it?";
    ColumnLevel = "For whom?";
    StandingGranted = "yes";
    StandingByClassic = "yes, by the classic `{name}`";
    StandingByGranular = "yes, by the granular names that replace it";
    StandingByAdmin = "yes, by `{name}`, the form for the account";
    StandingOtherLevel = "**missing**; `{name}` is of another level";
    StandingMissing = "**missing**";
    LevelUser = "the user";
    LevelAdmin = "the account";
    LevelMaster = "sub-accounts";
    ScopesOneOf = "One of these may be enough";
    ScopesOneOfClassic = "Classic, for an app that still has classic scopes";
    ScopesOneOfHad = "You have one of them: `{name}`";
    PasteLabel = "Anything to read";
    PasteTitle = "Stuck? Paste what you have";
    PasteText = "An address, an error, a header, scopes, a server’s answer or a command. The page says what it is and what is wrong with it.";
    PastedAs = "You pasted: **{kind}**";
    PastedSeveral = "This can be read in several ways.";
    PastedUnknown = "If it is one of these all the same:";
    PastedOther = "Read it as something else";
    PastedBack = "Back to what you pasted";
    ReadAs = "Read as {kind}";
    KindBase64 = "base64 text";
    KindClientPair = "Client ID and Client Secret";
    KindRedirectAddress = "redirect address";
    KindTokenAnswer = "token answer";
    KindCurl = "curl command";
    KindPowerShell = "PowerShell command";
    KindHttp = "HTTP request or answer";
    KindHar = "HAR recording";
    HintError = "The whole message: JSON, a line of a log, or the text of a page.";
    ErrorUnknown = "The page does not know this error of {provider}.";
    ErrorCauses = "What may have caused it, the likeliest first";
    ErrorLikely = "Likely, because {reason}.";
    ErrorWhere = "Where in {provider}: **{path}**";
    AskedScopes = "Scopes named in the message";
    AskedOne = "One of these is enough.";
    AskedCut = "The message is cut off, so the last name may be too.";
    ChooserWay = "Your answers so far";
    ChooserChange = "Change";
    ChooserBack = "Back one question";
    ChooserAgain = "Start again";
    ChooserKind = "Kind of app: **{app}**";
    NoAccountId = "No **{field}** in {provider}? You may have made another kind of app: {apps}.";
    HintRequest = "All of it, as it was typed or recorded: a command, an HTTP exchange, or a HAR file. Nothing of it is run or sent.";
    RequestMore = "Findings that come after these: {count}";
    RequestTitle = "Request {number} of {count}: {kind}";
    RequestStatus = "Answered with status {status}";
    RequestQuery = "Parameters in the address";
    RequestHeaders = "Headers";
    RequestBody = "Body";
    RequestBodyUnknown = "Its body is in a file or a variable, or was not recorded.";
    RequestReadHeader = "Read the header";
    RequestReadAnswer = "Read the answer";
    FormatLabel = "Run it with";
    FormatBash = "Linux, macOS";
    FormatPowerShell = "PowerShell";
    FormatCmd = "Windows prompt (cmd)";
    FormatHttpie = "HTTPie";
    FormatPython = "Python";
    FormatPostman = "Postman collection";
    FormatHttpFile = ".http file";
    FormatRaw = "Raw HTTP";
    FormatPowerShellFor = "For Windows PowerShell 5.1 and PowerShell 7. It asks for the secret without showing it. Not yet run on Windows by us: checked by a parser and a model.";
    FormatCmdFor = "For the prompt of Windows 10 and 11, not for a batch file. curl asks for the Client Secret without showing it; a token that is asked for is visible.";
    FormatHttpieFor = "For HTTPie 3 in bash or zsh. It asks for the secret without showing it.";
    FormatPythonFor = "For Python 3.6 or later, nothing else needed. It asks for the secret without showing it.";
    FormatPostmanFor = "A collection to import into Postman, Bruno, Hoppscotch or Insomnia. Its secret values are empty variables; fill them in there.";
    FormatHttpFileFor = "For the REST Client of VS Code, which asks for the secret and keeps sent requests in a history file, and for JetBrains.";
    FormatRawFor = "As it goes over the wire, the secret masked with stars. To read, not to run.";
    CommandCannot = "**This form cannot carry one of the values.** Choose another one above.";
    // secrets page
}
