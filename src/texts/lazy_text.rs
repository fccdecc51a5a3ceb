use strum::{IntoStaticStr, VariantArray};

/// A sentence that only the lazy part of the program says. It comes with what the findings say
/// ([`FindingTexts`](super::FindingTexts)), so that a first visit to the start view does not load it.
#[allow(missing_docs, reason = "the English sentence says it")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum LazyText {
    // blocks: why one cannot be written
    BlockNeedsCommand,
    BlockKey,
    BlockKeyTwice,
    BlockLineBreak,
    BlockControl,
    BlockSpaces,
    BlockVariable,
    BlockPercent,
    BlockQuoting,
    // templates
    TemplateNotClosed,
    TemplateNotOpened,
    TemplateUnknown,
    TemplateUnknownFilter,
    HintTemplate,
    FilterBase64,
    FilterForm,
    FilterJson,
    FilterShell,
    FilterUrl,
    // the tool for credential strings
    FieldBlockLines,
    HintLines,
    LineNoEquals,
    FieldBlock,
    HintBlock,
    StringProduct,
    StringNoProduct,
    StringPart,
    StringKind,
    StringNothing,
    StringTemplate,
    StringEdit,
    KindTemplate,
    KindBasicHeader,
    KindTokenUrl,
    KindUserInfo,
    KindKubernetesSecret,
    FiltersTitle,
    ReadTitle,
    ReadFormat,
    ReadLikeliest,
    ReadUnknown,
    ReadValues,
    // formats of blocks
    FormatEnv,
    FormatDockerRun,
    FormatShell,
    FormatShellCommand,
    FormatPowerShellCommand,
    FormatIni,
    FormatPython,
    FormatJson,
    FormatYaml,
    FormatToml,
    FormatHcl,
    FormatConnectionString,
    FormatUrl,
}

impl LazyText {
    /// Its name in the files, in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
