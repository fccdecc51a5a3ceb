//! Our own readers read what is written, and find no fault in it.

use super::made::{cases, same};
use crate::notation::said;
use authdesk::blocks::BlockFormat;
use authdesk::reading::{Finding, FindingKind, Severity, block_formats, read_block};
use serde_json::json;
use strum::VariantArray as _;

/// Names that no reader knows as those of credentials, because random values are none.
fn keys(format: BlockFormat) -> [&'static str; 3] {
    match format {
        BlockFormat::Env | BlockFormat::DockerRun | BlockFormat::Shell | BlockFormat::Python => ["ZOOM_A", "_b", "C3"],
        BlockFormat::ShellCommand => ["+zimbraA", "b.c", "--d"],
        BlockFormat::PowerShellCommand => ["-AccountName", "-B", "-C3"],
        BlockFormat::Ini => ["a", "secrets.video_zoom_b", "more.c"],
        BlockFormat::Json | BlockFormat::Toml => ["a", "b.c.d", "list.0.e"],
        BlockFormat::Yaml => ["a", "b.c", "list.0.e.f"],
        BlockFormat::Hcl => ["a", "provider.zoom.b", "provider.zoom.c"],
        BlockFormat::ConnectionString => ["Profile", "Auto Cache", "x"],
        BlockFormat::Url => ["a", "b c", "d"],
    }
}

fn command(format: BlockFormat) -> &'static str {
    match format {
        BlockFormat::DockerRun => "docker run --rm -it --name x",
        BlockFormat::ShellCommand => "zmprov mcf",
        BlockFormat::PowerShellCommand => "Connect-PSZoom",
        BlockFormat::Url => "https://a.example/setup",
        _ => "",
    }
}

fn faults(findings: &[Finding]) -> Vec<&Finding> {
    // Somebody may read such a file in a shell.
    let is_known = |finding: &&Finding| finding.kind != FindingKind::DollarInEnv;
    findings.iter().filter(|finding| finding.kind.severity() > Severity::Info).filter(is_known).collect()
}

#[test]
fn what_is_written_is_read_without_a_fault() {
    for &format in BlockFormat::VARIANTS {
        for case in cases(format, command(format), &keys(format), |_, _| true) {
            let read = read_block(&case.text, format);
            // EXPOSE: it is compared with what was written.
            let values = read.values.iter().map(|one| json!([one.key, one.value.expose()]));
            same(&case, &json!({ "values": values.collect::<Vec<_>>() }));
            let faults = faults(&read.findings);
            assert!(faults.is_empty(), "{format:?}: {}\n{}", said(faults), case.text);
        }
    }
}

/// What is written of ordinary values is also recognized by its form.
#[test]
fn what_is_written_is_recognized() {
    use super::made::{text, whole, write};
    for &format in BlockFormat::VARIANTS {
        for values in [["bX3hG4UYSRyJWQ3zGn8otg", "https://a.example/cb", "x"], ["it's", "a b", "\"c\""]] {
            let lines: Vec<_> = keys(format).iter().zip(values).map(|(key, value)| text(key, value, false)).collect();
            let written = whole(&write(format, command(format), &lines).unwrap());
            assert_eq!(block_formats(&written).first(), Some(&format), "{written}");
        }
    }
}
