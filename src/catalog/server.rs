//! Authorization servers that are met often, and how a text shows whose it is.

use serde::Deserialize;

use super::ErrorTable;

/// An authorization server, or the software of one.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// The name that its makers use.
    pub name: String,
    /// Its host names; one that begins with a dot is every host below that name, and one that ends with a dot every host
    /// that begins so. Where a host is for other things too, the beginning of the path follows it:
    /// `github.com/login/oauth`.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Parts of paths that only this software has, for servers that everybody runs on a host of their own.
    #[serde(default)]
    pub paths: Vec<String>,
    /// Words that only this server writes, in lowercase.
    #[serde(default)]
    pub says: Vec<String>,
    /// Names in `sources`.
    pub source: Vec<String>,
}

impl Server {
    /// Whether a URL is one of this server.
    fn has_address(&self, address: &str) -> bool {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (authority, path) = rest.find('/').and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host = host.split([':', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let is_host = |known: &String| {
            let (name, start) = known.find('/').and_then(|at| known.split_at_checked(at)).unwrap_or((known, ""));
            path.starts_with(start)
                && match name.strip_prefix('.') {
                    Some(domain) => host.strip_suffix(domain).is_some_and(|front| front.ends_with('.')),
                    None => host == name || name.ends_with('.') && host.starts_with(name),
                }
        };
        self.hosts.iter().any(is_host) || self.paths.iter().any(|part| path.contains(part.as_str()))
    }
}

impl ErrorTable {
    /// The server that a text is from: that of the first of these URLs that is known, or else the one whose words are
    /// in the text, which must be in lowercase.
    #[must_use]
    pub fn server_of<'t>(&'t self, addresses: &[&str], text: &str) -> Option<(&'t str, &'t Server)> {
        let at_address = |address: &&str| self.servers.iter().find(|(_, server)| server.has_address(address));
        let in_words = || self.servers.iter().find(|(_, server)| server.says.iter().any(|part| text.contains(part)));
        let (id, server) = addresses.iter().find_map(at_address).or_else(in_words)?;
        Some((id, server))
    }
}
