//! Which table explains an error: that of the server that it is from.

use std::rc::Rc;

use super::ErrorFiles;
use crate::catalog::{Client, Clue, ErrorTable, Explanation, Server, Shown};
use crate::desk::Desk;
use crate::named::Named;

/// The tables of errors that a view has.
pub(super) struct Tables<'d> {
    /// The name of the provider, and its table.
    own: Option<(&'d str, &'d ErrorFiles)>,
    /// The one for every other server.
    general: &'d ErrorFiles,
    /// Whether this view is about the provider.
    is_of_provider: bool,
}

/// The names of the tables that a view needs; none while its provider is not known.
pub(super) fn names(desk: &Desk) -> impl Iterator<Item = &str> {
    let own = desk.provider().map(|provider| provider.error_table.as_deref());
    own.into_iter().flat_map(|own| own.into_iter().chain([ErrorTable::GENERAL]))
}

/// By which words settings are known, of the clients that take the URL of the metadata in the place of the issuer too,
/// and of the servers that take only redirect URLs with `https`; none while the table is not here.
pub(in crate::desk) fn settings_by_words(desk: &Desk) -> [Vec<&str>; 2] {
    let general = desk.errors.iter().map(|(_, files)| files).find(|files| files.table.id == ErrorTable::GENERAL);
    let words = |of: fn(&ErrorTable) -> &Named<Client>| {
        let all = general.into_iter().flat_map(|files| of(&files.table).values());
        all.flat_map(|one| one.says.iter().map(String::as_str)).collect()
    };
    [words(|table| &table.metadata_as_issuer), words(|table| &table.https_redirects)]
}

impl<'d> Tables<'d> {
    /// `None` while one of them is on its way, or did not arrive.
    pub(super) fn of(desk: &'d Desk) -> Option<Tables<'d>> {
        let table = |name: &str| desk.errors.iter().map(|(_, files)| files).find(|files| files.table.id == name);
        let provider = desk.provider()?;
        let own = match &provider.error_table {
            Some(name) => Some((provider.id.as_str(), &**table(name)?)),
            None => None,
        };
        let general: &Rc<ErrorFiles> = table(ErrorTable::GENERAL)?;
        Some(Tables { own, general, is_of_provider: desk.route.product().is_some() })
    }

    /// Whose server an error is from, if that is known.
    pub(super) fn server_of(&self, addresses: &[&str], text: &str) -> Option<(&'d str, &'d Server)> {
        self.general.table.server_of(addresses, text)
    }

    /// The causes that the words of a text tell of, in both tables.
    pub(super) fn told(&self, text: &str) -> Vec<(String, String)> {
        let tables = self.own.iter().map(|(_, files)| &files.table).chain([&self.general.table]);
        tables.flat_map(|table| table.told(text)).map(|(id, words)| (id.to_owned(), words.to_owned())).collect()
    }

    /// The rows that fit best, and the table that they are in. The table of the provider comes first where the error is
    /// from its server, and is not used where it is from a different one. Where nothing tells, it comes first if the
    /// error has the form or a number that the provider uses, or if this view is about it.
    pub(super) fn explain(
        &self,
        shown: &Shown<'_>,
        clues: &[Clue],
        has_own_form: bool,
    ) -> (Vec<Explanation<'d>>, &'d ErrorFiles) {
        let general = (self.general.table.explain(shown, clues), self.general);
        let Some((name, own)) = self.own.filter(|(name, _)| shown.server.is_none_or(|server| server == *name)) else {
            return general;
        };
        let numbers = own.table.rows.iter().flat_map(|row| &row.signs).filter_map(|sign| sign.number);
        let has_own_number = shown.number.is_some_and(|number| numbers.into_iter().any(|known| known == number));
        let is_first = shown.server == Some(name) || has_own_form || has_own_number || self.is_of_provider;
        let own = (own.table.explain(shown, clues), own);
        match (own.0.first(), general.0.first()) {
            (None, _) => general,
            (Some(_), None) => own,
            (Some(of_own), Some(of_general)) => {
                // Whoever's server it is, none was reached.
                let is_network = shown.network.is_some() && of_general.fit > of_own.fit;
                let is_better = of_own.fit > of_general.fit && !of_own.row.is_of_program;
                if !is_network && (is_first || is_better) { own } else { general }
            }
        }
    }
}
