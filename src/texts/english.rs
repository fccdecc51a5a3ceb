//! The English sentences, which are also the list of all sentences.
//!
//! `first` has those that the first part of the program says, which every visitor loads; `later` has all others. A test
//! (`tests/it/project/first_part.rs`) says where a sentence belongs.

use strum::VariantArray;

macro_rules! texts {
    (first: { $($first:ident = $first_english:literal;)+ } later: $($later:ident = $later_english:literal;)+) => {
        /// A sentence of the page.
        #[allow(missing_docs, reason = "the English sentence says it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
        pub enum Text { $($first,)+ $($later,)+ }

        impl Text {
            /// How many are said by the first part of the program; they come first.
            const FIRST: usize = [$(Text::$first),+].len();

            /// Those of the first part in English, a line each.
            // One text and no table: a table of pointers costs each visitor as much as the sentences do.
            pub(super) const FIRST_ENGLISH: &str = concat!($($first_english, "\n",)+);

            /// The others. Only the lazy part may name it: the splitter leaves a constant where it is named.
            pub(super) const LATER_ENGLISH: &str = concat!($($later_english, "\n",)+);
        }
    };
}

impl Text {
    /// Its place among those that the first part of the program does not say.
    pub(super) fn later_place(self) -> Option<usize> {
        (self as usize).checked_sub(Text::FIRST)
    }

    /// Whether the first part of the program says it. All others come with the lazy part.
    #[must_use]
    pub fn is_first(self) -> bool {
        self.later_place().is_none()
    }
}

