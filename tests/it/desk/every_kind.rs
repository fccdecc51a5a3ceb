//! Each kind of finding is found in a text that somebody types or pastes.

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START};
use crate::catalog::sample::{input, sample};
use crate::notation::{assert_said, said};

use authdesk::blocks::BlockFormat;
use authdesk::desk::parts::{command, diagnosis, discovery, pasted, test_call};
use authdesk::desk::tools::{
    authorize_url, basic_header, compare_redirects, jwt, read_authorize_url, read_header, redirect, request, scopes,
    token_answer,
};
use authdesk::desk::{Action, ClockAction, CodeAction, Field, Lead, Needs, RequestKind};
use authdesk::oauth::{Secret, read_pasted_answer};
use authdesk::reading::{
    AnswerContext, DocumentHabits, Finding, FindingKind, LandingContext, RequestGrant, RequestHabits, TEXT_LIMIT,
    answer_findings, landed, read_block, read_document, read_request, read_settings,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use strum::VariantArray;

const VALUES: &str = "#/tool/values";
const VERINT: &str = "#/product/verint-recorder?variant=oauth";
const KUFER: &str = "#/product/kufersql";
const OTHER: &str = "#/product/other-server";
const MACHINES: &str = "#/product/other-server?variant=client-credentials";
const REDIRECT: &str = "https://www.example.com/";
/// The header of the client ID `x` and the secret `y`.
const HEADER: &str = "Basic eDp5";
const AUTHORIZE: &str = "https://zoom.us/oauth/authorize?response_type=code&client_id=bX3hG4UYSRyJWQ3zGn8otg\
                         &redirect_uri=https%3A%2F%2Fwww.example.com%2F&state=xyz";
/// RFC 7636 appendix B.
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const TOKENS: &str = r#"{"access_token":"eyJ.a","refresh_token":"eyJ.r","expires_in":3599}"#;
const ACCESS_ONLY: &str = r#"{"access_token":"eyJ.a","expires_in":3599}"#;
const USER: &str = r#"{"id":"zJKyaiAyTNC-MWjiWC18KQ","type":2,"account_id":"q6gBJVO5TzexKYTb_I2rpg"}"#;
const SERVER: &str = r#"{"issuer":"https://a.example","authorization_endpoint":"https://a.example/authorize","token_endpoint":"https://a.example/token","code_challenge_methods_supported":["S256"]}"#;
const CURL: &str = "curl -X POST https://zoom.us/oauth/token -d grant_type=client_credentials";

/// What is found of a kind in a text that has it, and what that is in the notation of the tests.
///
/// A kind without a text does not compile.
fn example(kind: FindingKind) -> (Vec<Finding>, &'static str) {
    match kind {
        // A value.
        FindingKind::BlanksAround => (value(" DemoId"), "blanks-around@0+1"),
        FindingKind::ControlCharacter => (value("Demo\tId"), "control-character@4+1"),
        FindingKind::ColonInIdentifier => (value("1234abc:5678def"), "colon-in-identifier@7+1"),
        FindingKind::NoBreakSpace => (value("Demo\u{a0}Id"), "no-break-space@4+1=U+00A0"),
        FindingKind::InvisibleCharacter => (value("DemoId\u{200b}"), "invisible-character@6+1=U+200B"),
        FindingKind::ByteOrderMark => (value("\u{feff}DemoId"), "byte-order-mark@0+1=U+FEFF"),
        FindingKind::TypographicQuotes => (value("\u{201c}DemoId\u{201d}"), "typographic-quotes@0+1=U+201C"),
        FindingKind::QuotesAround => (value("\"DemoId\""), "quotes-around@0+1"),
        FindingKind::ListBullet => (value("\u{2022} DemoId"), "list-bullet@0+2"),
        FindingKind::LineBreakInside => (value("Demo\r\nId"), "line-break-inside@4+2"),
        FindingKind::BlankInside => (value("Demo Id"), "blank-inside@4+1"),
        FindingKind::LabelIncluded => (value("Client ID: DemoId"), "label-included@0+11=Client ID"),
        FindingKind::TrailingPunctuation => (value("DemoId,"), "trailing-punctuation@6+1"),
        FindingKind::PlaceholderWords => (value("YOUR_CLIENT_ID"), "placeholder-words@0+14"),
        FindingKind::MaskedDots => (value("DemoId****"), "masked-dots@6+4"),
        FindingKind::ForeignLetter => (value("D\u{435}moId"), "foreign-letter@1+1=U+0435"),
        FindingKind::SameValueTwice => (two_values(CLIENT_ID, CLIENT_ID), "same-value-twice"),
        FindingKind::MaybeSwapped => (two_values(CLIENT_SECRET, CLIENT_ID), "maybe-swapped"),
        FindingKind::AccountNumber => (field(VALUES, Field::AccountId, "1234567890"), "account-number@0+10"),
        FindingKind::EmailInstead => (value("admin@example.com"), "email-instead@5+1"),
        FindingKind::AddressInstead => (value("https://zoom.us/"), "address-instead@0+8"),
        FindingKind::JwtInstead => (value("eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.abc-_1"), "jwt-instead@0+3"),
        FindingKind::RetiredKey => (value("API Key: DemoKey"), "retired-key@0+9"),
        FindingKind::LostCharacter => (value("a\u{fffd}"), "lost-character@1+1"),

        // An endpoint or a redirect URL.
        FindingKind::NoAddress => (endpoint("https://a.example:"), "no-address@17+1"),
        FindingKind::NotHttps => (endpoint("http://a.example/"), "not-https"),
        FindingKind::BlankInAddress => (endpoint("https://a.example/a b"), "blank-in-address@19+1"),
        FindingKind::UserInAddress => (endpoint("https://me@a.example/"), "user-in-address@10+1"),
        FindingKind::FragmentInAddress => (endpoint("https://a.example/#x"), "fragment-in-address@18+1"),
        FindingKind::ParameterInEndpoint => (parameter_in_endpoint(), "parameter-in-endpoint"),
        FindingKind::LocalhostRefused => {
            (field(VERINT, Field::RedirectUrl, "http://localhost:8080/cb"), "localhost-refused")
        }
        FindingKind::RedirectNotHttps => {
            (field(VERINT, Field::RedirectUrl, "http://www.example.com/"), "redirect-not-https")
        }

        // A returned URL.
        FindingKind::CodeFound => (landing("https://www.example.com/?code=A"), "code-found"),
        FindingKind::CodeMissing => (landing("https://www.example.com/"), "code-missing"),
        FindingKind::CodeEmpty => (landing("https://www.example.com/?code="), "code-empty"),
        FindingKind::SeveralCodes => (landing("https://www.example.com/?code=A&code=B"), "several-codes"),
        FindingKind::AuthorizationRefused => {
            (landing("https://www.example.com/?error=access_denied"), "authorization-refused")
        }
        FindingKind::CodeAndError => {
            (landing("https://www.example.com/?code=A&error=access_denied"), "code-and-error@32+1")
        }
        FindingKind::StateMatches => (landing("https://www.example.com/?code=A&state={state}"), "state-matches"),
        FindingKind::StateDiffers => (landing("https://www.example.com/?code=A&state=forged"), "state-differs"),
        FindingKind::StateAbsent => (landing("https://www.example.com/?code=A"), "state-absent"),
        // Where none is expected.
        FindingKind::StateEmpty => {
            let read = landed("https://www.example.com/?code=A&state=", None, &LandingContext::default());
            (read.findings, "state-empty@32+6")
        }
        FindingKind::StateNotSeen => (landing(CODE), "state-not-seen"),
        FindingKind::StateRepeated => {
            (landing("https://www.example.com/?code=A&state={state}&state=B"), "state-repeated")
        }
        FindingKind::RepeatedParameter => {
            (landing("https://www.example.com/?code=A&code=B"), "repeated-parameter@32+1")
        }
        FindingKind::AddressMatches => (landing("https://www.example.com/?code=A"), "address-matches"),
        FindingKind::AddressDiffers => (landing("https://www.example.com/cb?code=A"), "address-differs"),
        FindingKind::QuotesLeftOut => (landing("<https://www.example.com/?code=A>"), "quotes-left-out@0+1"),
        FindingKind::BlanksLeftOut => (landing("https://www.example.com/?code=A B"), "blanks-left-out@31+1"),
        FindingKind::HtmlAmpersand => (landing("https://www.example.com/?code=A&amp;state=B"), "html-ampersand@31+1"),
        FindingKind::PlusInCode => (landing("https://www.example.com/?code=A+B"), "plus-in-code@31+1"),
        FindingKind::CodeDecoded => (landing("https://www.example.com/?code=4%2FA"), "code-decoded@30+5"),
        FindingKind::EncodedTwice => (landing("https://www.example.com/?code=A%253D"), "encoded-twice@31+1"),
        FindingKind::InFragment => (landing("https://www.example.com/#code=A"), "in-fragment@25+1"),
        FindingKind::WrappedAddress => {
            (landing("https://www.google.com/url?q=https://www.example.com/"), "wrapped-address@29+24=Google redirect")
        }
        FindingKind::ScannerMayHaveUsed => {
            (landing("https://www.google.com/url?q=https://www.example.com/?code%3DA"), "scanner-may-have-used")
        }
        FindingKind::MoreBehindCode => (landing("ABC_def-1&state=xyz"), "more-behind-code@9+10"),
        FindingKind::AlreadyDecoded => {
            (landing("https://www.example.com/?code=A&state=\u{e4}"), "already-decoded@38+1")
        }
        FindingKind::CodeTooOld => (after_five_minutes(), "code-too-old=5"),
        FindingKind::CodeUsedInCommand => (used_twice(), "code-used-in-command"),
        FindingKind::CodeMaybe => (landing("hello"), "code-maybe"),
        FindingKind::NotAVerifier => (verifier(CHALLENGE.get(1..).unwrap()), "not-a-verifier"),
        FindingKind::FormBodyRead => (landing("code=A&state=B"), "form-body-read"),

        // A token response.
        FindingKind::TokensRead => (answer(KUFER, TOKENS), "tokens-read"),
        FindingKind::DeviceCodesRead => (
            answer(KUFER, r#"{"device_code":"a","user_code":"b","verification_uri":"https://id.example.com/device"}"#),
            "device-codes-read",
        ),
        FindingKind::NoRefreshToken => (answer(KUFER, ACCESS_ONLY), "no-refresh-token"),
        FindingKind::RefreshTokenMissing => (answer(VERINT, ACCESS_ONLY), "refresh-token-missing"),
        FindingKind::RefreshTokenAbsent => (answer("#/tool/token-answer", ACCESS_ONLY), "refresh-token-absent"),
        FindingKind::TokenRefused => (answer(KUFER, r#"{"error":"invalid_client"}"#), "token-refused"),
        FindingKind::OtherRefusal => {
            (answer(KUFER, r#"{"code":124,"message":"Access token is expired."}"#), "other-refusal")
        }
        FindingKind::AnswerIsPage => (answer(KUFER, "<!doctype html><title>404</title>"), "answer-is-page"),
        FindingKind::AnswerCutOff => (answer(KUFER, r#"{"access_token":"eyJ"#), "answer-cut-off"),
        FindingKind::AnswerNotJson => (answer(KUFER, "hello"), "answer-not-json@0+1"),
        FindingKind::AnswerUnknown => (answer(KUFER, "{}"), "answer-unknown"),
        FindingKind::RefreshRotates => (answer(VERINT, TOKENS), "refresh-rotates"),
        FindingKind::ScopesAbsent => (answer(KUFER, ACCESS_ONLY), "scopes-absent"),
        FindingKind::RegionNamed => {
            (answer(KUFER, r#"{"access_token":"a","api_url":"https://api-eu.zoom.us"}"#), "region-named")
        }
        FindingKind::AnswerQuoted => (answer(KUFER, "'{\"access_token\":\"a\"}'"), "answer-quoted@0+1"),
        FindingKind::TokensEqual => (answer(KUFER, r#"{"access_token":"a","refresh_token":"a"}"#), "tokens-equal"),
        FindingKind::AnswerIsTable => {
            (answer(KUFER, "access_token : eyJ.a\ntoken_type   : bearer\n"), "answer-is-table")
        }
        FindingKind::AnswerIsForm => (answer(KUFER, "access_token=a&scope=b&token_type=bearer"), "answer-is-form"),
        FindingKind::ClockAhead => (answer(KUFER, &dated(START / 1000 + 3600)), "clock-ahead"),
        FindingKind::TextAroundAnswer => (answer(KUFER, "$ {\"access_token\":\"a\"}"), "text-around-answer@0+2"),
        FindingKind::RefreshTokenRead => (answer(VERINT, "Refresh token: eyJ.r"), "refresh-token-read"),

        // The response of the test call.
        FindingKind::CallSucceeded => (call("", USER), "call-succeeded"),
        FindingKind::CallRefused => (call("", r#"{"code":124,"message":"Access token is expired."}"#), "call-refused"),
        FindingKind::TokenInstead => (call("", TOKENS), "token-instead"),
        FindingKind::NotAnApiAnswer => (call("", "{\"a\": b}"), "not-an-api-answer@6+1"),
        FindingKind::AccountMatches => (call("q6gBJVO5TzexKYTb_I2rpg", USER), "account-matches"),
        FindingKind::AccountDiffers => (call("anotherAccount00000001", USER), "account-differs"),

        // A JSON Web Token.
        FindingKind::JwtRead => (jwt(&token("HS256", "{}")), "jwt-read"),
        FindingKind::JwtCutOff => (jwt("eyJ..."), "jwt-cut-off"),
        FindingKind::JwtPartUnreadable => (jwt("eyJhbGciOiJ4In0.YWJj.s"), "jwt-part-unreadable@16+4"),
        FindingKind::JwtExpired => (jwt(&token("HS256", r#"{"exp":1300819380}"#)), "jwt-expired"),
        FindingKind::JwtUnsigned => (jwt(&token("none", "{}")), "jwt-unsigned"),
        FindingKind::JwtNotAToken => (jwt("hello"), "jwt-not-a-token"),

        // A header.
        FindingKind::HeaderRead => (header(HEADER), "header-read"),
        FindingKind::EncodingsAgree => (credentials("id", "secret"), "encodings-agree"),
        FindingKind::EncodingsDiffer => (credentials("my id", "secret"), "encodings-differ"),
        FindingKind::NewlineEncoded => (pair("x:y\n"), "newline-encoded@pair:3+1"),
        FindingKind::WrappedLines => (header("Basic eDp5\neXl5"), "wrapped-lines@10+1"),
        FindingKind::UrlAlphabet => (header("Basic aWR-fn46cz8_Pw=="), "url-alphabet@9+1"),
        FindingKind::PaddingMissing => (header("Basic eDp5eQ"), "padding-missing@12+0"),
        FindingKind::LetterLost => (header("Basic SUQ6YWJ"), "letter-lost@13+0"),
        FindingKind::NotBase64 => (header("Basic SUQ6!YWJK"), "not-base64@10+1=U+0021"),
        FindingKind::Base64Twice => (pair(&STANDARD.encode("DemoId:DemoSecret")), "base64-twice"),
        FindingKind::BasicTwice => (header("Basic Basic eDp5"), "basic-twice@6+6"),
        FindingKind::HeaderNameTwice => (header("Authorization: Authorization: Basic eDp5"), "header-name-twice@15+15"),
        FindingKind::BearerHeader => (
            request("curl https://zoom.us/oauth/token -H 'Authorization: Bearer abc' -d grant_type=refresh_token"),
            "bearer-header@52+6",
        ),
        FindingKind::SchemeMistyped => (header("Baisc SUQ6YWJKU0VDUkVU"), "scheme-mistyped@0+5"),
        FindingKind::LineBreakInHeader => (header("Basic eDp5\\n"), "line-break-in-header@10+2"),
        FindingKind::BearerRead => (header("Bearer abc"), "bearer-read"),
        FindingKind::BearerMissing => (header("Authorization: eyJhbGciOiJub25lIn0.e30.x"), "bearer-missing@15+0"),
        FindingKind::BearerEmpty => (header("Bearer undefined"), "bearer-empty@7+9"),
        FindingKind::BearerTwice => (header("Bearer Bearer abc"), "bearer-twice@7+7"),
        FindingKind::BearerWrapped => (header("Bearer ('abc',)"), "bearer-wrapped@7+8"),
        FindingKind::PairAsBearer => (header("Bearer eDp5"), "pair-as-bearer@7+4"),
        FindingKind::OtherScheme => (header("Authorization: Digest eDp5"), "other-scheme@15+6"),
        FindingKind::SchemeMissing => (header("eDp5"), "scheme-missing@0+0"),
        FindingKind::ColonMissing => (pair("DemoIdDemoSecret"), "colon-missing"),
        FindingKind::SeveralColons => (pair("x:y:z"), "several-colons@pair:3+1"),
        FindingKind::ColonEncoded => (pair("DemoId%3ADemoSecret"), "colon-encoded@pair:6+3"),
        FindingKind::Utf16Pair => (header("Basic AHgAOgB5"), "utf-16-pair"),
        FindingKind::Latin1Pair => (header("Basic WvxyaWNoOmdlaGVpbQ=="), "latin-1-pair"),
        FindingKind::PairNotText => (header("Basic /wDY"), "pair-not-text"),
        FindingKind::PairFormEncoded => (pair("x+y:z"), "pair-form-encoded@pair:1+1"),
        FindingKind::PairNotEncoded => (header("Basic DemoId:DemoSecret"), "pair-not-encoded@12+1"),
        FindingKind::PartMissing => (pair(":secret"), "part-missing@pair:0+0"),
        FindingKind::SecretEmpty => (pair("id:"), "secret-empty@pair:3+0"),

        // An authorization URL.
        FindingKind::AuthorizeUrlRead => (authorize("", ""), "authorize-url-read"),
        FindingKind::ParameterMissing => (authorize("response_type=code&", ""), "parameter-missing=response_type"),
        FindingKind::ParameterEmpty => (authorize("=code", "="), "parameter-empty@32+14=response_type"),
        FindingKind::AuthorizePath => (authorize("/oauth/authorize", "/oauth"), "authorize-path@15+6"),
        FindingKind::ApiHost => (authorize("zoom.us", "api.zoom.us"), "api-host@8+11"),
        FindingKind::VanityHost => (authorize("zoom.us", "acme.zoom.us"), "vanity-host@8+12"),
        FindingKind::GovernmentHost => (authorize("zoom.us", "zoomgov.com"), "government-host@8+11"),
        FindingKind::OtherHost => (authorize("zoom.us", "zoom.com"), "other-host@8+8"),
        FindingKind::OwnPage => (authorize("/oauth/authorize", "/oauth/signin"), "own-page@8+20"),
        FindingKind::ResponseTypeNotCode => (authorize("=code", "=token"), "response-type-not-code@46+5"),
        FindingKind::ScopeUnwanted => (authorize("&state", "&scope=a:b&state"), "scope-unwanted@130+9"),
        FindingKind::PkcePlain => (authorize("=xyz", &format!("=xyz&code_challenge={CHALLENGE}")), "pkce-plain@140+58"),
        FindingKind::ChallengeShape => {
            (authorize("=xyz", "=xyz&code_challenge=abc&code_challenge_method=S256"), "challenge-shape@155+3")
        }
        FindingKind::RedirectCutOff => {
            (authorize("https%3A%2F%2Fwww.example.com%2F", "https://a.example/?x=1&y=2"), "redirect-cut-off@119+4")
        }
        FindingKind::RedirectNotEncoded => {
            (authorize("https%3A%2F%2Fwww.example.com%2F", "https://a.example/"), "redirect-not-encoded@97+18")
        }
        FindingKind::RedirectHalfEncoded => (
            authorize("https%3A%2F%2Fwww.example.com%2F", "https://a.example/%3Fa%3Db%26c"),
            "redirect-half-encoded@97+30",
        ),
        FindingKind::SecondQuestionMark => (authorize("&state", "?state"), "second-question-mark@129+1"),
        FindingKind::SecretInAddress => {
            (authorize("&state", "&client_secret=x&state"), "secret-in-address@130+15=client_secret")
        }
        FindingKind::StateMissing => (authorize("&state=xyz", ""), "state-missing"),
        FindingKind::StateNotUrlSafe => (authorize("=xyz", "=a+b"), "state-not-url-safe@136+3"),
        FindingKind::ParameterUnknown => (authorize("&state", "&foo=1&state"), "parameter-unknown@130+5"),
        FindingKind::ClientIdDiffers => (authorize("bX3hG4UYSRyJWQ3zGn8otg", "another"), "client-id-differs@61+7"),
        FindingKind::RedirectDiffers => {
            (authorize("www.example.com%2F", "www.example.com%2Fcb"), "redirect-differs@97+34")
        }
        FindingKind::ChallengeMethodUnknown => (
            authorize("=xyz", &format!("=xyz&code_challenge={CHALLENGE}&code_challenge_method=s256")),
            "challenge-method-unknown@221+4",
        ),

        // Redirect URLs side by side.
        FindingKind::SchemeDiffers => (redirects("http://www.example.com/"), "scheme-differs@0+4"),
        FindingKind::HostDiffers => (redirects("https://www.example.org/"), "host-differs@20+3"),
        FindingKind::HostCaseDiffers => (redirects("https://www.Example.com/"), "host-case-differs@12+1"),
        FindingKind::WwwDiffers => (redirects("https://example.com/"), "www-differs@8+0"),
        FindingKind::PortDiffers => (redirects("https://www.example.com:8443/"), "port-differs@24+4"),
        FindingKind::DefaultPortDiffers => (redirects("https://www.example.com:443/"), "default-port-differs@24+3"),
        FindingKind::PathDiffers => (redirects("https://www.example.com/cb"), "path-differs@24+2"),
        FindingKind::PathCaseDiffers => {
            (two_redirects("https://a.example/cb", "https://a.example/CB"), "path-case-differs@18+2")
        }
        FindingKind::SlashDiffers => (redirects("https://www.example.com"), "slash-differs@23+0"),
        FindingKind::DoubledSlashDiffers => {
            (two_redirects("https://a.example/cb", "https://a.example//cb"), "doubled-slash-differs@18+1")
        }
        FindingKind::EncodingDiffers => (redirects("https%3A%2F%2Fwww.example.com%2F"), "encoding-differs@0+32"),
        FindingKind::QueryDiffers => (redirects("https://www.example.com/?x=1"), "query-differs@25+3"),
        FindingKind::FragmentDiffers => (redirects("https://www.example.com/#x"), "fragment-differs@25+1"),
        FindingKind::BlankDiffers => (redirects("https://www.example.com/ "), "blank-differs@24+1"),
        FindingKind::SameByteForByte => (redirects(REDIRECT), "same-byte-for-byte"),

        // Scopes.
        FindingKind::ScopesRead => (scopes("", "user:read:user"), "scopes-read=1"),
        FindingKind::ScopeUnknown => (scopes("", "user:read:user no:such:scope"), "scope-unknown@15+13=1"),
        FindingKind::ScopeClassic => (scopes("", "user:read:admin"), "scope-classic@0+15=1"),
        FindingKind::ScopesMixed => (scopes("", "user:read:user user:read:admin"), "scopes-mixed@15+15=1"),
        FindingKind::ScopeLevel => (scopes("user:read:user:admin", "user:read:user"), "scope-level@0+14=1"),
        FindingKind::ScopeRepeated => (scopes("", "user:read:user user:read:user"), "scope-repeated@15+14=1"),
        FindingKind::OneIsEnough => (
            scopes("", "Invalid access token, does not contain scopes:[user:read:user:admin, user:read:admin]."),
            "one-is-enough@47+37=2",
        ),
        FindingKind::ScopeCase => (scopes("", "User:Read:User"), "scope-case@0+14=1"),
        FindingKind::ScopesMissing => {
            (scopes("user:read:user meeting:read:meeting", "user:read:user"), "scopes-missing=1")
        }
        FindingKind::ScopesExtra => (scopes("user:read:user", "user:read:user a:b"), "scopes-extra@15+3=1"),
        FindingKind::NoScopeFound => (scopes("", "%%%"), "no-scope-found"),

        // A request.
        FindingKind::RequestRead => (request(CURL), "request-read"),
        FindingKind::ParametersInQuery => (
            request("curl -X POST 'https://zoom.us/oauth/token?grant_type=refresh_token&refresh_token=$T'"),
            "parameters-in-query@42+41",
        ),
        FindingKind::JsonBody => (
            request("curl https://zoom.us/oauth/token -d '{\"grant_type\":\"client_credentials\"}'"),
            "json-body@36+37",
        ),
        FindingKind::ContentTypeMissing => (
            request("POST /oauth/token HTTP/1.1\nHost: zoom.us\n\ngrant_type=client_credentials"),
            "content-type-missing@0+4",
        ),
        FindingKind::MethodNotPost => {
            (request("curl -X GET https://zoom.us/oauth/token -d grant_type=client_credentials"), "method-not-post@8+3")
        }
        FindingKind::OtherTokenEndpoint => {
            (request("curl https://zoom.us/oauth -d grant_type=client_credentials"), "other-token-endpoint@5+21")
        }
        FindingKind::SecretInCommand => (
            request(
                "curl https://zoom.us/oauth/token -u DemoClientId:DemoClientSecret -d grant_type=client_credentials",
            ),
            "secret-in-command@49+16",
        ),
        FindingKind::TokenInQuery => {
            (request("curl 'https://api.zoom.us/v2/users/me?access_token=DemoToken'"), "token-in-query@38+22")
        }
        FindingKind::QuotesOfAnotherShell => (
            request("C:\\>curl -X POST 'https://zoom.us/oauth/token' ^\r\n  -d 'grant_type=client_credentials'"),
            "quotes-of-another-shell@17+1",
        ),
        FindingKind::CommandCutOff => {
            (request("curl https://zoom.us/oauth/token -d 'grant_type"), "command-cut-off@36+1")
        }
        FindingKind::AmpersandNotQuoted => (
            request("curl https://zoom.us/oauth/token -d grant_type=account_credentials&account_id=x"),
            "ampersand-not-quoted@66+1",
        ),
        FindingKind::LineNotJoined => {
            (request("curl https://zoom.us/oauth/token\n  -d grant_type=client_credentials"), "line-not-joined@32+1")
        }
        FindingKind::CurlOfPowershell => (
            request("PS C:\\> curl -X POST https://zoom.us/oauth/token `\n  -d \"grant_type=client_credentials\""),
            "curl-of-powershell@8+4",
        ),
        FindingKind::ClientAuthenticationMissing => (request(CURL), "client-authentication-missing@0+4"),
        FindingKind::ClientMaybePublic => (
            request("curl https://a.example/token -d 'grant_type=refresh_token&refresh_token=a&client_id=b'"),
            "client-maybe-public@0+4",
        ),
        FindingKind::TwoAuthentications => {
            (request(&format!("{CURL} -d client_secret=x -u \"$ID:$SECRET\"")), "two-authentications@77+15")
        }
        FindingKind::HeaderMisnamed => {
            (request(&format!("{CURL} -H 'Authentication: Basic eDp5'")), "header-misnamed@94+5")
        }
        FindingKind::BasicMissing => {
            (request(&format!("{CURL} -H 'Authorization: RGVtb0lkOkRlbW9TZWNyZXQ='")), "basic-missing@93+24")
        }
        FindingKind::GrantMistyped => {
            (request(&CURL.replace("credentials", "credential")), "grant-mistyped@44+28=client_credentials")
        }
        FindingKind::GrantIsCode => {
            (request("curl https://zoom.us/oauth/token -d 'code=abcdefgh&grant_type=abcdefgh'"), "grant-is-code@51+19")
        }
        FindingKind::GrantNarrow => (request(CURL), "grant-narrow@44+29=client_credentials"),
        FindingKind::MultipartBody => (request(&CURL.replace("-d", "-F")), "multipart-body@44+29"),
        FindingKind::FormInOneField => (
            request("curl https://zoom.us/oauth/token -F 'client_id=a&grant_type=client_credentials'"),
            "form-in-one-field@36+43",
        ),
        FindingKind::BodyNotAsDeclared => {
            (request(&format!("{CURL} -H 'Content-Type: application/json'")), "body-not-as-declared@92+16")
        }
        FindingKind::ContentTypeRepeated => (
            request(&format!(
                "{CURL} -H 'Content-Type: application/x-www-form-urlencoded' -H 'Content-Type: text/plain'"
            )),
            "content-type-repeated@145+10",
        ),
        FindingKind::JsonMayFail => (
            request(
                "curl https://a.example/token -H 'Content-Type: application/json' -d '{\"grant_type\":\"client_credentials\"}'",
            ),
            "json-may-fail@68+37",
        ),
        FindingKind::PairNeedsEncoding => (
            request("curl -u 'app:a+b' https://id.example/token -d grant_type=client_credentials"),
            "pair-needs-encoding@8+9",
        ),
        FindingKind::SettingMisnamed => (
            settings("issue: https://id.example.com\nclient-id: app1\nclient-secret: s3cretValue42x\n"),
            "setting-misnamed@0+5=issuer",
        ),
        FindingKind::OtherValueAsCode => (
            request(
                "requests.post('https://id.example/token', data={'grant_type': 'authorization_code', 'code': access_token, 'client_id': client_id})",
            ),
            "other-value-as-code@84+20=access_token",
        ),
        FindingKind::ScopeLeftOut => (
            document(
                "curl -u $ID:$SECRET https://id.example/token -d grant_type=client_credentials\n\n{\"error\":\"invalid_scope\"}",
            ),
            "scope-left-out@0+4",
        ),
        FindingKind::SignedBodyRewritten => (
            document(
                "$message = 'v0:'.$time.':'.json_encode($request->all());\n$hash = hash_hmac('sha256', $message, $key);",
            ),
            "signed-body-rewritten@27+11",
        ),
        FindingKind::JwtInMilliseconds => (
            document("const token = jwt.sign({ iss: key, exp: Date.now() + 3600 }, secret);"),
            "jwt-in-milliseconds@40+17",
        ),
        FindingKind::JwtTimeRounded => (
            document("long iat = Math.round(new Date().getTime() / 1000f);\nMac.getInstance(\"HmacSHA256\");"),
            "jwt-time-rounded@32+10",
        ),
        FindingKind::TokensCrossed => {
            (document("row.access_token = t.refresh_token\nrow.refresh_token = t.access_token"), "tokens-crossed@4+12")
        }
        FindingKind::VerificationTokenRetired => (
            document("if (req.headers.authorization !== ZOOM_VERIFICATION_TOKEN) return 403;"),
            "verification-token-retired@39+18",
        ),
        FindingKind::EndpointAsDiscovery => {
            (document("Discovery URL: https://id.example.com/oauth2/authorize"), "endpoint-as-discovery@15+39")
        }
        FindingKind::RedirectHasCapitals => (
            document("callback_url = https://App.Example.com/cb\n\n{\"error\":\"redirect_uri_mismatch\"}"),
            "redirect-has-capitals@23+15",
        ),
        FindingKind::BlankBeforeName => (
            request("curl -u $ID:$SECRET https://id.example/token -d 'grant_type=refresh_token&\n  refresh_token=abc'"),
            "blank-before-name@77+13",
        ),
        FindingKind::QuestionMarkInBody => (
            request("curl https://zoom.us/oauth/token -d '?grant_type=client_credentials'"),
            "question-mark-in-body@37+1",
        ),
        FindingKind::BlankLineMissing => (
            request("POST /oauth/token HTTP/1.1\nHost: zoom.us\ngrant_type=client_credentials"),
            "blank-line-missing@41+0",
        ),
        FindingKind::ValueNotEncoded => (
            request("curl https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=a+b'"),
            "value-not-encoded@62+17=refresh_token",
        ),
        FindingKind::ValueNotSet => (
            request("curl https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=undefined'"),
            "value-not-set@62+23=refresh_token",
        ),
        FindingKind::ValueMasked => (
            request("curl https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=***'"),
            "value-masked@62+17",
        ),
        FindingKind::RedirectHasCode => {
            (landing("redirect_uri=https://www.example.com/?code=A&state=B"), "redirect-has-code")
        }
        FindingKind::ParameterOfOtherRequest => (
            request("curl https://zoom.us/oauth/token -d 'response_type=token'"),
            "parameter-of-other-request@37+19=response_type",
        ),
        FindingKind::ParameterMisnamed => (
            request("curl https://zoom.us/oauth/token -d 'grant_type=client_credentials&scopes=a'"),
            "parameter-misnamed@67+8=scope",
        ),
        FindingKind::ScopesByComma => (
            request("curl https://id.example.com/token -d 'grant_type=client_credentials&scope=a,b'"),
            "scopes-by-comma@68+9",
        ),
        FindingKind::RefusedByName => {
            (document("Error: invalid_scope\nSome scopes are invalid. {invalid=[a.read]}"), "refused-by-name@56+6")
        }
        FindingKind::RefusedForSlash => (
            document(
                "{\"error\":\"invalid_scope\",\"error_description\":\"https://a.example/x/ is not in [https://a.example/x]\"}",
            ),
            "refused-for-slash@46+20",
        ),
        FindingKind::BackslashInCmd => {
            (request("C:\\Users\\me>curl \\\ncurl: (6) Could not resolve host"), "backslash-in-cmd@17+1")
        }
        FindingKind::PasteMarks => (request(&format!("^[[200~{CURL}")), "paste-marks@0+7"),
        FindingKind::NoRequestFound => (request("%%%"), "no-request-found"),
        // A request in a program.
        FindingKind::ObjectUnderForm => (
            request(
                "axios.post('https://id.example/oauth/token', {grant_type: 'x'}, {headers: {'Content-Type': 'application/x-www-form-urlencoded'}})",
            ),
            "object-under-form@45+17",
        ),
        FindingKind::ObjectAsText => (
            request("fetch('https://id.example/oauth/token', {method: 'POST', body: {grant_type: 'x'}})"),
            "object-as-text@63+17",
        ),
        FindingKind::ArrayAsMultipart => (
            request(
                "$ch = curl_init('https://id.example/oauth/token');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, ['grant_type' => 'x']);\ncurl_exec($ch);",
            ),
            "array-as-multipart@88+21",
        ),
        FindingKind::ColonLeftOut => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', headers: {Authorization: 'Basic ' + btoa(id + secret)}})",
            ),
            "colon-left-out@98+11",
        ),
        FindingKind::ParametersInQueryAllowed => (
            request(
                "curl -u $ID:$SECRET -X POST 'https://zoom.us/oauth/token?grant_type=account_credentials&account_id=$A'",
            ),
            "parameters-in-query-allowed@57+44",
        ),
        FindingKind::NotAnAccessToken => (
            request("curl -H \"Authorization: Bearer $REFRESH_TOKEN\" https://api.example.com/v1/me"),
            "not-an-access-token@24+21=refresh_token",
        ),
        FindingKind::CallWithoutToken => (
            request(
                "{\"nodes\":[{\"parameters\":{\"url\":\"https://zoom.us/oauth/token\",\"authentication\":\"genericCredentialType\"},\"type\":\"n8n-nodes-base.httpRequest\"},{\"parameters\":{\"url\":\"https://api.zoom.us/v2/users\"},\"type\":\"n8n-nodes-base.httpRequest\"}]}",
            ),
            "call-without-token@161+30",
        ),
        FindingKind::SelfSignedToken => (
            request(&format!(
                "curl -H 'Authorization: Bearer {}' https://api.zoom.us/v2/users",
                token("HS256", r#"{"aud":null,"iss":"DemoKey","exp":1695133500}"#)
            )),
            "self-signed-token@24+132",
        ),
        FindingKind::ChallengeIsVerifier => (
            document(&format!("code_challenge={CHALLENGE}&code_challenge_method=S256, then code_verifier={CHALLENGE}")),
            "challenge-is-verifier@15+43",
        ),
        FindingKind::PairHalfEncoded => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', headers: {Authorization: 'Basic ' + id + ':' + btoa(secret)}})",
            ),
            "pair-half-encoded@82+34",
        ),
        FindingKind::ObjectEncoded => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', headers: {Authorization: 'Basic ' + btoa({id, secret})}})",
            ),
            "object-encoded@98+12",
        ),
        FindingKind::VariableAsText => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', headers: {Authorization: 'Basic ' + btoa('${id}:${secret}')}})",
            ),
            "variable-as-text@98+17",
        ),
        FindingKind::Base64Wrapped => (
            request(&format!(
                "curl -H \"Authorization: Basic $(printf '{}:x' | base64)\" https://id.example/oauth/token -d grant_type=client_credentials",
                "a".repeat(60)
            )),
            "base64-wrapped@24+89",
        ),
        FindingKind::Base64LineBreaks => (
            request(
                "req = Net::HTTP::Post.new('https://id.example/oauth/token')\nreq['Authorization'] = 'Basic ' + Base64.encode64(pair)\nhttp.request(req)",
            ),
            "base64-line-breaks@94+21",
        ),
        FindingKind::BasicWithoutSpace => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', headers: {Authorization: 'Basic' + btoa(pair)}})",
            ),
            "basic-without-space@92+10",
        ),
        FindingKind::BytesAsText => (
            request(
                "requests.post('https://id.example/oauth/token', headers={'Authorization': 'Basic ' + str(b64encode(pair))})",
            ),
            "bytes-as-text@85+20",
        ),
        FindingKind::NoCors => {
            (request("fetch('https://id.example/oauth/token', {method: 'POST', mode: 'no-cors'})"), "no-cors@63+9")
        }
        FindingKind::OptionsNotRead => (
            request("axios.post('https://id.example/oauth/token', {headers: {Authorization: 'Basic ' + btoa(pair)}})"),
            "options-not-read@45+49",
        ),
        FindingKind::EncodedBefore => (
            request(
                "fetch('https://id.example/oauth/token', {method: 'POST', body: new URLSearchParams({grant_type: 'x', scope: encodeURIComponent(a)})})",
            ),
            "encoded-before@101+28",
        ),
        // What a product needs besides the credentials.
        FindingKind::InputWholeUrl => (input(input::HOST, "https://a.example/"), "input-whole-url"),
        FindingKind::InputNoHost => (input(input::HOST, "a,b"), "input-no-host@1+1=U+002C"),
        FindingKind::InputNoScheme => (input(input::SITE, "a.example"), "input-no-scheme"),
        FindingKind::InputSlashAtEnd => (input(input::SITE, "https://a.example/"), "input-slash-at-end@17+1"),
        FindingKind::InputBeyondBase => (input(input::HOST, "a.example/b"), "input-beyond-base@9+2"),
        FindingKind::InputNoWord => (input(input::TENANT, "a/b"), "input-no-word@1+1=U+002F"),
        FindingKind::InputNoPort => (input(input::PORT, "http"), "input-no-port"),
        FindingKind::InputNoEmail => (input(input::MAIL, "admin"), "input-no-email"),
        FindingKind::SecretTokenIsClientSecret => {
            (secret_token(CLIENT_SECRET, CLIENT_SECRET), "secret-token-is-client-secret")
        }
        FindingKind::SecretTokenMaybeSwapped => (secret_token(CLIENT_ID, CLIENT_SECRET), "secret-token-maybe-swapped"),

        // A discovery document.
        FindingKind::MetadataRead => (metadata("", ""), "metadata-read"),
        FindingKind::MetadataAddress => {
            (discovery("https://a.example/.well-known/openid-configuration"), "metadata-address@0+50")
        }
        FindingKind::MetadataIsError => (discovery(r#"{"error":"Realm does not exist"}"#), "metadata-is-error"),
        FindingKind::MetadataUnknown => (discovery("{\"keys\":[]}"), "metadata-unknown"),
        FindingKind::MetadataNotJson => (discovery("hello"), "metadata-not-json"),
        FindingKind::MetadataBroken => (metadata("]}", "],}"), "metadata-broken@172+1"),
        FindingKind::MetadataOfResource => (
            discovery(r#"{"resource":"https://b.example","authorization_servers":["https://a.example"]}"#),
            "metadata-of-resource",
        ),
        FindingKind::MetadataIsListing => {
            (discovery("issuer: https://a.example\ntoken_endpoint: https://a.example/token"), "metadata-is-listing")
        }
        FindingKind::MetadataByteOrderMark => (metadata("{", "\u{feff}{"), "metadata-byte-order-mark@0+1"),
        FindingKind::MemberRepeated => {
            (metadata("]}", "],\"issuer\":\"https://b.example\"}"), "member-repeated@181+19=issuer")
        }
        FindingKind::NotAList => {
            (metadata("[\"S256\"]", "\"S256\""), "not-a-list@163+6=code_challenge_methods_supported")
        }
        FindingKind::ListEmpty => (metadata("\"S256\"", ""), "list-empty@163+2=code_challenge_methods_supported"),
        FindingKind::IssuerMissing => (metadata("issuer", "iss"), "issuer-missing"),
        FindingKind::IssuerNotHttps => {
            (metadata("https://a.example\"", "http://a.example\""), "issuer-not-https@10+18")
        }
        FindingKind::IssuerHasQuery => (metadata("a.example\"", "a.example?x=1\""), "issuer-has-query@10+23"),
        FindingKind::IssuerPlaceholder => {
            (metadata("a.example\"", "a.example/{tenantid}\""), "issuer-placeholder@10+30")
        }
        FindingKind::IssuerOtherAddress => {
            (metadata("{", "https://a.example/b/.well-known/openid-configuration\n{"), "issuer-other-address@63+19")
        }
        FindingKind::IssuerOtherHost => {
            (metadata("a.example/token", "b.example/token"), "issuer-other-host@10+19=token_endpoint")
        }
        FindingKind::EndpointsOtherAddress => {
            (metadata("{", "https://b.example/.well-known/openid-configuration\n{"), "endpoints-other-address@61+19")
        }
        FindingKind::EndpointNotAUrl => {
            (metadata("https://a.example/token", "/token"), "endpoint-not-a-url@102+8=token_endpoint")
        }
        FindingKind::EndpointPlaceholder => {
            (metadata("/token", "/{realm}/token"), "endpoint-placeholder@102+33=token_endpoint")
        }
        FindingKind::EndpointMissing => (metadata("token_endpoint", "token"), "endpoint-missing=token_endpoint"),
        FindingKind::GrantNotListed => (
            guide_metadata("]}", "],\"grant_types_supported\":[\"implicit\"]}"),
            "grant-not-listed@196+12=client_credentials",
        ),
        FindingKind::GrantsLeftOut => (guide_metadata("", ""), "grants-left-out=client_credentials"),
        FindingKind::PkceLeftOut => (metadata("code_challenge_methods", "prompt_values"), "pkce-left-out"),
        FindingKind::PkceWithoutS256 => (metadata("S256", "plain"), "pkce-without-s256@163+9"),
        FindingKind::PushedRequestsOnly => {
            (metadata("]}", "],\"require_pushed_authorization_requests\":true}"), "pushed-requests-only@212+4")
        }
        FindingKind::AuthenticationOutOfReach => (
            metadata("]}", "],\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]}"),
            "authentication-out-of-reach@212+19",
        ),
        FindingKind::ScopesNotListed => (other_scopes(), "scopes-not-listed=1"),

        // Settings of a product.
        FindingKind::SettingsRead => (settings("client_id: abc\nclient_secret: def"), "settings-read@0+33"),
        FindingKind::SettingPlaceholder => {
            (settings("client_id: abc\nclient_secret: changeme"), "setting-placeholder@30+8=client_secret")
        }
        FindingKind::VariableNameInQuotes => (
            settings("clientId: 'process.env.ID', clientSecret: process.env.SECRET"),
            "variable-name-in-quotes@11+14=client_id",
        ),
        FindingKind::PublicKeyAsSecret => {
            (settings("client_id: abc\nclient_secret: -----BEGIN PUBLIC KEY-----"), "public-key-as-secret@30+26")
        }
        FindingKind::RedirectWildcard => {
            (settings("client_id: abc\nredirect_uri: https://a.example/*"), "redirect-wildcard@47+1")
        }
        FindingKind::EndpointsSwapped => (
            settings("auth_url: https://a.example/token\ntoken_url: https://a.example/auth"),
            "endpoints-swapped@10+23",
        ),
        FindingKind::EndpointsEqual => {
            (settings("auth_url: https://a.example/auth\ntoken_url: https://a.example/auth"), "endpoints-equal@44+22")
        }
        FindingKind::EndpointOfOtherUse => (
            settings("auth_url: https://a.example/auth\ntoken_url: https://a.example/jwks"),
            "endpoint-of-other-use@44+22=jwks_uri",
        ),
        FindingKind::DiscoveryAsIssuer => (
            settings("client_id: abc\nissuer: https://a.example/.well-known/openid-configuration"),
            "discovery-as-issuer@40+33",
        ),

        // Parts of one text side by side.
        FindingKind::TwoRedirectUrls => (attempt("/cb -d", "/cb/ -d"), "two-redirect-urls@341+40=slash-differs"),
        FindingKind::RedirectUrlLeftOut => {
            (attempt(" -d redirect_uri=https://app.example.com/cb", ""), "redirect-url-left-out@295+4")
        }
        FindingKind::RedirectNotRegistered => (
            boxed(&format!("Authorized redirect URIs:\nhttps://app.example.com/cb/\n\n{ATTEMPT}")),
            "redirect-not-registered@125+47=slash-differs",
        ),
        FindingKind::TwoClientIds => (attempt("-d client_id=web", "-d client_id=api"), "two-client-ids@384+13"),
        FindingKind::VerifierLeftOut => (attempt(VERIFIER_SENT, ""), "verifier-left-out@295+4"),
        FindingKind::ChallengeLeftOut => (attempt(CHALLENGE_SENT, ""), "challenge-left-out@346+57"),
        FindingKind::VerifierDiffers => (attempt("OEjXk", "OEjXl"), "verifier-differs@432+57=S256"),
        FindingKind::TwoTenants => (attempt("realms/a/token", "realms/b/token"), "two-tenants@295+4"),
        FindingKind::CodeSentTwice => {
            (attempt("\n{", &format!("\n{{\"error\":\"invalid_client\"}}\n{EXCHANGE}\n{{")), "code-sent-twice@656+27")
        }
        FindingKind::CodeAltered => {
            (attempt("-d code=SplxlOBeZQQYbYS6WxSbIA", "-d code=SplxlOBeZQQYbYS6"), "code-altered@401+21")
        }
        FindingKind::TwoCodes => {
            (attempt("-d code=SplxlOBeZQQYbYS6WxSbIA", "-d code=i1WsRn1uB1ZAF3bdR7Zg"), "two-codes@401+25")
        }
        FindingKind::TwoStates => (attempt("&state=af0ifjsldkj\n", "&state=xyzABC123\n"), "two-states@277+15"),
        FindingKind::OtherValueAsToken => {
            (call_with("tGzv3JOkF0XG5Qx2TlKWIA"), "other-value-as-token@166+29=refresh_token")
        }
        FindingKind::IdTokenAsToken => (call_with("eyJ0.NiJ9.eyJ1c2Vy"), "id-token-as-token@166+25"),
        FindingKind::TwoAccessTokens => (call_with("SlAV32hkKG1yT2oo"), "two-access-tokens@166+23"),
        FindingKind::OtherValueAsRefreshToken => {
            (refreshed_with("2YotnFZFEjr1zCsicMWpAA"), "other-value-as-refresh-token@186+36")
        }
        // A block; no tool reads one yet, so the reader itself is asked.
        FindingKind::BlockRead => (block(BlockFormat::Env, "A=b\nC=d"), "block-read=2"),
        FindingKind::NoValueFound => (block(BlockFormat::Url, "hello"), "no-value-found"),
        FindingKind::LineNotRead => (block(BlockFormat::Env, "A=b\nhello"), "line-not-read@4+5"),
        FindingKind::BlockCutOff => (block(BlockFormat::Json, "{\"a\": 1"), "block-cut-off@7+0"),
        FindingKind::QuoteNotClosed => (block(BlockFormat::Env, "A=\"b"), "quote-not-closed@2+1"),
        FindingKind::TextAfterQuote => (block(BlockFormat::Toml, "a = \"b\"c\""), "text-after-quote@7+2"),
        FindingKind::CurlyQuotes => (block(BlockFormat::Shell, "export A=\u{201c}b\u{201d}"), "curly-quotes@9+1"),
        FindingKind::QuotesOfOtherFormat => (block(BlockFormat::Hcl, "a = 'b'"), "quotes-of-other-format@4+1"),
        FindingKind::QuotesMissing => (block(BlockFormat::Toml, "a = b"), "quotes-missing@4+1"),
        FindingKind::EscapeUnknown => (block(BlockFormat::Json, r#"{"a": "\d"}"#), "escape-unknown@7+2"),
        FindingKind::CommaExtra => (block(BlockFormat::Json, r#"{"a": 1,}"#), "comma-extra@7+1"),
        FindingKind::CommaMissing => (block(BlockFormat::Json, r#"{"a": 1 "b": 2}"#), "comma-missing@8+1"),
        FindingKind::VariableInValue => (block(BlockFormat::Shell, "export A=\"b$cD\""), "variable-in-value@11+1"),
        FindingKind::DollarInEnv => (block(BlockFormat::Env, "A=\"b$cD\""), "dollar-in-env@4+1"),
        FindingKind::HistoryInValue => (block(BlockFormat::Shell, "export A=\"b!c\""), "history-in-value@11+1"),
        FindingKind::InsertionNotClosed => (block(BlockFormat::Hcl, "a = \"b${c\""), "insertion-not-closed@6+2"),
        FindingKind::HashInValue => (block(BlockFormat::Env, "A=b#c"), "hash-in-value@3+1"),
        FindingKind::SpaceAtEquals => (block(BlockFormat::Shell, "export A = b"), "space-at-equals@8+1"),
        FindingKind::SpaceNotQuoted => (block(BlockFormat::Shell, "export A=b c.d"), "space-not-quoted@11+3"),
        FindingKind::OptionMissing => (block(BlockFormat::DockerRun, "docker run A=b image"), "option-missing@11+3"),
        FindingKind::DashNotHyphen => {
            (block(BlockFormat::DockerRun, "docker run \u{2013}e A=b image"), "dash-not-hyphen@11+1")
        }
        FindingKind::TabInIndent => (block(BlockFormat::Yaml, "a:\n\tb: c"), "tab-in-indent@3+1"),
        FindingKind::SpaceAfterColon => (block(BlockFormat::Yaml, "key:value"), "space-after-colon@3+1"),
        FindingKind::ValueNotText => (block(BlockFormat::Yaml, "client_id: 0123"), "value-not-text@11+4"),
        FindingKind::PercentInIni => (block(BlockFormat::Ini, "a = b%c"), "percent-in-ini@5+1"),
        FindingKind::SemicolonInValue => (block(BlockFormat::ConnectionString, "A=b;c;D=e"), "semicolon-in-value@4+1"),
        FindingKind::PercentNotEncoded => {
            (block(BlockFormat::Url, "https://a.example/?a=b%c"), "percent-not-encoded@22+1")
        }
        FindingKind::SpaceNotEncoded => {
            (block(BlockFormat::Url, "https://a.example/?a=b c&d=e"), "space-not-encoded@22+1")
        }
        FindingKind::KeyRepeated => (block(BlockFormat::Env, "A=b\nA=c"), "key-repeated@6+1"),

        // Anything pasted.
        FindingKind::TextTooLong => (anything(&"x".repeat(TEXT_LIMIT + 1)), "text-too-long"),
        FindingKind::NothingKnown => (anything("hello world"), "nothing-known"),

        // What the page never shows; the reader itself is asked.
        FindingKind::GrantForOtherApp => {
            // `src/desk/request_view.rs` does not know to which app a pasted request belongs.
            (grant_for_other_app(CURL), "grant-for-other-app@44+29=client_credentials")
        }
        FindingKind::RefreshTokenNeeded => {
            // No product in the catalog needs a refresh token of a grant type that returns none.
            (refresh_token_needed(ACCESS_ONLY), "refresh-token-needed")
        }
    }
}

#[test]
fn every_kind_is_found_in_a_text() {
    for &kind in FindingKind::VARIANTS {
        let (found, expected) = example(kind);
        assert_said(found.iter().filter(|finding| finding.kind == kind), expected, said(&found));
    }
}

/// Who has typed a text.
fn with(fragment: &str, field: Field, text: &str) -> Person {
    let mut person = Person::at(fragment);
    person.types(field, text);
    person
}

fn field(fragment: &str, field: Field, text: &str) -> Vec<Finding> {
    with(fragment, field, text).0.field_findings(field)
}

/// What is said of an input of a product.
fn input(field: Field, text: &str) -> Vec<Finding> {
    let mut person = Person::at_guide("#/product/sample", sample());
    person.types(field, text);
    person.0.field_findings(field)
}

fn secret_token(client_secret: &str, token: &str) -> Vec<Finding> {
    let mut person = Person::at_guide("#/product/sample", sample());
    person.types(Field::ClientSecret, client_secret);
    person.types(Field::SecretToken, token);
    person.0.field_findings(Field::SecretToken)
}

fn value(text: &str) -> Vec<Finding> {
    field(VALUES, Field::ClientId, text)
}

fn two_values(client_id: &str, client_secret: &str) -> Vec<Finding> {
    let mut person = with(VALUES, Field::ClientId, client_id);
    person.types(Field::ClientSecret, client_secret);
    person.0.field_findings(Field::ClientSecret)
}

fn endpoint(text: &str) -> Vec<Finding> {
    field(OTHER, Field::TokenEndpoint, text)
}

fn parameter_in_endpoint() -> Vec<Finding> {
    let mut person = with(OTHER, Field::AuthorizeEndpoint, "https://a.example/authorize?state=x");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, REDIRECT);
    needed(authorize_url::view(&person.0).err())
}

/// What has to be fixed before there is a URL or a command.
#[track_caller]
fn needed(needs: Option<Needs>) -> Vec<Finding> {
    match needs {
        Some(Needs::Fix(_, finding)) => vec![finding],
        other => panic!("{other:?}"),
    }
}

fn at_verint() -> Person {
    let mut person = with(VERINT, Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, REDIRECT);
    person
}

/// The findings about a returned URL; `{state}` is the state that this page generated.
fn landing(text: &str) -> Vec<Finding> {
    let mut person = at_verint();
    let text = text.replace("{state}", &person.state());
    person.types(Field::Landed, &text);
    redirect::view(&person.0).unwrap().findings
}

fn after_five_minutes() -> Vec<Finding> {
    let mut person = at_verint();
    person.types(Field::Landed, "https://www.example.com/?code=A");
    person.does(ClockAction::ClockRead(START + 300_000));
    redirect::view(&person.0).unwrap().findings
}

fn used_twice() -> Vec<Finding> {
    let mut person = at_verint();
    let address = format!("https://www.example.com/?code={CODE}&state={}", person.state());
    person.types(Field::Landed, &address);
    for _ in 0..2 {
        assert!(person.does(CodeAction::CopiedCommand));
    }
    redirect::view(&person.0).unwrap().findings
}

fn verifier(text: &str) -> Vec<Finding> {
    let mut person = with("#/tool/token-request", Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, REDIRECT);
    person.types(Field::Code, CODE);
    person.types(Field::CodeVerifier, text);
    needed(command::view(&person.0, RequestKind::AuthorizationCode).err())
}

fn answer(fragment: &str, text: &str) -> Vec<Finding> {
    token_answer::view(&with(fragment, Field::Answer, text).0).unwrap().findings
}

/// A response whose token is dated so many seconds after 1970.
fn dated(seconds: u64) -> String {
    format!(r#"{{"access_token":"{}"}}"#, token("HS256", &format!(r#"{{"iat":{seconds}}}"#)))
}

fn call(account_id: &str, text: &str) -> Vec<Finding> {
    let mut person = with(KUFER, Field::AccountId, account_id);
    person.types(Field::CallAnswer, text);
    test_call::view(&person.0).unwrap().findings
}

fn token(algorithm: &str, claims: &str) -> String {
    let header = URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"{algorithm}"}}"#));
    let signature = if algorithm == "none" { String::new() } else { "s".repeat(43) };
    format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(claims))
}

fn jwt(text: &str) -> Vec<Finding> {
    jwt::view(&with("#/tool/jwt", Field::Jwt, text).0).unwrap().findings
}

fn header(text: &str) -> Vec<Finding> {
    read_header::view(&with("#/tool/read-header", Field::Header, text).0).unwrap().findings.to_vec()
}

/// The findings about the header that the page makes of a client ID and a secret.
fn credentials(client_id: &str, client_secret: &str) -> Vec<Finding> {
    let mut person = with(OTHER, Field::ClientId, client_id);
    person.types(Field::ClientSecret, client_secret);
    basic_header::view(&person.0).findings
}

fn pair(text: &str) -> Vec<Finding> {
    header(&format!("Basic {}", STANDARD.encode(text)))
}

/// The findings about an authorization URL in which one part is replaced by another.
fn authorize(part: &str, other: &str) -> Vec<Finding> {
    let mut person = with("#/tool/read-authorize-url", Field::AuthorizeUrl, &AUTHORIZE.replacen(part, other, 1));
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, REDIRECT);
    read_authorize_url::view(&person.0).unwrap().findings
}

/// From the authorization URL to an error of the token endpoint.
const ATTEMPT: &str = "https://id.example.com/realms/a/auth?response_type=code&client_id=web\
                       &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=af0ifjsldkj\
                       &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256\n\
                       https://app.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj\n";
const EXCHANGE: &str = "curl https://id.example.com/realms/a/token -d redirect_uri=https://app.example.com/cb -d client_id=web \
                        -d code=SplxlOBeZQQYbYS6WxSbIA \
                        -d code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk -d grant_type=authorization_code";
const CHALLENGE_SENT: &str = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
const VERIFIER_SENT: &str = " -d code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const ISSUED: &str = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","id_token":"eyJ0.NiJ9.eyJ1c2Vy"}"#;

/// The findings about a text in the box.
fn boxed(text: &str) -> Vec<Finding> {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(text)));
    person.fetches();
    let view = diagnosis::view(&person.0).unwrap();
    let lead = match view.lead {
        Lead::Finding(finding) => Some(finding),
        _ => None,
    };
    lead.into_iter().chain(view.others).collect()
}

/// An attempt in which one part is replaced by another.
fn attempt(part: &str, other: &str) -> Vec<Finding> {
    boxed(&format!("{ATTEMPT}{EXCHANGE}\n{{\"error\":\"invalid_grant\"}}").replacen(part, other, 1))
}

fn call_with(token: &str) -> Vec<Finding> {
    boxed(&format!(
        "{ISSUED}\ncurl https://api.example.com/me -H 'Authorization: Bearer {token}'\nHTTP/1.1 401 Unauthorized"
    ))
}

fn refreshed_with(token: &str) -> Vec<Finding> {
    boxed(&format!(
        "{ISSUED}\ncurl -u $A https://id.example.com/token -d grant_type=refresh_token -d refresh_token={token}"
    ))
}

fn redirects(requested: &str) -> Vec<Finding> {
    two_redirects(REDIRECT, requested)
}

fn two_redirects(registered: &str, requested: &str) -> Vec<Finding> {
    let mut person = with("#/tool/redirect-comparison", Field::Registered, registered);
    person.types(Field::Requested, requested);
    compare_redirects::pairs(&person.0).remove(0).findings
}

fn scopes(needed: &str, given: &str) -> Vec<Finding> {
    let mut person = with("#/tool/scopes", Field::NeededScopes, needed);
    person.types(Field::PastedScopes, given);
    scopes::view(&person.0).findings.clone()
}

fn request(text: &str) -> Vec<Finding> {
    request::view(&with("#/tool/request", Field::Request, text).0).unwrap().findings
}

/// What is found in a text of several pieces.
fn document(text: &str) -> Vec<Finding> {
    read_document(text, &DocumentHabits::default()).pieces.into_iter().flat_map(|piece| piece.findings).collect()
}

fn anything(text: &str) -> Vec<Finding> {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(text)));
    pasted::view(&person.0).unwrap().findings
}

/// The document of [`SERVER`] with a part of it replaced by something else.
fn metadata(part: &str, other: &str) -> Vec<Finding> {
    discovery(&SERVER.replacen(part, other, 1))
}

fn discovery(text: &str) -> Vec<Finding> {
    discovery::view(&with("#/tool/discovery", Field::Discovery, text).0).unwrap().findings
}

/// The same in the guide whose grant type is that for machines.
fn guide_metadata(part: &str, other: &str) -> Vec<Finding> {
    let text = SERVER.replacen(part, other, 1);
    discovery::view(&with(MACHINES, Field::Discovery, &text).0).unwrap().findings
}

fn other_scopes() -> Vec<Finding> {
    let text = SERVER.replacen("]}", "],\"scopes_supported\":[\"openid\"]}", 1);
    let mut person = with("#/tool/discovery", Field::Discovery, &text);
    person.types(Field::Scopes, "openid opnid");
    discovery::view(&person.0).unwrap().findings
}

fn settings(text: &str) -> Vec<Finding> {
    read_settings(text).remove(0).findings
}

fn block(format: BlockFormat, text: &str) -> Vec<Finding> {
    read_block(text, format).findings
}

fn grant_for_other_app(text: &str) -> Vec<Finding> {
    let habits = RequestHabits {
        token_endpoint: "https://zoom.us/oauth/token",
        other_token_endpoints: &[],
        authorize_endpoint: "https://zoom.us/oauth/authorize",
        grants: Some(&[RequestGrant::AuthorizationCode]),
        narrow_grants: &[],
        narrow_words: &[],
        query_grants: &[],
        ended_signed_tokens: false,
    };
    read_request(text, &habits).findings
}

fn refresh_token_needed(text: &str) -> Vec<Finding> {
    let context =
        AnswerContext { gives_refresh_token: Some(false), needs_refresh_token: true, ..AnswerContext::default() };
    answer_findings(&read_pasted_answer(text), &context)
}
