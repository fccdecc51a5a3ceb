//! Which sentence says a finding.

use super::Text;
use crate::reading::FindingKind;

/// The sentence of a finding.
#[must_use]
pub fn finding_text(kind: FindingKind) -> Text {
    match kind {
        FindingKind::BlanksAround => Text::FindingBlanksAround,
        FindingKind::ControlCharacter => Text::FindingControlCharacter,
        FindingKind::ColonInIdentifier => Text::FindingColonInIdentifier,
        FindingKind::EncodingsAgree => Text::FindingEncodingsAgree,
        FindingKind::EncodingsDiffer => Text::FindingEncodingsDiffer,
        FindingKind::NoAddress => Text::FindingNoAddress,
        FindingKind::NotHttps => Text::FindingNotHttps,
        FindingKind::BlankInAddress => Text::FindingBlankInAddress,
        FindingKind::UserInAddress => Text::FindingUserInAddress,
        FindingKind::FragmentInAddress => Text::FindingFragmentInAddress,
        FindingKind::ParameterInEndpoint => Text::FindingParameterInEndpoint,
        FindingKind::LocalhostRefused => Text::FindingLocalhostRefused,
        FindingKind::CodeFound => Text::FindingCodeFound,
        FindingKind::CodeMissing => Text::FindingCodeMissing,
        FindingKind::CodeEmpty => Text::FindingCodeEmpty,
        FindingKind::SeveralCodes => Text::FindingSeveralCodes,
        FindingKind::AuthorizationRefused => Text::FindingAuthorizationRefused,
        FindingKind::CodeAndError => Text::FindingCodeAndError,
        FindingKind::StateMatches => Text::FindingStateMatches,
        FindingKind::StateDiffers => Text::FindingStateDiffers,
        FindingKind::StateAbsent => Text::FindingStateAbsent,
        FindingKind::StateNotSeen => Text::FindingStateNotSeen,
        FindingKind::StateRepeated => Text::FindingStateRepeated,
        FindingKind::RepeatedParameter => Text::FindingRepeatedParameter,
        FindingKind::AddressMatches => Text::FindingAddressMatches,
        FindingKind::AddressDiffers => Text::FindingAddressDiffers,
        FindingKind::QuotesLeftOut => Text::FindingQuotesLeftOut,
        FindingKind::BlanksLeftOut => Text::FindingBlanksLeftOut,
        FindingKind::HtmlAmpersand => Text::FindingHtmlAmpersand,
        FindingKind::PlusInCode => Text::FindingPlusInCode,
        FindingKind::EncodedTwice => Text::FindingEncodedTwice,
        FindingKind::InFragment => Text::FindingInFragment,
        FindingKind::TokensRead => Text::FindingTokensRead,
        FindingKind::NoRefreshToken => Text::FindingNoRefreshToken,
        FindingKind::RefreshTokenMissing => Text::FindingRefreshTokenMissing,
        FindingKind::TokenRefused => Text::FindingTokenRefused,
        FindingKind::OtherRefusal => Text::FindingOtherRefusal,
        FindingKind::AnswerIsPage => Text::FindingAnswerIsPage,
        FindingKind::AnswerCutOff => Text::FindingAnswerCutOff,
        FindingKind::AnswerNotJson => Text::FindingAnswerNotJson,
        FindingKind::AnswerUnknown => Text::FindingAnswerUnknown,
    }
}
