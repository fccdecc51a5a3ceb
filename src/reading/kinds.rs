//! How the list of the kinds of findings is written: the severity next to the kind. Names and list are made by strum.

macro_rules! kinds {
    ($($(#[$attribute:meta])+ $kind:ident: $severity:ident;)+) => {
        /// What a finding reports. Its name is stable: links, tests and the sentences in files depend on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "kebab-case")]
        pub enum FindingKind { $($(#[$attribute])+ $kind,)+ }

        impl FindingKind {
            /// The stable name in kebab-case, as in `data-finding`.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.into()
            }

            /// The kind of that name; `None` for one that this version does not have.
            #[must_use]
            pub fn named(name: &str) -> Option<FindingKind> {
                FindingKind::VARIANTS.iter().copied().find(|kind| kind.name() == name)
            }

            /// How severe it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(FindingKind::$kind => Severity::$severity,)+ }
            }
        }
    };
}

pub(super) use kinds;
