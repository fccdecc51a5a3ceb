//! The tenant that a program uses, and those that its token may read.

use crate::chars::{end_of, front_of};
use crate::reading::guid::is_guid;

/// How many names are looked at.
const MOST: usize = 64;
/// In bytes: between a name and its value, and around an entry of a list.
const LONGEST_JOINT: usize = 12;
const AROUND: usize = 160;
const GUID: usize = 36;

/// Whether the tenant that a program has is none of those that `GET /connections` of Xero lists, each with its
/// `tenantType`. `lower` is the text in lowercase.
pub(super) fn is_of_other(lower: &str) -> bool {
    let is_bracket = |ch: char| "{}[]()".contains(ch);
    let (mut listed, mut used): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let names = ["tenantid", "tenant_id", "tenant-id"].iter().flat_map(|name| lower.match_indices(name).take(MOST));
    for (at, name) in names {
        let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
        let Some((value, rest)) = value(behind.get(name.len()..).unwrap_or_default()) else { continue };
        let before = end_of(before, AROUND).rsplit(is_bracket).next().unwrap_or_default();
        let behind = front_of(rest, AROUND).split(is_bracket).next().unwrap_or_default();
        let is_entry = [before, behind].iter().any(|part| part.contains("tenanttype"));
        if is_entry { listed.push(value) } else { used.push(value) }
    }
    !listed.is_empty() && !used.is_empty() && !used.iter().any(|one| listed.contains(one))
}

/// The identifier behind a name, and what follows it.
fn value(behind: &str) -> Option<(&str, &str)> {
    let rest = behind.trim_start_matches(|ch: char| ch.is_whitespace() || "\"'`\\:=>]),".contains(ch));
    let (value, rest) = rest.split_at_checked(GUID)?;
    let joint = behind.len() - value.len() - rest.len();
    ((1..=LONGEST_JOINT).contains(&joint) && is_guid(value)).then_some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "b1f7c02e-64d9-4a35-8e10-72d5c93fa684";
    const NEW: &str = "3ad06b58-f19c-47e2-b583-0c6e9d714fa2";

    #[test]
    fn a_tenant_that_is_not_listed() {
        let entry = format!(
            "[{{\"id\":\"7e95d3a1-2c40-4f8b-9b76-e0d18a53c7f2\",\"tenantid\":\"{NEW}\",\"tenanttype\":\"organisation\"}}]"
        );
        let php = format!("[\n \"id\" => 1,\n \"tenantid\" => \"{NEW}\",\n \"tenanttype\" => \"organisation\",\n]");
        let used = [
            format!("xero-tenant-id: {OLD}"),
            format!("\"tenant_id\" => \"{OLD}\","),
            format!("xero_tenant_id={OLD}"),
            format!("'xero-tenant-id': '{OLD}'"),
            format!("const tenantid = '{OLD}';"),
            format!("-h 'xero-tenant-id: {OLD}'"),
            format!("xero::settenantid('{OLD}')").replace("id('", "id: ('").replace('(', ""),
            format!("[tenant_id] => {OLD}"),
            format!("tenant_id: \"{OLD}\"\ntenant_id: \"{OLD}\""),
            format!("{{\"tenant_id\":\"{OLD}\",\"expires_in\":1800}}"),
        ];
        for one in &used {
            for list in [&entry, &php] {
                assert!(is_of_other(&format!("{one}\n{list}")), "{one}\n{list}");
                assert!(is_of_other(&format!("{list}\n{one}")), "{list}\n{one}");
                let same = one.replace(OLD, NEW);
                assert!(!is_of_other(&format!("{same}\n{list}")), "{same}\n{list}");
            }
            assert!(!is_of_other(one), "{one}");
        }
        assert!(!is_of_other(&entry) && !is_of_other(""));
        // The one of the call may be one of several.
        assert!(!is_of_other(&format!("tenant_id: {OLD}\ntenant_id: {NEW}\n{entry}")));
        assert!(!is_of_other(&format!("tenant_id: your-tenant-id\n{entry}")));
    }
}
