//! The text of each format, as a product's block has it.

use super::made::{lines_of, literal, text, whole, write};
use authdesk::blocks::{Block, BlockFormat, BlockLine, BlockValue};
use strum::VariantArray as _;

/// A text, one with what must be escaped, and literals.
fn lines(keys: [&str; 4]) -> Vec<BlockLine> {
    let [id, secret, number, truth] = keys;
    vec![
        text(id, "DemoClientId01", false),
        text(secret, "it's a \"DemoSecret\"", true),
        literal(number, "5"),
        literal(truth, "true"),
    ]
}

#[track_caller]
fn is_written(format: BlockFormat, command: &str, lines: &[BlockLine], expected: &str) {
    let written = write(format, command, lines).unwrap();
    assert_eq!(whole(&written), expected);
    let marked = expected.replace(r"it'\''s a ", "").replace("DemoSecret", "");
    assert!(!written.masked().contains("DemoSecret") && marked.len() < expected.len(), "{}", written.masked());
    assert!(written.masked().contains("DemoClientId01"));
}

const PLAIN: [&str; 4] = ["CLIENT_ID", "CLIENT_SECRET", "RETRY", "ENABLED"];
const NESTED: [&str; 4] = ["zoom.client_id", "zoom.secret.key", "retry", "list.0.enabled"];

#[test]
fn files_of_lines() {
    is_written(
        BlockFormat::Env,
        "",
        &lines(PLAIN),
        "CLIENT_ID=DemoClientId01\nCLIENT_SECRET=it's a \"DemoSecret\"\nRETRY=5\nENABLED=true\n",
    );
    is_written(
        BlockFormat::Python,
        "",
        &lines(PLAIN),
        "CLIENT_ID = 'DemoClientId01'\nCLIENT_SECRET = 'it\\'s a \"DemoSecret\"'\nRETRY = 5\nENABLED = True\n",
    );
    is_written(
        BlockFormat::Ini,
        "",
        &lines(["zoom.client_id", "secrets.client_secret", "retry", "secrets.enabled"]),
        "retry = 5\n[zoom]\nclient_id = DemoClientId01\n[secrets]\nclient_secret = it's a \"DemoSecret\"\nenabled = true\n",
    );
}

#[test]
fn files_with_levels() {
    is_written(
        BlockFormat::Json,
        "",
        &lines(NESTED),
        r#"{
  "zoom": {
    "client_id": "DemoClientId01",
    "secret": {
      "key": "it's a \"DemoSecret\""
    }
  },
  "retry": 5,
  "list": [
    {
      "enabled": true
    }
  ]
}
"#,
    );
    is_written(
        BlockFormat::Yaml,
        "",
        &lines(NESTED),
        r#"zoom:
  client_id: "DemoClientId01"
  secret:
    key: "it's a \"DemoSecret\""
retry: 5
list:
  - enabled: true
"#,
    );
    is_written(
        BlockFormat::Toml,
        "",
        &lines(NESTED),
        r#"retry = 5
list = [{ enabled = true }]
[zoom]
client_id = "DemoClientId01"
[zoom.secret]
key = "it's a \"DemoSecret\""
"#,
    );
    is_written(
        BlockFormat::Hcl,
        "",
        &lines(["provider.zoom.client_id", "provider.zoom.client_secret", "retry", "zoom.enabled"]),
        r#"retry = 5
provider "zoom" {
  client_id     = "DemoClientId01"
  client_secret = "it's a \"DemoSecret\""
}
zoom {
  enabled = true
}
"#,
    );
}

#[test]
fn command_lines() {
    is_written(
        BlockFormat::Shell,
        "",
        &lines(PLAIN),
        "export CLIENT_ID='DemoClientId01'\nexport CLIENT_SECRET='it'\\''s a \"DemoSecret\"'\nexport RETRY=5\nexport ENABLED=true\n",
    );
    is_written(
        BlockFormat::ShellCommand,
        "zmprov mcf",
        &lines(["+id", "+secret", "retry", "enabled"]),
        "zmprov mcf +id 'DemoClientId01'\nzmprov mcf +secret 'it'\\''s a \"DemoSecret\"'\nzmprov mcf retry 5\nzmprov mcf enabled true\n",
    );
    is_written(
        BlockFormat::PowerShellCommand,
        "Connect-PSZoom",
        &lines(["-ClientID", "-ClientSecret", "-Retry", "-Force"]),
        "Connect-PSZoom -ClientID 'DemoClientId01' -ClientSecret 'it''s a \"DemoSecret\"' -Retry 5 -Force:$true\n",
    );
}

