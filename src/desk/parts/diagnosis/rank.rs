//! What comes first in a diagnosis.

use crate::reading::{Detail, DocumentPiece, Finding, FindingKind, PieceReading, RequestGrant, Severity};

/// Something that may be the cause.
pub(super) struct Candidate {
    pub rank: Rank,
    /// Absent: the error itself.
    pub finding: Option<Finding>,
}

impl Candidate {
    /// Sorts the most probable first. What is missing or twice often follows from something else, and what is twice
    /// from a name in the wrong place.
    pub(super) fn order(&self) -> (Rank, u8) {
        let kind = self.finding.as_ref().map(|finding| finding.kind);
        let consequence = match kind {
            Some(FindingKind::ParameterMissing | FindingKind::ParameterEmpty) => 2,
            Some(FindingKind::ParameterMisnamed) if self.finding.as_ref().is_some_and(is_optional) => 1,
            Some(
                FindingKind::ContentTypeMissing
                | FindingKind::ParametersInQuery
                | FindingKind::ParametersInQueryAllowed,
            ) => 1,
            _ => 0,
        };
        // A name that is there twice is a mistake, whatever the severity of that alone.
        match kind {
            Some(FindingKind::RepeatedParameter) if self.rank == Rank::Doubt => (Rank::Fault, 1),
            _ => (self.rank, consequence),
        }
    }
}

/// The most probable first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Two parts of the text do not fit together in what the error names.
    Shown,
    /// The error itself says what is wrong.
    Named,
    /// The command is not the one that was meant, so whatever else is wrong with it may follow from that.
    Syntax,
    /// The request must fail because of it.
    Fault,
    /// The request will likely fail because of it.
    Doubt,
    /// The error has known causes, none of which is in the text.
    Explained,
    /// Something else in the text must fail, or does not explain this error.
    OtherFault,
    /// Something else in the text will likely fail.
    OtherDoubt,
    /// Of the error, little more than the status is known.
    Vague,
    /// A danger to secrets, and no reason for an error.
    Danger,
    /// There is an error, and no table has it.
    Unexplained,
    /// Worth knowing, and no reason for an error.
    Noted,
}

/// The error code and the status of the error in question.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ErrorCode<'e> {
    pub error: Option<&'e str>,
    pub status: Option<u32>,
    /// The stable name of what the tables say about it first.
    pub row: Option<&'e str>,
}

/// What the text tells in words.
#[derive(Clone, Copy)]
pub(super) struct Told<'e> {
    /// Somebody says that it fails.
    pub failure: bool,
    /// The stable name of what the tables say about an error, wherever in the text that is.
    pub row: Option<&'e str>,
}

impl Told<'_> {
    fn names(self, kind: FindingKind) -> bool {
        ErrorCode { row: self.row, ..ErrorCode::default() }.names(kind)
    }

    /// Whether the server was reached without TLS, and gave another reason than that.
    fn is_past_tls(self) -> bool {
        self.row.is_some_and(|row| !row.starts_with("redirect") && !row.contains("https") && !row.contains("tls"))
    }
}

