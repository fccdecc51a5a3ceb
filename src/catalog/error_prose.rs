//! The sentences of a table of errors in one language, and how they are checked against the facts.

use serde::Deserialize;

use super::matching::Matching;
use super::{ErrorTable, Fault, Problem};
use crate::named::Named;

/// The file `www/catalog/errors/<name>.<language>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorProse {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// What the provider means by the error, under the `id` of the row.
    pub rows: Named<String>,
    /// What may be wrong, by the cause's name in the facts.
    pub causes: Named<CauseProse>,
    /// What is known that makes a cause likely, by the clue's name: what goes on after "Likely, because".
    pub clues: Named<String>,
}

/// What may be wrong, and what to do.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CauseProse {
    /// What is wrong.
    pub says: String,
    /// How to fix it, and where.
    pub fix: String,
}

impl ErrorProse {
    /// The name in `clues` of the sentence for words of the text.
    pub const TOLD: &str = "told";

    /// The path of the sentences of a table, below `www/`.
    #[must_use]
    pub fn file(name: &str, language: &str) -> String {
        format!("catalog/errors/{name}.{language}.json")
    }
}

impl ErrorTable {
    /// Checks the facts against each other and against the sentences of one language.
    ///
    /// # Errors
    ///
    /// A name that occurs twice or refers to nothing, a row without a sign or a cause, a sign that names nothing or is
    /// not in lowercase, a fact without a source, a sentence without its fact and a fact without its sentence.
    pub fn check(&self, prose: &ErrorProse, language: &str) -> Result<(), Vec<Fault>> {
        let mut faults = Matching::new(ErrorTable::file(&self.id), ErrorProse::file(&self.id, language));
        faults.once("rows", self.rows.iter().map(|row| row.id.as_str()));
        for row in &self.rows {
            let at = format!("rows.{}", row.id);
            faults.sourced(&at, &row.source, &self.sources);
            if row.signs.is_empty() {
                faults.add(&at, Problem::Missing("a sign by which it is recognised".into()));
            }
            for sign in &row.signs {
                if [sign.says.is_some(), sign.error.is_some(), sign.number.is_some(), sign.status.is_some()]
                    .iter()
                    .chain(&[sign.form.is_some(), sign.clue.is_some(), sign.code.is_some(), sign.network.is_some()])
                    .chain(&[sign.mentions.is_some()])
                    .all(|names| !names)
                {
                    faults.add(&at, Problem::Missing("what the sign goes by".into()));
                }
                if let Some(server) = &sign.server {
                    faults.known(&at, server, self.servers.contains_key(server), "`servers`");
                }
                if sign
                    .says
                    .iter()
                    .chain(&sign.mentions)
                    .any(|part| part.is_empty() || *part != part.to_ascii_lowercase())
                {
                    faults.add(&at, Problem::Missing("a part of the sentence in lower case".into()));
                }
            }
            if row.causes.is_empty() {
                faults.add(&at, Problem::Missing("a cause".into()));
            }
            faults.once(&at, row.causes.iter().map(|cause| cause.id.as_str()));
            for cause in &row.causes {
                faults.known(&at, &cause.id, self.causes.contains_key(&cause.id), "`causes`");
                faults.sourced(&at, &cause.source, &self.sources);
            }
        }
        for (id, server) in &self.servers {
            let at = format!("servers.{id}");
            faults.sourced(&at, &server.source, &self.sources);
            let parts = server.says.iter().chain(&server.hosts);
            if parts.clone().chain(&server.paths).next().is_none() {
                faults.add(&at, Problem::Missing("what the server goes by".into()));
            }
            if parts.clone().any(|part| part.is_empty() || *part != part.to_ascii_lowercase()) {
                faults.add(&at, Problem::Missing("hosts and words in lower case".into()));
            }
        }
        let named = [("metadata_as_issuer", &self.metadata_as_issuer), ("https_redirects", &self.https_redirects)];
        for (list, id, client) in
            named.into_iter().flat_map(|(list, all)| all.iter().map(move |(id, one)| (list, id, one)))
        {
            let at = format!("{list}.{id}");
            faults.sourced(&at, &client.source, &self.sources);
            if client.says.is_empty()
                || client.says.iter().any(|part| part.is_empty() || *part != part.to_ascii_lowercase())
            {
                faults.add(&at, Problem::Missing("words in lower case".into()));
            }
        }
        for (cause, facts) in &self.causes {
            if facts.told.iter().any(|words| words.is_empty() || *words != words.to_lowercase() || words.contains("  "))
            {
                faults.add(&format!("causes.{cause}"), Problem::Missing("words in lower case".into()));
            }
            if !self.rows.iter().any(|row| row.causes.iter().any(|one| one.id == *cause)) {
                faults.add(&format!("causes.{cause}"), Problem::Superfluous("a cause that no row has".into()));
            }
        }
        faults.matched("rows", self.rows.iter().map(|row| &row.id), prose.rows.keys());
        faults.matched("causes", self.causes.keys(), prose.causes.keys());
        let mut clues: Vec<String> = Vec::new();
        for clue in self.causes.values().flat_map(|cause| &cause.raised_by) {
            if clues.iter().all(|known| known != clue.name()) {
                clues.push(clue.name().to_owned());
            }
        }
        clues.extend(self.causes.values().any(|cause| !cause.told.is_empty()).then(|| ErrorProse::TOLD.to_owned()));
        faults.matched("clues", clues.iter(), prose.clues.keys());
        faults.done()
    }
}
