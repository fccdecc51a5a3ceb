//! The accessibility checks of axe-core. WebDriver runs scripts regardless of the page's policy, so nothing of the page
//! has to be opened for them.

use std::fmt;
use std::fs;
use std::sync::OnceLock;

use serde_json::Value;

use crate::Desk;
use crate::peer::packages;

/// A rule that a view breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name in axe.
    pub id: String,
    /// The rule in words.
    pub help: String,
    /// Each place that breaks it: selector, element, and what axe found there.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.help)?;
        self.nodes.iter().try_for_each(|node| write!(f, "\n    {node}"))
    }
}

const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "passes"] }).then(
  ({ violations, passes }) => done({
    passes: passes.length,
    violations: violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, html, failureSummary }) => `${target.join(" ")} ${html} ${failureSummary}`),
    })),
  }),
  (error) => done({ error: String(error) }),
);
"#;

/// What axe finds wrong in the view that is open.
///
/// # Panics
///
/// If axe does not run, or finds nothing to check.
pub async fn violations(desk: &Desk) -> Vec<Violation> {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    let script = SCRIPT.get_or_init(|| {
        let path = packages().join("axe-core/axe.min.js");
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        format!("{source}\n{RUN}")
    });
    let answer = desk.driver().execute_async(script.as_str(), Vec::new()).await.expect("axe runs");
    let answer = answer.json();
    assert!(answer["passes"].as_u64().is_some_and(|passes| passes > 0), "axe checked nothing: {answer}");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&answer["violations"])
        .iter()
        .map(|one| Violation {
            id: text(&one["id"]),
            help: text(&one["help"]),
            nodes: list(&one["nodes"]).iter().map(text).collect(),
        })
        .collect()
}