texts! {
    first: {
        // frame
        Title = "Authdesk";
        SkipToContent = "Skip to content";
        NavMain = "Main";
        NavProducts = "Products";
        NavTools = "Tools";
        Seal = "Nothing leaves this page";
        LanguageLabel = "Language";
        FootSecrets = "How this page handles secrets";
        FootIndependent = "Not affiliated with Zoom or the vendors listed here.";
        // loading
        Loading = "Loading…";
        NotLoadedTitle = "This guide could not be loaded";
        NotLoaded = "Part of this page could not be loaded. Nothing you typed is lost.";
        FileLate = "The file `{file}` has not arrived after ten seconds. The page is still waiting for it.";
        FileNotArrived = "The file `{file}` did not arrive. Check your connection.";
        FileStatus = "The server of this page did not deliver the file `{file}` (HTTP {status}). If it happens again, tell whoever hosts this page.";
        FileDifferent = "The file `{file}` that arrived is not the one of this release, so it was not used. A new release may be on its way to the server, or something changed the file. Reload the page in a few minutes; you will have to enter secrets again. If it happens again, tell whoever hosts this page.";
        FileRejected = "This browser does not run the file `{file}`. It may be too old or short of memory.";
        FileInvalid = "The file `{file}` is invalid: {reason}";
        LandingWaits = "**The URL you were redirected to has not been read yet.** It is still in the address bar. If it contains an authorization code, the code expires soon (at Zoom, five minutes after it was issued). If it takes longer, start the authorization again.";
        TryAgain = "Try again";
        NowhereTitle = "Page not found";
        NowhereText = "No product or tool matches this link. The link may have been cut off.";
        NowhereBack = "All products";
        // start
        StartTitle = "Which product are you connecting to Zoom?";
        StartLead = "Choose your product, follow the steps, and copy each value into the matching field.";
        SearchProducts = "Search products";
        SearchHint = "Product, vendor, label, file";
        CardMatch = "Has “{word}”";
        FilterLabel = "App type in Zoom";
        FilterAll = "All";
        CategoryLearning = "Learning";
        CategoryBooking = "Meetings and booking";
        CategoryChat = "Chat and portals";
        CategorySecurity = "Security and logs";
        CategoryIdentity = "Identity and licenses";
        CategoryIntegration = "Integration platforms";
        CategoryDevelopers = "For developers";
        FoundCount = "{count} products";
        FoundOne = "1 product";
        FoundNoneOfType = "No product of this app type matches “{query}”; there are some of another type.";
        FoundNone = "No product matches “{query}”. If its setup guide mentions OAuth, try “Another OAuth 2.0 server” or one of the tools.";
        ClearSearch = "Show all products";
        // guide
        GuideTitle = "Connect {product} to {provider}";
        TagNoApp = "No app of your own needed";
        // fields
        FieldAccountId = "Account ID";
        FieldClientId = "Client ID";
        FieldClientSecret = "Client Secret";
        FieldRedirectUrl = "Redirect URL";
        FieldLanded = "URL you were redirected to";
        FieldAnswer = "{provider}’s response";
        FieldAnswerServer = "Server’s response";
        FieldState = "State";
        FieldCode = "Authorization code";
        FieldAuthorizeEndpoint = "Authorization endpoint";
        FieldTokenEndpoint = "Token endpoint";
        FieldScopes = "Scopes";
        FieldTemplate = "Template";
        FieldBlockLines = "Lines";
        FieldBlock = "Text to take apart";
        FieldSecretToken = "Secret Token";
        FieldEventUrl = "Event notification URL";
        FieldSecondClientId = "Client ID of the second app";
        FieldSecondClientSecret = "Client Secret of the second app";
        Show = "Show {label}";
        Hide = "Hide {label}";
        CopyLabel = "Copy {label}";
        Copied = "Copied: {label}";
        CopyRefused = "The browser blocked copying. Select {label} and copy it manually.";
        // authorize
        AuthorizeUrl = "Authorization URL";
        // commands
        HeaderLabel = "Authorization header";
        // values
        Cleared = "Everything you entered has been cleared.";
        SecretsHidden = "Secrets were masked after five minutes without input.";
        // tools
        ToolsLead = "Use each tool on its own, with any OAuth 2.0 server. Nothing you type leaves your browser.";
        ToolBasicHeaderLead = "Turns Client ID and Client Secret into `Authorization: Basic …`";
        ToolAuthorizeUrlLead = "Builds the URL where a user consents to the app";
        ToolRedirect = "Read a returned URL";
        ToolRedirectLead = "The authorization code, or why there is none";
        ToolTokenRequest = "Token request";
        ToolTokenRequestLead = "Builds the request as a command you run yourself";
        ToolTokenAnswer = "Read a token response";
        ToolTokenAnswerLead = "Tokens, expiry and scopes, or what the error means";
        ToolCredentialString = "Credential string";
        ToolCredentialStringLead = "Fills in a product’s value, file or command, and takes such texts apart";
        FieldRegistered = "Redirect URL registered with {provider}";
        FieldRequested = "Redirect URL in the request";
        FieldReceived = "Returned URL";
        FieldError = "Error message";
        FieldJwt = "JSON Web Token";
        FieldPastedScopes = "Scopes you have";
        FieldRequest = "Command or request";
        // readers
        ToolAppType = "Which app type do I have?";
        ToolAppTypeLead = "Find out from what the app’s page shows";
        ToolValues = "Check credentials";
        ToolValuesLead = "Finds spaces, quotes and swapped values in Account ID, Client ID and Client Secret";
        ToolReadHeader = "Read an Authorization header";
        ToolReadHeaderLead = "What it contains, what is wrong with it, and the corrected header";
        ToolReadAuthorizeUrl = "Read an authorization URL";
        ToolReadAuthorizeUrlLead = "Its parameters, what is missing, and what should not be there";
        ToolCompareRedirects = "Compare redirect URLs";
        ToolCompareRedirectsLead = "Registered, sent and returned, character by character";
        ToolErrorAnswer = "Explain an error";
        ToolErrorAnswerLead = "What it means, what causes it, and where to fix it";
        ToolJwt = "Read a JSON Web Token";
        ToolJwtLead = "Header, claims and times, decoded but not verified";
        ToolScopes = "Compare scopes";
        ToolScopesLead = "What is missing or not needed, with classic and granular scopes side by side";
        ToolRequest = "Read a command or request";
        ToolRequestLead = "curl, PowerShell, raw HTTP or a HAR file: what it sends and what is wrong with it";
        ToolsRead = "Read what you have";
        ToolsMake = "Make what you need";
        FieldNeededScopes = "Scopes you need";
        PasteLabel = "Paste anything here";
        PasteTitle = "Stuck? Paste what you have";
        PasteText = "Paste a URL, an error, a log, a header, scopes, a server response, a command, or program code, also several of them together. This page tells you what it is and what is wrong with it.";
        FieldRevocationEndpoint = "Revocation endpoint";
        FieldDeviceEndpoint = "Device authorization endpoint";
        FieldCodeVerifier = "Code Verifier";
        FieldCallAddress = "URL to call";
        FieldCallAnswer = "{provider}’s response to the test call";
        FieldCallAnswerServer = "Server’s response to the test call";
        // discovery document
        ToolDiscovery = "Read a discovery document";
        ToolDiscoveryLead = "Takes endpoints, client authentication, PKCE and scopes from a server’s metadata, and says what is odd in it";
        FieldDiscovery = "Discovery document";
    }
    later:
    // guide
    Minutes = "{minutes} min";
    TagPair = "Redundant pair: complete this guide twice";
    TagChecked = "Last verified {month}";
    TagScopes = "{count} scopes";
    VariantsLabel = "Connection method";
    GuideEnglish = "Parts of this guide are not translated yet. They are in English.";
    GuideFaults = "The files of this guide have faults ({count}). What they are about may be missing here. Please tell whoever hosts this page.";
    CorrectionsTitle = "Errors and outdated steps in the vendor’s guide ({count})";
    ProgressLabel = "Step {step} of {count}";
    ProgressDone = "All {count} steps done";
    ProgressAttention = "Needs attention: step {steps}";
    StepCreate = "Create the app in {provider}";
    StepCreateServer = "Register the client with the server";
    StepCredentials = "Copy the credentials from {provider}";
    StepCredentialsServer = "Enter the server’s endpoints and credentials";
    StepAuthorize = "Authorize the app in {provider}";
    StepAuthorizeServer = "Authorize the client on the server";
    StepCode = "Get the authorization code";
    StepExchangeCode = "Exchange the code for a refresh token";
    StepExchange = "Request a token";
    StepTry = "Test the credentials (optional)";
    StepSecond = "Create the second app in {provider}";
    StepEvents = "Set up events in {provider}";
    StepOptional = "{step} (optional)";
    StepInstead = "Connect {product} without an app of your own";
    StepEnter = "Enter the values in {product}";
    StepEnterServer = "Enter the values in your product";
    StepTicked = "{done} of {count} done";
    StepDone = "done";
    StepAttention = "needs attention";
    NextStep = "Next: {step}";
    SureInferred = "inferred by us";
    SureThirdParty = "third-party source";
    Sources = "Sources";
    SourceDate = "as of {date}";
    AppName = "App name";
    // scopes
    ScopesCount = "Scopes to select: {count}";
    ScopesHint = "In the scope picker, search for each name exactly as shown.";
    ScopesGranular = "Current name (granular)";
    ScopesClassic = "Vendor’s guide (classic)";
    ScopesClassicOnly = "Classic scopes in the vendor’s guide";
    ScopesClassicHint = "New apps have offered only granular scopes since early 2024, according to a third party.";
    ScopesClassicInferred = "The guide shows these only in screenshots or in different words, so the names are inferred.";
    ScopesAll = "The selected scopes and all that a migration from classic would grant ({count})";
    ScopesAllHint = "More than the product is known to need: derived from Zoom’s two published lists. Use it only if the selected scopes are not enough.";
    ScopesName = "all scopes";
    ScopeUnlisted = "not in {provider}’s list";
    // fields
    ChooseOne = "Choose one";
    FromProduct = "Paste what {product} shows as **{label}**.";
    FromProductPlace = "It is under **{place}**.";
    UrlNeeds = "This page builds the URL once this is entered: {fields}.";
    AllowListEntry = "Allow-list entry";
    HintLanded = "The whole URL, from https to the end. The code works only once and expires soon.";
    HintLandedMinutes = "The whole URL, from https to the end. The code works only once and expires after {minutes} minutes.";
    HintAnswer = "Everything the command printed, from the opening brace to the closing one.";
    HintEndpoint = "Must use https, or http on this computer.";
    HintEndpointDefault = "Leave empty to use {provider}’s: `{address}`";
    HintScopes = "Optional. Separate scopes with spaces.";
    HintState = "Optional. The state you sent, for comparison.";
    HintRedirectOptional = "Exactly as registered for the app. It must be the same in every request.";
    HintOwnPage = "This page can be your redirect URL. The code may then appear in its web server’s log.";
    UseThisPage = "Use this page";
    UsePkce = "Use PKCE";
    HintPkce = "Ties the code to this tab (RFC 7636, S256). An app with a Client Secret still needs it.";
    Undo = "Undo";
    Findings = "Findings";
    AtPlace = "At character {place}.";
    AtLine = "In line {line}.";
    ComparedLine = "Compare with line {line}.";
    // authorize
    AuthorizeText = "Open this URL, sign in with the account you want to connect, and authorize the app. Your browser is then sent to your redirect URL. An error page there is fine: you only need its URL.";
    AuthorizeOpen = "Open authorization URL";
    AuthorizeNewTab = "opens in a new tab";
    AuthorizeParts = "What this URL contains";
    AuthorizeNeeds = "To build the authorization URL, enter: {fields}.";
    PartEndpoint = "Endpoint";
    // code
    CodeText = "Your browser is now at your redirect URL. Copy the whole URL from its address bar and paste it here.";
    CodeArrived = "This page is your redirect URL, so the code was filled in automatically and removed from the address bar.";
    CodeHandedOver = "The code was passed to the tab you started from. You can close this tab.";
    CodeTimeLeft = "{time} left";
    CodeTimeOver = "Code expired";
    RefusedWith = "The server returned `{error}`.";
    // commands
    CommandText = "{provider} expects this request from a program, not a web page, and this page sends nothing. Run it on your own computer.";
    CommandTextServer = "This page sends nothing. Run the request on your own computer.";
    CommandFor = "For bash or zsh with curl, in a terminal. It prompts for secrets without displaying them, so they stay out of the shell history and the process list.";
    CommandLabel = "Command";
    CopyCommand = "Copy command";
    CommandNeeds = "To build the command, enter: {fields}.";
    HeaderInstead = "Show the Authorization header instead";
    HeaderOther = "Alternative Authorization header";
    HeaderNeeds = "To build the header, enter Client ID and Client Secret.";
    HeaderRaw = "Client ID and secret unchanged (RFC 7617), as Zoom expects";
    HeaderEncoded = "Form-encoded first (RFC 6749, section 2.3.1)";
    TryText = "The product requests its own tokens. Run this command to check beforehand that {provider} accepts the three values.";
    TryTextServer = "The product requests its own tokens. Run this command to check beforehand that the server accepts the three values.";
    TryMayVoid = "Do this before you connect the product: some vendors say that a new token can invalidate the one in use, although Zoom’s documentation says that several can be used at once.";
    // answer
    AnswerScopes = "Granted scopes ({count})";
    AnswerApi = "API host for this account";
    AnswerReason = "Reason given";
    AccessToken = "Access Token";
    RefreshToken = "Refresh Token";
    // values
    ValuesFor = "Values for {product}";
    ValueWaits = "available after step {step}";
    ValueOwn = "entered by you";
    ValueChoose = "Choose **{item}**.";
    ValuePress = "Click **{button}** there.";
    ValueLeaveEmpty = "Leave it empty.";
    ValueLeaveAsIs = "Leave it as it is.";
    ValueOptional = "optional";
    PairAgain = "Set up the second app";
    PairAgainText = "The second installation needs its own app and its own values. This button clears the credentials and checkmarks and keeps the redirect URL.";
    ClearEverything = "Clear everything";
    KeptShort = "Secrets are never stored. Reloading the page clears them.";
    // tools
    CredentialStringNeeds = "Still missing: {fields}";
    GrantLabel = "Grant type";
    GrantAuthorizationCode = "Exchange a code (authorization_code)";
    GrantRefreshToken = "Refresh a token (refresh_token)";
    GrantAccountCredentials = "Server-to-Server (account_credentials)";
    GrantClientCredentials = "Client credentials (client_credentials)";
    RefreshVoids = "This can invalidate the refresh token that the product is using. Run it only if you can enter the new one there.";
    // readers
    AtBeginning = "At the beginning.";
    AtEnd = "At the end.";
    BeforeIdentifier = "Before the Client ID.";
    BehindIdentifier = "After the Client ID, before the colon.";
    BeforeSecret = "After the colon, before the Client Secret.";
    BehindSecret = "After the Client Secret.";
    InsideIdentifier = "Inside the Client ID, character {place}.";
    InsideSecret = "Inside the Client Secret, character {place}.";
    BetweenBoth = "Between the two values.";
    HintHeader = "The whole line, only the part after `Basic`, or the command that contains it.";
    HeaderCorrected = "Corrected header";
    HeaderHolds = "What the header contains";
    HeaderOtherForm = "The same values, encoded the other way:";
    HintReadAuthorizeUrl = "The whole URL, as shown in a guide, a product or the address bar.";
    ParametersTitle = "URL parameters";
    ParameterName = "Parameter";
    ParameterValue = "Value, decoded once";
    ParametersLeftOut = "Parameters not shown: {count}.";
    CompareOwnTitle = "Compare with your own values";
    HintCompareOwn = "Optional. Compared with the URL above.";
    HintRegistered = "Copy it from the app’s settings. Do not type it.";
    HintRequested = "The decoded `redirect_uri` from the authorization URL, or what the product shows.";
    HintReceived = "From the address bar, after consent. It may contain a code, so the part after `?` is not shown again.";
    CompareNeedsTwo = "Enter at least two of the three to compare them.";
    PairRegisteredRequested = "Registered and sent";
    PairRegisteredReceived = "Registered and returned";
    PairRequestedReceived = "Sent and returned";
    SideRegistered = "Registered";
    SideRequested = "Sent";
    SideReceived = "Returned";
    NothingHere = "missing here";
    LandingDiffers = "Your redirect URL and the returned URL, character by character:";
    ModesTitle = "How {provider} handles this difference";
    ModeSetting = "App setting";
    ModeVerdict = "Result";
    VerdictAccepted = "Accepted";
    VerdictAcceptedReported = "Reportedly accepted";
    VerdictRefused = "Rejected";
    VerdictRefusedReported = "Reportedly rejected";
    VerdictUnknown = "Not known to us";
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
    AnswerExpiry = "Access token expires";
    ExpiryFromToken = "According to the token itself, which is not verified.";
    ExpiryFromPaste = "Counted from when you pasted the response here, so it may expire sooner.";
    AnswerFromPerson = "User consent, with a refresh token.";
    AnswerFromClient = "The app acts for itself, without a refresh token.";
    AnswerByAdmin = "Needed, and covered by the account-level scope";
    ScopesMissingTitle = "Missing: add these in {provider}";
    ScopesMissingName = "missing scopes";
    ScopesExtraTitle = "Granted, but not needed";
    ScopesUnknownTitle = "Not in this page’s list of scopes";
    ScopesCompareWith = "Compare with your app’s scopes";
    ReadTheToken = "Decode the {label}";
    HintJwt = "The whole token, usually starting with `eyJ`. A leading `Bearer` is fine.";
    JwtHeader = "Header (not verified)";
    JwtClaims = "Claims (not verified)";
    ColumnName = "Name";
    ColumnValue = "Value";
    ClaimExpires = "expires";
    ClaimIssued = "issued";
    ClaimNotBefore = "not valid before";
    ClaimSignedIn = "signed in";
    HintPastedScopes = "A list in any format, a token response, or an error message that names scopes.";
    HintNeededScopes = "A list in any format. The “{button}” button in a guide fills it in.";
    ScopesNeedBoth = "Fill in both fields to see what is missing.";
    ScopesNeededTable = "Needed scopes and their status";
    ScopesGivenTable = "Your scopes";
    ColumnGranular = "Granular";
    ColumnClassic = "Classic";
    ColumnStanding = "Granted?";
    ColumnLevel = "Level";
    StandingGranted = "yes";
    StandingByClassic = "yes, through the classic `{name}`";
    StandingByGranular = "yes, through the granular scopes that replace it";
    StandingByAdmin = "yes, through `{name}`, the account-level scope";
    StandingOtherLevel = "**missing**; `{name}` has a different level";
    StandingMissing = "**missing**";
    LevelUser = "user";
    LevelAdmin = "account";
    LevelMaster = "sub-account";
    ScopesOneOf = "One of these may be enough";
    ScopesOneOfClassic = "Classic, for an app that still has classic scopes";
    ScopesOneOfHad = "You have one of them: `{name}`";
    DiagnosisTitle = "Most likely cause";
    DiagnosisUnknownTitle = "An error that this page does not know";
    DiagnosisSoundTitle = "No fault found";
    DiagnosisSound = "If it still fails, paste the response or the error message together with it.";
    DiagnosisReturned = "{server} returned **{error}**";
    DiagnosisReturnedAlone = "{server} returned";
    DiagnosisServer = "The server";
    DiagnosisReported = "The program reports";
    DiagnosisRequest = "Failed request";
    DiagnosisMore = "What else was noticed";
    DiagnosisUnknown = "The server’s own words are the best lead; paste the request above it as well.";
    PastedAs = "You pasted: **{kind}**";
    PastedSeveral = "This could be several things.";
    PastedOther = "Treat it as something else";
    PastedBack = "Back to what you pasted";
    ReadAs = "Treat as {kind}";
    KindBase64 = "base64 text";
    KindClientPair = "Client ID and Client Secret";
    KindRedirectAddress = "returned URL";
    KindTokenAnswer = "token response";
    KindCurl = "curl command";
    KindPowerShell = "PowerShell command";
    KindHttp = "HTTP request or response";
    KindHar = "HAR file";
    KindProgram = "Program code";
    KindSettings = "settings of a product";
    KindCollection = "collection of requests";
    HintError = "The whole message: JSON, a log line, or the text of an error page.";
    ErrorUnknown = "No error that this page knows was found here. Paste the whole message, not only its number.";
    ErrorCauses = "Possible causes, most likely first";
    ErrorLikely = "Likely, because {reason}.";
    ErrorWhere = "In {provider}, go to **{path}**";
    AskedScopes = "Scopes named in the message";
    AskedOne = "One of these is enough.";
    AskedCut = "The message is cut off, so the last name may be incomplete.";
    ChooserWay = "Your answers so far";
    ChooserChange = "Change";
    ChooserBack = "Previous question";
    ChooserAgain = "Start over";
    ChooserKind = "App type: **{app}**";
    NoAccountId = "No **{field}** in {provider}? You may have created a different type of app: {apps}.";
    HintRequest = "The whole command, HTTP exchange or HAR file, exactly as typed or recorded. Nothing is run or sent.";
    RequestTitle = "Request {number} of {count}: {kind}";
    RequestStatus = "Response status: {status}";
    RequestQuery = "Query parameters";
    RequestHeaders = "Headers";
    RequestBody = "Body";
    RequestBodyUnknown = "The body is in a file or a variable, or was not recorded.";
    RequestReadHeader = "Read the header";
    RequestReadAnswer = "Read the response";
    FormatLabel = "Run it with";
    FormatBash = "bash or zsh (Linux, macOS)";
    FormatPowerShell = "PowerShell";
    FormatCmd = "Command Prompt (cmd)";
    FormatHttpie = "HTTPie";
    FormatPython = "Python";
    FormatPostman = "Postman collection";
    FormatHttpFile = ".http file";
    FormatRaw = "Raw HTTP";
    FormatPowerShellFor = "For Windows PowerShell 5.1 and PowerShell 7. It prompts for secrets without displaying them. Not yet tested on Windows: checked with a parser and a model.";
    FormatCmdFor = "For the Command Prompt of Windows 10 and 11, not for batch files. curl prompts for a Client Secret in the header without displaying it; **a token, or a secret in the form, is visible** while you type. Tested with Wine, not on Windows.";
    FormatHttpieFor = "For HTTPie 3 in bash or zsh. It prompts for secrets without displaying them.";
    FormatPythonFor = "For Python 3.6 or later, with no other packages. It prompts for secrets without displaying them.";
    FormatPostmanFor = "A collection to import into Postman, Bruno, Hoppscotch or Insomnia. Secrets are empty variables that you fill in there. Tested in newman and Bruno, not in the others.";
    FormatHttpFileFor = "For the REST Client of VS Code, which prompts for secrets and keeps sent requests in a history file, and for JetBrains, where you enter them in a private environment file. Tested in httpYac, not in these two.";
    FormatRawFor = "The request as it is sent, with asterisks in place of secrets. For reading, not for running.";
    RequestLabel = "Request type";
    RequestDeviceCode = "Request a device code";
    RequestDeviceToken = "Exchange a device code (device_code)";
    RequestRevocation = "Revoke a token";
    RequestFirstCall = "Test API call with a token";
    DeviceWaits = "Until the user approves the device, the server returns `authorization_pending`. Run the command again after the number of seconds given in `interval`, or five if it is missing.";
    RevocationVoids = "A revoked token never works again. Anything that uses it stops working.";
    WholeExchange = "Print only the refresh token and when the access token expires";
    WholeDevice = "Do both steps in one command and wait until the user approves the device";
    PublicClient = "The app has no Client Secret (public client)";
    AuthenticationLabel = "How the client authenticates";
    AuthenticationRaw = "Header, unchanged";
    AuthenticationEncoded = "Header, form-encoded";
    AuthenticationBody = "Client ID and secret in the form";
    AuthenticationNone = "No secret (public client)";
    AuthenticationHint = "See the server’s documentation or, in its metadata (RFC 8414), `token_endpoint_auth_methods_supported`: `client_secret_basic` is the header, `client_secret_post` the form, and `none` is for clients without a secret. If the key is missing, the header applies. Use one way only. The two headers differ only where Client ID or secret has characters other than letters, digits, `*`, `-`, `.` and `_`; RFC 6749 asks for the form-encoded one.";
    WriteSecrets = "Include the secrets I entered";
    WrittenShell = "**Your secret will be readable in the command:** on screen, in the clipboard and, once run, in the shell history. It stays out of the process list.";
    WrittenPowerShell = "**Your secret will be readable in the command:** on screen, in the clipboard and, once run, in PowerShell’s history file.";
    WrittenCmd = "**Your secret will be readable in the command:** on screen, in the clipboard, in the window’s history and, while it runs, **in the process list, which your other programs and administrators can read**.";
    WrittenPython = "**Your secret will be readable in the program:** on screen, in the clipboard and in the file, if you save one. Delete the file afterwards.";
    WrittenPostman = "**Your secret will be in the file** and in every copy that the API client makes of the collection, including any it syncs online.";
    WrittenHttpFile = "**Your secret will be in the file** and in the request history that the REST Client keeps. Do not commit the file to version control.";
    WrittenRaw = "**Your secret will be readable in the text:** base64 is not encryption. Do not send it to anyone.";
    WrittenNothing = "Nothing included yet: some of the secrets this request needs have not been entered on this page.";
    SaveFile = "Save as a file";
    WhatDoesThisDo = "What does this do?";
    CannotCharacter = "**{format} cannot handle the `{character}`** at position {place} of {field}.";
    CannotRequest = "**{format} cannot send this request.**";
    CanInstead = "Choose **{format}** instead.";
    BlockIsPart = "These lines belong into that file. If it exists, add them and keep what else is in it.";
    BlockNeedsCommand = "**A command or a URL is missing.** This format needs one before its values.";
    BlockKey = "**`{key}` cannot be a name** in this format.";
    BlockKeyTwice = "**`{key}` is there twice**, or is both a value and a group of values.";
    BlockLineBreak = "**The value of `{key}` contains a line break** at position {place}, which this format cannot contain. It may have been copied by mistake.";
    BlockControl = "**The value of `{key}` contains a control character** at position {place}, which this format cannot contain. It may have been copied by mistake.";
    BlockSpaces = "**The value of `{key}` begins or ends with a space**, which is dropped when this format is read.";
    BlockVariable = "**The value of `{key}` contains `${`.** Some programs that read this format replace what follows, whatever the quotes. Enter the value by hand, as the product’s documentation says.";
    BlockPercent = "**The value of `{key}` contains `%`.** Some programs that read this format want it doubled, others do not. Enter the value by hand, as the product’s documentation says.";
    BlockQuoting = "**The value of `{key}` cannot be quoted** so that all programs that read this format get the same one: it combines quotes, backslashes, `#` or line breaks. Enter it by hand, as the product’s documentation says.";
    HintCodeVerifier = "Only if the code was requested with PKCE: the verifier that belongs to it.";
    HintCallAddress = "The full URL, such as `https://api.example.com/me`.";
    HintCallAnswer = "Everything the command printed.";
    CallTitle = "Test the token (optional)";
    CallText = "This read-only call shows whether the token works. It prompts for the access token from the response above.";
    CallWhy = "The simplest call that this app’s grant type and scopes allow.";
    CallCommandLabel = "Test call";
    CopyCall = "Copy test call";
    LineFrame = "Part of the syntax; does nothing by itself.";
    LineLoads = "Loads parts of the language’s standard library.";
    LineHidesTrace = "Turns off shell tracing, which would display the secret.";
    LineFormEncodes = "Defines how values are form-encoded, so that every character arrives intact.";
    LineStaysAtAddress = "Does not follow redirects, so the secret goes to no other URL.";
    LineAsks = "Prompts for the {name}. The command itself does not save it.";
    LineAddress = "The method and URL of the request.";
    LineHeader = "Sets the `{name}` header.";
    LinePair = "Builds the `Authorization` header, which tells the server who is asking.";
    LineField = "Sets the form field `{name}`.";
    LineBody = "The form as it is sent.";
    LineLength = "Tells the server the length of the form.";
    LineSends = "Sends the request. Nothing else is sent over the network.";
    LinePrints = "Prints the response.";
    LineFails = "Reports what went wrong, if anything did.";
    LineNote = "Tells the program, or you, how to handle the file.";
    LineHolds = "Contains the {name} you entered on this page.";
    LineReadsAnswer = "Parses the server’s response.";
    LineExplains = "If there is no token, explains why in one line.";
    LineConfirms = "Asks for confirmation. Nothing is sent without a yes.";
    LineTells = "Prints only the part of the response that you need.";
    LineChecksShell = "Stops in a shell that would display or record what you type.";
    LineEscapesConfig = "Defines how values are escaped for curl, so that every character arrives intact.";
    LineStartsPipe = "Passes the secret through a pipe, so that it never appears in a process list.";
    LineWaits = "Polls at the interval that the server asks for, until there is a result.";
    LineKeepsStatus = "Exits with the status of the program that sent the request, so that a script can check it.";
    LineAsksVisibly = "Prompts for the {name}. **It is visible while you type.**";
    LineHidesTyping = "Defines the prompt: what you type is not displayed, and nothing is sent without it.";
    LineStrictness = "Stops at the first error. Your own settings are not changed.";
    LineOldTls = "Turns on TLS 1.2 on older Windows versions where it is off.";
    LineRestores = "Restores what was changed for the command.";
    LineVariable = "The variable `{name}`. You can change its value here.";
    CallUserId = "User ID";
    CallEmail = "Email";
    CallRole = "Role";
    CallPlan = "Plan";
    PlanBasic = "Basic";
    PlanLicensed = "Licensed";
    PlanUnassigned = "None assigned";
    CallUsers = "Users in the account";
    CallMeetings = "Meetings listed";
    CallsTitle = "API calls that test a token";
    CallsCaption = "Use the first one that fits your app and its scopes";
    CallsAddress = "URL";
    CallsScopes = "Needs one of these scopes";
    CallsToken = "For a token from";
    // discovery document
    KindDiscovery = "discovery document";
    HintDiscovery = "What your server shows at `/.well-known/openid-configuration` or `/.well-known/oauth-authorization-server`. Open the URL in a browser or with `curl` and paste the content: this page sends nothing, so it cannot open the URL.";
    DiscoveryMore = "Take the endpoints from a discovery document";
    DiscoveryIssuer = "Issuer";
    DiscoveryCaption = "What the document changes here";
    DiscoveryNow = "Now";
    DiscoveryThen = "In the document";
    DiscoveryChange = "What happens";
    DiscoverySame = "no change";
    DiscoveryNew = "will be entered";
    DiscoveryReplaced = "will be replaced";
    DiscoveryKept = "not in the document, stays";
    DiscoveryEmpty = "empty";
    DiscoveryNames = "named: {names}";
    DiscoveryTake = "Enter these values";
    DiscoveryTaken = "The values are entered.";
    DiscoveryGrants = "Grant types in the document";
    DiscoveryGrantsAssumed = "The document names none. RFC 8414 then assumes `authorization_code` and `implicit`.";
    DiscoveryScopes = "Scopes in the document";
    DiscoveryScopesHint = "Select only those that your product needs. They are entered in the field **Scopes**. A server may accept others that it does not list (RFC 8414).";
    DiscoveryGuide = "Go on in the guide “{product}”";
    Pkce = "PKCE (S256)";
    PkceOn = "on";
    PkceOff = "off";
    // templates
    TemplateNotClosed = "A brace is not closed. For a literal brace, write `{{`.";
    TemplateNotOpened = "A closing brace has no opening brace. For a literal brace, write `}}`.";
    TemplateUnknown = "Unknown name in braces. Available names: {names}.";
    TemplateUnknownFilter = "Unknown filter after `|`. Available filters: {names}.";
    HintTemplate = "Leave empty to use {default}. Names in braces are replaced with your values: {names}";
    FilterBase64 = "Base64 (RFC 4648). It is no encryption: anyone can decode it.";
    FilterForm = "Form-encoded, as in a form or a query (RFC 6749, appendix B): a space becomes `+`.";
    FilterJson = "A JSON string with its quotation marks (RFC 8259).";
    FilterShell = "A word for bash, zsh and other POSIX shells, in single quotes.";
    FilterUrl = "Percent-encoded, for a part of a URL’s path or its user name (RFC 3986): a space becomes `%20`.";
    // the tool for credential strings
    HintLines = "One value per line: its name, `=` and a template. Where the format nests, dots in a name separate the levels. A command or URL has the first line to itself. Names in braces are replaced with your values: {names}";
    LineNoEquals = "A line without `=` between a name and its template.";
    HintBlock = "A file, a command, a connection string or a URL with credentials in it. Nothing is run or sent.";
    StringProduct = "Product";
    StringNoProduct = "None: only a format";
    StringPart = "Value, file or command";
    StringKind = "Write it as";
    StringNothing = "This product has no value of this kind.";
    StringTemplate = "Template: {template}";
    StringEdit = "Edit as a template";
    KindTemplate = "Your own template";
    KindBasicHeader = "Authorization header (Basic)";
    KindTokenUrl = "Token URL with query";
    KindUserInfo = "URL with user name and password";
    KindKubernetesSecret = "Kubernetes Secret (YAML)";
    FiltersTitle = "Filters, which change how a value is written";
    ReadTitle = "Take a text apart";
    ReadFormat = "Read it as";
    ReadLikeliest = "Most likely: {format}";
    ReadUnknown = "No format recognized";
    ReadValues = "Values in it";
    // formats of blocks
    FormatEnv = "Environment variables";
    FormatDockerRun = "docker run command";
    FormatShell = "Shell variables (export)";
    FormatShellCommand = "Shell commands";
    FormatIni = "INI file";
    FormatJson = "JSON object";
    FormatYaml = "YAML file";
    FormatToml = "TOML file";
    FormatHcl = "HCL (Terraform)";
    FormatConnectionString = "Connection string";
    FormatUrl = "URL with query";
    // findings explained
    FindingsTitle = "All findings";
    FindingsLead = "Everything that this page can report about a text. Each finding has a link of its own, so you can reply with one line.";
    FindingsSearch = "Search findings";
    FindingsHint = "A name, or words of the sentence";
    FindingsCount = "{count} findings";
    FindingsOne = "1 finding";
    FindingsNone = "No finding matches “{query}”.";
    FindingAbout = "About this finding";
    FindingUnknownTitle = "No such finding in this version";
    FindingUnknownText = "The link names a finding that this version of the page does not have. It may be from a newer version, or it may have been cut off.";
    FindingLooksFor = "What the page looks for";
    FindingName = "Name of the finding";
    FindingNameHint = "It never changes, so you can quote it in a ticket.";
    FindingExample = "Example";
    FindingNoExample = "There is none: no short text alone leads to this finding.";
    ExampleReadBy = "Read by: {view}";
    ExampleDecoded = "The same, decoded";
    ExampleFixed = "After “{fix}”";
    ExampleLater = "The page says so {minutes} minutes after this was pasted.";
    ExampleCopied = "The page says so once the command with this code has been copied twice.";
    ExampleOpen = "Read this example";
    ExampleOpenHint = "It replaces what is entered there; **Undo** restores that.";
    ExampleGuide = "Open this guide, without the example";
    LevelGood = "As it should be";
    LevelNote = "Worth knowing";
    LevelWarn = "Likely to fail";
    LevelBad = "Will fail";
    SubjectValue = "Client ID, Client Secret and Account ID";
    SubjectUrl = "Endpoints and redirect URLs";
    SubjectRedirects = "Redirect URLs compared";
    SubjectTokenResponse = "Token response";
    SubjectTestCall = "Response to the test call";
    SubjectProgram = "A request in a program";
    SubjectSideBySide = "Parts of one text that do not fit together";
    SubjectSettings = "Settings of a product";
    SubjectBlock = "Files, commands and connection strings";
    SubjectInput = "What a product needs besides the credentials";
    SubjectAnything = "Any text";
}