/// `is_of_attempt`: its piece belongs to the attempt that the error is about. `code`: absent where the text contains no error.
pub(super) fn rank_of_finding(
    finding: &Finding,
    piece: &DocumentPiece,
    is_of_attempt: bool,
    code: Option<ErrorCode<'_>>,
    told: Told<'_>,
) -> Rank {
    let is_setting = matches!(piece.reading, PieceReading::Settings(_));
    let subject = if is_setting { Subject::of_setting(finding.kind) } else { Subject::from(finding.kind) };
    let explains = code.is_none_or(|code| code.is_about(subject) && !(code.is_of_client() && is_left_out(finding)));
    let is_of_request =
        is_setting || matches!(piece.reading, PieceReading::Request(_) | PieceReading::Header(_) | PieceReading::Named);
    let is_of_tokens = matches!(piece.reading, PieceReading::Tokens(_));
    let is_first = (is_of_request || code.is_none()) && explains;
    match (subject, finding.kind.severity()) {
        // The attempt after it shows how it works.
        _ if told.failure && finding.kind == FindingKind::PairNeedsEncoding => Rank::Doubt,
        _ if !is_of_attempt => Rank::Noted,
        // It was valid when it was returned, and whoever shows that response did so later.
        _ if finding.kind == FindingKind::JwtExpired && code.is_none() && is_of_tokens => Rank::Noted,
        _ if code.is_some_and(|code| code.names(finding.kind)) || told.names(finding.kind) => Rank::Shown,
        _ if is_why(finding, piece) => Rank::Named,
        // What the error names is the cause, and this is why.
        (_, Severity::Error | Severity::Warning)
            if is_setting && code.is_some_and(|code| code.names_subject(subject)) =>
        {
            Rank::Named
        }
        _ if matches!(finding.kind, FindingKind::NotHttps | FindingKind::RedirectNotHttps) && told.is_past_tls() => {
            Rank::Danger
        }
        // The server read the parameters, so what is missing there is missing in the text only.
        _ if finding.kind == FindingKind::BlankLineMissing && code.is_some_and(ErrorCode::is_of_values) => Rank::Noted,
        // That it is something else is no fault.
        _ if finding.kind == FindingKind::AnswerUnknown => Rank::Noted,
        // Reportedly, and only with some products.
        _ if finding.kind == FindingKind::StateNotUrlSafe && !told.failure => Rank::Noted,
        (Subject::Habit, _) => Rank::Noted,
        (Subject::Danger, _) => Rank::Danger,
        // The server read the credentials, so the lines were joined when the command ran.
        (Subject::Syntax, _) if finding.kind == FindingKind::LineNotJoined && has_bad_pair(piece, code) => Rank::Doubt,
        (Subject::Syntax, Severity::Error | Severity::Warning) => Rank::Syntax,
        // Whoever shows a response has masked what was sent.
        _ if finding.kind == FindingKind::MaskedDots && code.is_some_and(|code| !code.is_of_client()) => Rank::Noted,
        // The program has the placeholder itself.
        (_, Severity::Info) if finding.kind == FindingKind::ValueMasked && finding.detail.is_some() => Rank::Doubt,
        // Allowed, and where the server did not accept the client, the first thing to look at.
        (Subject::Client, Severity::Info) if is_first && code.is_some() && may_be_missed(finding.kind) => Rank::Doubt,
        _ if is_documented_place(finding.kind, piece) && is_of_app_type(code) => Rank::OtherDoubt,
        (Subject::Place, _) if is_first && code.is_some() => Rank::Doubt,
        (Subject::Place, _) => Rank::Noted,
        (_, Severity::Error) if is_first && is_optional(finding) => Rank::Doubt,
        (_, Severity::Error) if is_first => Rank::Fault,
        (_, Severity::Error) => Rank::OtherFault,
        (_, Severity::Warning) if is_first => Rank::Doubt,
        (_, Severity::Warning) => Rank::OtherDoubt,
        (_, Severity::Good | Severity::Info) => Rank::Noted,
    }
}

/// A list of scopes is no request, so what is wrong with it explains no error that is there too.
pub(super) fn rank_of_scopes(finding: &Finding) -> Rank {
    match finding.kind.severity() {
        Severity::Error => Rank::OtherFault,
        Severity::Warning => Rank::OtherDoubt,
        Severity::Good | Severity::Info => Rank::Noted,
    }
}

/// Whether a name that is nearly right is that of a parameter without which the server goes on (RFC 6749 §3.3, §4.1.1).
fn is_optional(finding: &Finding) -> bool {
    let is_misnamed = finding.kind == FindingKind::ParameterMisnamed;
    is_misnamed && matches!(finding.detail, Some(Detail::Name("scope" | "state")))
}

/// Whether something other than the client is missing, for which RFC 6749 §5.2 has `invalid_request`.
fn is_left_out(finding: &Finding) -> bool {
    let is_missing = matches!(finding.kind, FindingKind::ParameterMissing | FindingKind::ParameterEmpty);
    let names = ["username", "password", "code", "redirect_uri", "refresh_token", "code_verifier"];
    is_missing && matches!(finding.detail, Some(Detail::Name(name)) if names.contains(&name))
}

/// Whether the parameters of this grant type may be where they are, by the documentation of the server that has it.
fn is_documented_place(kind: FindingKind, piece: &DocumentPiece) -> bool {
    let is_place = matches!(
        kind,
        FindingKind::ParametersInQuery | FindingKind::ParametersInQueryAllowed | FindingKind::ContentTypeMissing
    );
    let PieceReading::Request(request) = &piece.reading else { return false };
    is_place && request.grant == Some(RequestGrant::AccountCredentials)
}

