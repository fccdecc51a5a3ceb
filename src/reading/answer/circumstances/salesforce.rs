//! Where a program reaches Salesforce: the host of an instance, and those at which users sign in.

use crate::chars::front_of;
use crate::reading::addresses_in;
use crate::reading::request::host_and_path;

/// How many places are looked at.
const MOST: usize = 64;
/// In bytes: no host is longer (RFC 1035 §2.3.4).
const LONGEST_HOST: usize = 255;
/// In bytes: between a name and its value.
const LONGEST_JOINT: usize = 12;

/// Whether the API is called at a host other than that of `instance_url`, or at one that has no API. `lower` is in
/// lowercase.
pub(super) fn has_other_instance(lower: &str) -> bool {
    if !lower.contains("/services/") {
        return false;
    }
    let instances = lower.match_indices("instance_url").take(MOST).filter_map(|(at, name)| {
        let behind = front_of(lower.get(at + name.len()..)?, LONGEST_JOINT + LONGEST_HOST);
        let url = addresses_in(behind).into_iter().next()?;
        (behind.find(url)? <= LONGEST_JOINT).then(|| host_and_path(url).0)
    });
    let instances: Vec<&str> = instances.collect();
    let called = addresses_in(lower).into_iter().map(host_and_path);
    let called: Vec<&str> =
        called.filter(|(host, path)| is_of_salesforce(host) && is_of_api(path)).map(|(host, _)| host).collect();
    let has_no_api = |host: &str| {
        host.ends_with(".lightning.force.com") || matches!(host, "login.salesforce.com" | "test.salesforce.com")
    };
    called.iter().all(|host| !instances.contains(host))
        && called.iter().any(|host| has_no_api(host) || !instances.is_empty())
}

fn is_of_api(path: &str) -> bool {
    ["/services/data", "/services/apexrest", "/services/async"].iter().any(|api| path.starts_with(api))
}

fn is_of_salesforce(host: &str) -> bool {
    host.ends_with(".force.com") || host.ends_with(".salesforce.com")
}

/// What the user names of a sandbox end in: the name of the sandbox, behind the address of the user in production.
const SANDBOXES: [&str; 14] = [
    "uat", "dev", "sandbox", "qa", "test", "staging", "stage", "sit", "full", "fullcopy", "partial", "int", "preprod",
    "devbox",
];
/// In bytes: no user name of Salesforce is longer.
const LONGEST_NAME: usize = 80;

/// Whether somebody of a sandbox signs in at the host for production. `lower` is in lowercase.
pub(super) fn is_sandbox_elsewhere(lower: &str) -> bool {
    let (production, own) = ("login.salesforce.com", ".sandbox.my.salesforce.com");
    let has_token_endpoint = |host: &str| lower.contains(&format!("{host}/services/oauth2"));
    // The own host of a sandbox may be one that the user of a browser tells of.
    let is_elsewhere = || has_token_endpoint(production) && !has_token_endpoint(own);
    if !lower.contains(production) || lower.contains(own) && !is_elsewhere() {
        return false;
    }
    let has_name = || {
        let signs = ["@", "%40"].into_iter().flat_map(|sign| lower.match_indices(sign).take(MOST));
        signs.map(|(at, sign)| at + sign.len()).any(|at| {
            let behind = front_of(lower.get(at..).unwrap_or_default(), LONGEST_NAME);
            let is_of_domain = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '.');
            let domain = behind.get(..behind.find(|ch| !is_of_domain(ch)).unwrap_or(behind.len())).unwrap_or_default();
            let mut labels = domain.trim_end_matches('.').rsplit('.');
            let (last, before, name) = (labels.next(), labels.next(), labels.next());
            last.is_some_and(|last| SANDBOXES.contains(&last))
                && before.is_some_and(|before| before.len() <= 4)
                && name.is_some_and(|name| !name.is_empty())
        })
    };
    has_name() || TOLD.iter().any(|words| lower.contains(words)) || lower.contains("test.salesforce.com")
}

/// How people tell that it is one: with an article, since `isSandbox: false` names it too.
const TOLD: [&str; 12] = [
    "our sandbox",
    "the sandbox",
    "a sandbox",
    "my sandbox",
    "uat sandbox",
    "full sandbox",
    "unsere sandbox",
    "die sandbox",
    "der sandbox",
    "einer sandbox",
    "la sandbox",
    "sandbox org",
];

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn an_api_at_another_host() {
        let answer = "{\"access_token\":\"00d\",\"instance_url\":\"https://acme--uat.sandbox.my.salesforce.com\"}\n";
        for call in [
            "curl https://acme--uat.sandbox.lightning.force.com/services/data/v59.0/query",
            "get https://login.salesforce.com/services/data/v59.0/sobjects",
            "get https://acme.my.salesforce.com/services/data/v59.0/sobjects",
            "post https://acme--uat.sandbox.lightning.force.com/services/apexrest/leads",
        ] {
            assert!(has_other_instance(&format!("{answer}{call}")), "{call}");
        }
        assert!(has_other_instance("get https://acme.lightning.force.com/services/data/v59.0/limits -> 401"));
        for text in [
            String::new(),
            format!("{answer}get https://acme--uat.sandbox.my.salesforce.com/services/data/v59.0/query"),
            format!("{answer}post https://test.salesforce.com/services/oauth2/token"),
            format!("{answer}get https://api.example.com/services/data/v1"),
            "get https://acme.my.salesforce.com/services/data/v59.0/limits -> 401".into(),
        ] {
            assert!(!has_other_instance(&text), "{text}");
        }
    }

    #[test]
    fn a_sandbox_at_the_host_for_production() {
        tells_apart(
            is_sandbox_elsewhere,
            &[
                "username: 'integration@helvion.com.uat'\nhost: 'login.salesforce.com'",
                "sf_username=api@acme.de.sandbox\nsf_url=https://login.salesforce.com",
                "https://login.salesforce.com/services/oauth2/token\nthis is our sandbox",
                "https://login.salesforce.com/services/oauth2/token username=a@b.co.qa&password=x",
                "https://login.salesforce.com fails, in the browser test.salesforce.com works",
                "post https://login.salesforce.com/services/oauth2/token username=sync%40acme.com.uat&password=x",
                "post https://login.salesforce.com/services/oauth2/token username=sync%40acme.com.dev\n\
             in the browser it works at https://acme--dev.sandbox.my.salesforce.com",
            ],
            &[
                "",
                "username: 'integration@helvion.com'\nhost: 'login.salesforce.com'",
                "username: 'integration@helvion.com.uat'\nhost: 'test.salesforce.com'",
                "username: 'max@helvion.dev'\nhost: 'login.salesforce.com'",
                "issandbox: false\nhost: 'login.salesforce.com'",
                "https://acme--uat.sandbox.my.salesforce.com, not login.salesforce.com: the sandbox",
                "post https://acme--uat.sandbox.my.salesforce.com/services/oauth2/token username=a@b.com.uat\n\
             (was https://login.salesforce.com/services/oauth2/token)",
                "post https://login.salesforce.com/services/oauth2/token username=sync%40acme.com&password=x",
            ],
        );
    }
}
