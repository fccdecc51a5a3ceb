//! The provider's scopes: classic names, and the granular ones that replace them.

use serde::Deserialize;

/// The file `www/catalog/scopes/<name>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScopeTable {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// Where the table comes from and under which license.
    pub about: String,
    /// The words that raise the level of a scope, as in `meeting:read:admin`: first the account level, then the
    /// sub-account level. A name without them has the user level.
    #[serde(default)]
    pub levels: Vec<String>,
    /// The classic scopes, each with the granular ones of the same operations and level.
    pub classic: Vec<ClassicScope>,
    /// Granular scopes that no classic scope leads to.
    pub granular_without_classic: Vec<String>,
}

/// One classic scope.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClassicScope {
    /// Its name, as `meeting:read:admin`.
    pub classic: String,
    /// What the provider calls it on the screen; may be empty.
    pub name: String,
    /// The provider's group that it is in, such as `Meeting`.
    pub section: String,
    /// The granular scopes it became.
    pub granular: Vec<String>,
    /// Granular scopes that the provider's lists do not have beside it, and that products require in its place: inferred.
    #[serde(default)]
    pub supplement: Vec<String>,
}

impl ScopeTable {
    /// The path of a table, below `www/`.
    #[must_use]
    pub fn file(name: &str) -> String {
        format!("catalog/scopes/{name}.json")
    }

    /// The classic scope of exactly that name.
    #[must_use]
    pub fn classic(&self, name: &str) -> Option<&ClassicScope> {
        self.classic.iter().find(|scope| scope.classic == name)
    }

    /// Whether the provider has a granular scope of that name.
    #[must_use]
    pub fn has_granular(&self, name: &str) -> bool {
        self.granular_without_classic.iter().any(|known| known == name)
            || self.classic.iter().any(|scope| scope.granular.iter().any(|known| known == name))
    }

    /// What a scope is about: `meeting` of `meeting:read:meeting:admin`.
    #[must_use]
    pub fn subject(name: &str) -> &str {
        name.split_once(':').map_or(name, |(subject, _)| subject)
    }

    /// The provider's group in which most scopes are whose names begin like this one. The groups are those of the classic
    /// scopes; the provider publishes none for the granular ones.
    #[must_use]
    pub fn group(&self, name: &str) -> Option<&str> {
        let subject = ScopeTable::subject(name);
        let mut groups: Vec<(&str, usize)> = Vec::new();
        for scope in &self.classic {
            // A classic scope that nothing came of counts as well, but less than any granular one.
            let granular = scope.granular.iter().filter(|granular| ScopeTable::subject(granular) == subject).count();
            let weight = granular * self.classic.len() + usize::from(ScopeTable::subject(&scope.classic) == subject);
            match groups.iter_mut().find(|(group, _)| *group == scope.section) {
                Some((_, sum)) => *sum += weight,
                None => groups.push((&scope.section, weight)),
            }
        }
        // Of two that are alike, the first one.
        groups
            .into_iter()
            .rev()
            .filter(|(_, weight)| *weight > 0)
            .max_by_key(|(_, weight)| *weight)
            .map(|(group, _)| group)
    }

    /// Every granular scope that the classic ones became: the whole of what a migration grants, in order of name.
    #[must_use]
    pub fn migrated<'t>(&'t self, classic: &[String]) -> Vec<&'t str> {
        let mut all = Vec::new();
        for scope in classic.iter().filter_map(|name| self.classic(name)) {
            for name in &scope.granular {
                if let Err(place) = all.binary_search(&name.as_str()) {
                    all.insert(place, name.as_str());
                }
            }
        }
        all
    }
}