/// Whether the first cause of the error is that the app has a different type.
fn is_of_app_type(code: Option<ErrorCode<'_>>) -> bool {
    code.is_some_and(|code| code.row == Some("grant-refused"))
}

/// Whether the server rejected the client, and the credentials in the request cannot be right.
fn has_bad_pair(piece: &DocumentPiece, code: Option<ErrorCode<'_>>) -> bool {
    code.is_some_and(ErrorCode::is_of_client)
        && piece.findings.iter().any(|finding| finding.kind == FindingKind::NewlineEncoded)
}

/// Whether it was looked for because of the error, and says why the server returned that.
fn is_why(finding: &Finding, piece: &DocumentPiece) -> bool {
    let kinds = [
        FindingKind::NotAnAccessToken,
        FindingKind::RedirectHasCode,
        FindingKind::RefusedByName,
        FindingKind::RefusedForSlash,
        FindingKind::ScopesByComma,
        FindingKind::VerifierLeftOut,
        FindingKind::ParametersInQuery,
        FindingKind::BlanksAround,
        FindingKind::ScopeLeftOut,
        FindingKind::RedirectHasCapitals,
        FindingKind::JwtInMilliseconds,
        FindingKind::JwtTimeRounded,
        FindingKind::TokensCrossed,
        FindingKind::VerificationTokenRetired,
        FindingKind::EndpointAsDiscovery,
        FindingKind::ExpiryInPast,
        FindingKind::SchemeGlued,
    ];
    matches!(piece.reading, PieceReading::Named) && kinds.contains(&finding.kind)
}

fn may_be_missed(kind: FindingKind) -> bool {
    matches!(
        kind,
        FindingKind::ClientMaybePublic
            | FindingKind::SecretEmpty
            | FindingKind::SettingPlaceholder
            | FindingKind::PairNeedsEncoding
    )
}

/// What a finding is about, to see which errors follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// How the command is written.
    Syntax,
    /// How the client authenticates.
    Client,
    /// The grant type.
    Grant,
    /// The grant type of a different type of app, whose client the server does not accept for it.
    App,
    /// Parameters in a place where the server reads them, by its documentation.
    Place,
    /// The redirect URL.
    Redirect,
    /// Where the client finds the server.
    Endpoint,
    /// Whether the code, or what it is bound to, is the right one.
    Code,
    /// Whether a server can read the request at all, and anything else that every error can follow from.
    Any,
    /// Where secrets end up.
    Danger,
    /// What is so in nearly every text of the kind, and harmless.
    Habit,
}

impl Subject {
    /// What is wrong with the setting of a client spoils whatever it is used for, and nothing else.
    fn of_setting(kind: FindingKind) -> Subject {
        use FindingKind as Kind;
        match kind {
            Kind::BlankInAddress | Kind::FragmentInAddress | Kind::RedirectNotHttps | Kind::RedirectWildcard => {
                Subject::Redirect
            }
            Kind::DiscoveryAsIssuer
            | Kind::SettingMisnamed
            | Kind::EndpointsEqual
            | Kind::EndpointsSwapped
            | Kind::EndpointOfOtherUse => Subject::Endpoint,
            Kind::SpaceAtEquals => Subject::Any,
            _ => Subject::Client,
        }
    }
}

impl From<FindingKind> for Subject {
    fn from(kind: FindingKind) -> Subject {
        use FindingKind as Kind;
        match kind {
            Kind::CommandCutOff
            | Kind::LineNotJoined
            | Kind::QuotesOfAnotherShell
            | Kind::AmpersandNotQuoted
            | Kind::BackslashInCmd
            | Kind::PasteMarks
            | Kind::CurlOfPowershell
            | Kind::BlankBeforeName
            | Kind::FragmentInAddress
            | Kind::HtmlAmpersand => Subject::Syntax,
            Kind::ClientAuthenticationMissing
            | Kind::ClientMaybePublic
            | Kind::TwoAuthentications
            | Kind::BasicMissing
            | Kind::SchemeMistyped
            | Kind::BearerHeader
            | Kind::HeaderMisnamed
            | Kind::HeaderNameTwice
            | Kind::PartMissing
            | Kind::PairNeedsEncoding
            | Kind::SecretEmpty
            | Kind::SecretHashed => Subject::Client,
            Kind::GrantMistyped | Kind::GrantForOtherApp => Subject::Grant,
            Kind::GrantNarrow => Subject::App,
            Kind::ParametersInQueryAllowed => Subject::Place,
            Kind::TwoRedirectUrls
            | Kind::RedirectUrlLeftOut
            | Kind::VerifierLeftOut
            | Kind::ChallengeLeftOut
            | Kind::VerifierDiffers
            | Kind::TwoTenants
            | Kind::CodeSentTwice
            | Kind::CodeAltered
            | Kind::TwoCodes => Subject::Code,
            Kind::SecretInAddress | Kind::TokenInQuery | Kind::UserInAddress => Subject::Danger,
            Kind::SecretInCommand | Kind::WrappedAddress => Subject::Habit,
            _ => Subject::Any,
        }
    }
}