#[test]
fn single_values_end_without_a_line_break() {
    is_written(
        BlockFormat::ConnectionString,
        "",
        &lines(["OAuthClientId", "OAuthClientSecret", "Retry", "Auto Cache"]),
        "OAuthClientId=DemoClientId01;OAuthClientSecret=\"it's a \"\"DemoSecret\"\"\";Retry=5;Auto Cache=true;",
    );
    is_written(
        BlockFormat::Url,
        "https://a.example/setup",
        &lines(["id", "secret", "retry", "enabled"]),
        "https://a.example/setup?id=DemoClientId01&secret=it%27s%20a%20%22DemoSecret%22&retry=5&enabled=true",
    );
    assert_eq!(whole(&write(BlockFormat::Url, "https://a.example/", &[]).unwrap()), "https://a.example/");
}

#[test]
fn fixed_lines_are_around() {
    let (before, after) = (lines_of(&["terraform {", "}"]), lines_of(&["# end"]));
    let block = |format, command, lines| Block { format, command, before: &before, lines, after: &after }.write();
    let hcl = [text("provider.zoom.client_id", "a", false)];
    let written = block(BlockFormat::Hcl, "", &hcl).unwrap();
    assert_eq!(whole(&written), "terraform {\n}\nprovider \"zoom\" {\n  client_id = \"a\"\n}\n# end\n");
    assert_eq!(written.masked(), whole(&written), "nothing in it is masked");
    let env = [text("A", "a", false)];
    let url = block(BlockFormat::Url, "https://a.example/", &env).unwrap();
    assert_eq!(whole(&url), "terraform {\n}\nhttps://a.example/?A=a\n# end");
}

#[test]
fn the_image_comes_after_the_variables_of_docker() {
    let after = lines_of(&["-v \"$PWD:/out\"", "ghcr.io/conductorone/baton-zoom:latest -f /out/sync.c1z"]);
    let lines = [text("BATON_ACCOUNT_ID", "a b", false), text("BATON_ZOOM_CLIENT_SECRET", "DemoSecret12", true)];
    let block =
        Block { format: BlockFormat::DockerRun, command: "docker run --rm", before: &[], lines: &lines, after: &after };
    let written = block.write().unwrap();
    assert_eq!(
        written.masked(),
        "docker run --rm \\\n  -e BATON_ACCOUNT_ID='a b' \\\n  -e BATON_ZOOM_CLIENT_SECRET='••••••••t12' \\\n  \
         -v \"$PWD:/out\" \\\n  ghcr.io/conductorone/baton-zoom:latest -f /out/sync.c1z\n"
    );
    assert_eq!(whole(&written), written.masked().replace("••••••••t12", "DemoSecret12"));
}

#[test]
fn a_format_has_a_name_that_never_changes() {
    let names: Vec<&str> = BlockFormat::VARIANTS.iter().map(|format| format.name()).collect();
    let expected = "env docker_run shell shell_command powershell_command ini python json yaml toml hcl \
                    connection_string url";
    assert_eq!(names.join(" "), expected);
    for format in BlockFormat::VARIANTS {
        assert_eq!(format.name().parse(), Ok(*format));
        assert_eq!(serde_json::from_str::<BlockFormat>(&format!("\"{}\"", format.name())).unwrap(), *format);
    }
}

#[test]
fn nothing_of_a_block_is_printed_by_accident() {
    let lines = [text("A", "DemoSecret12", true)];
    let block = Block { format: BlockFormat::Env, command: "", before: &[], lines: &lines, after: &[] };
    for printed in [format!("{block:?}"), format!("{:?}", block.write().unwrap())] {
        assert!(!printed.contains("DemoSecret") && printed.contains("[redacted]"), "{printed}");
    }
}

#[test]
fn a_value_that_is_missing_has_its_place() {
    let missing = || BlockValue::Missing { shown: "later".to_owned() };
    let lines = [
        BlockLine { key: "A".to_owned(), value: missing() },
        text("B", "DemoSecret12", true),
        BlockLine { key: "C".to_owned(), value: missing() },
    ];
    for &format in BlockFormat::VARIANTS {
        let written = write(format, "x", &lines).unwrap();
        assert!(!written.is_complete() && !whole(&written).contains("later"), "{format:?}");
        let pieces = written.pieces();
        let missing: Vec<&str> = pieces.iter().filter(|piece| piece.is_missing).map(|piece| piece.text).collect();
        assert_eq!(missing, ["later", "later"], "{format:?}: {}", written.masked());
        assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), written.masked());
    }
    let shown = |format| write(format, "x", &lines).unwrap().masked().to_owned();
    assert!(shown(BlockFormat::Shell).starts_with("export A='later'\nexport B='"));
    assert!(shown(BlockFormat::Env).starts_with("A=later\nB="));
    assert!(shown(BlockFormat::Url).starts_with("x?A=later&B="));
    assert!(write(BlockFormat::Env, "", &[text("B", "a", false)]).unwrap().is_complete());
}