impl ErrorCode<'_> {
    /// Whether the server did not accept the client.
    fn is_of_client(self) -> bool {
        self.error == Some("invalid_client")
    }

    /// Whether the server read the values of the request.
    fn is_of_values(self) -> bool {
        matches!(self.error, Some("invalid_grant" | "invalid_scope" | "unauthorized_client" | "access_denied"))
    }

    /// Whether the error code itself tells that it is about that subject (RFC 6749 §5.2; Google, Zoom and others).
    fn names_subject(self, subject: Subject) -> bool {
        match self.error {
            Some("invalid_client" | "unauthorized_client") => subject == Subject::Client,
            Some("redirect_uri_mismatch" | "invalid_redirect_uri") => subject == Subject::Redirect,
            // Who does not ask the right endpoint gets no error of OAuth.
            Some("invalid_grant" | "invalid_scope" | "access_denied") => false,
            _ => subject == Subject::Endpoint,
        }
    }

    /// Whether the error can follow from something about that subject (RFC 6749 §5.2).
    fn is_about(self, subject: Subject) -> bool {
        match (subject, self.error) {
            // No endpoint read the request.
            (
                Subject::Client | Subject::Grant | Subject::App | Subject::Code | Subject::Redirect | Subject::Place,
                _,
            ) if matches!(self.row, Some("not-found" | "keycloak-auth-path")) => false,
            (
                Subject::Client,
                Some(
                    "invalid_grant"
                    | "invalid_scope"
                    | "unsupported_grant_type"
                    | "access_denied"
                    | "redirect_uri_mismatch"
                    | "invalid_redirect_uri"
                    | "bad_verification_code",
                ),
            ) => self.status == Some(401),
            (Subject::Redirect, Some("invalid_client" | "unauthorized_client" | "invalid_scope" | "access_denied")) => {
                false
            }
            (Subject::Grant, Some("invalid_client" | "invalid_grant" | "invalid_scope")) => false,
            (Subject::Code, Some("invalid_client" | "invalid_scope" | "unsupported_grant_type")) => false,
            (Subject::App, Some("invalid_grant" | "invalid_scope")) => false,
            (Subject::Place, error) => {
                matches!(error, Some("invalid_request" | "unsupported_grant_type" | "Bad Request"))
                    || error.is_none() && self.status == Some(400)
            }
            _ => true,
        }
    }

    /// Whether the error names just that, and the finding shows where it is.
    fn names(self, kind: FindingKind) -> bool {
        use FindingKind as Kind;
        let row = self.row.unwrap_or_default();
        match kind {
            Kind::TwoRedirectUrls => row.starts_with("redirect-mismatch"),
            Kind::RedirectUrlLeftOut => matches!(row, "redirect-mismatch-token" | "redirect-missing"),
            Kind::RedirectNotRegistered => {
                row == "redirect-refused" || row.starts_with("redirect-mismatch") && row != "redirect-mismatch-token"
            }
            Kind::VerifierLeftOut | Kind::VerifierDiffers => row.starts_with("verifier-") || row == "pkce-missing",
            Kind::ChallengeLeftOut => row == "verifier-unexpected" || row == "pkce-missing",
            // What is not found by its name is missing.
            Kind::SettingNameOdd | Kind::NameReadDiffers => {
                matches!(row, "url-without-scheme" | "setting-missing" | "client-id-missing" | "secret-missing")
            }
            Kind::TwoClientIds => row == "code-other-client",
            Kind::CodeSentTwice => row == "code-used",
            Kind::TwoStates => row.starts_with("state-mi"),
            // Whoever could not read it as JSON, a form was sent as JSON.
            Kind::BodyNotAsDeclared | Kind::ContentTypeRepeated => matches!(row, "not-json" | "content-type"),
            _ => false,
        }
    }
}
