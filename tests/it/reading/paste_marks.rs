//! What a terminal puts around pasted text, in front of a command and after it.

use super::fixed;
use super::request_servers::{fails, faults, is_sound};
use crate::notation::{kinds, the};
use authdesk::reading::{FindingKind, secret_spans};

const COMMANDS: [&str; 4] = [
    "curl -X POST https://id.example.com/oauth/token -u \"$ID:$SECRET\" -d grant_type=client_credentials",
    "curl -u \"$ID:$SECRET\" \\\n  -d grant_type=client_credentials \\\n  https://id.example.com/oauth/token",
    "irm https://id.example.com/token -Method Post -Headers $headers -Body @{ grant_type = 'client_credentials' }",
    "curl.exe \"https://id.example.com/oauth/token\" ^\n -u \"%ID%:%SECRET%\" ^\n -d \"grant_type=client_credentials\"",
];

const ESCAPES: [&str; 7] = ["\u{1b}", "^[", "\\e", "\\E", "\\x1b", "\\033", ""];

#[test]
fn marks_around_a_command() {
    for command in COMMANDS {
        is_sound(command);
        for escape in ESCAPES {
            for text in [
                format!("{escape}[200~{command}"),
                format!("{command}{escape}[201~"),
                format!("{escape}[200~{command}{escape}[201~\n"),
                format!("{escape}[200~{command}{escape}[201~\r\n"),
                format!("$ {escape}[200~ {command}"),
            ] {
                fails(&text, "paste-marks");
            }
        }
    }
    for command in &COMMANDS[..2] {
        fails(&format!("200~{command}"), "paste-marks");
        fails(&format!("$ 00~{command}"), "paste-marks");
        fails(&format!("0~{command}{}", "^[[201~"), "paste-marks");
    }
    let one = COMMANDS[0];
    fails(&format!("^[[200~{one}~\nbash: [200~curl: command not found"), "paste-marks");
    fails(&format!("{one}\nnothing\n\n$ [200~{one}~"), "paste-marks");
}

#[test]
fn the_fix_removes_all_marks_of_the_command() {
    for (text, right) in [
        (format!("^[[200~{}", COMMANDS[0]), COMMANDS[0]),
        (format!("\u{1b}[200~{}\u{1b}[201~", COMMANDS[1]), COMMANDS[1]),
        (format!("[200~{}~", COMMANDS[0]), COMMANDS[0]),
        (format!("00~{}^[[201~", COMMANDS[0]), COMMANDS[0]),
    ] {
        assert_eq!(fixed(the(FindingKind::PasteMarks, &faults(&text)), &text).as_deref(), Some(right));
    }
}

#[test]
fn what_is_no_mark() {
    let one = COMMANDS[0];
    for text in [
        format!("Some terminals show ^[[200~ before what is pasted.\n\n{one}"),
        format!("[2001-02-03 10:00:00] {one}"),
        format!("[200] {one}"),
        format!("{one} -o ~"),
        format!("{one} -o ~/token.json"),
        format!("{one} # 200~"),
        format!("{one} -d scope=a~"),
        format!("{one}\n\n200~ 300 users"),
    ] {
        is_sound(&text);
    }
}

#[test]
fn other_faults_are_told_too() {
    let text = "^[[200~curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials&account_id=a'";
    assert_eq!(kinds(&faults(text)), "client-authentication-missing paste-marks");
}

#[test]
fn secrets_behind_a_mark_are_masked() {
    let text =
        "^[[200~curl -u DemoId0000:DemoSecret0000 https://id.example.com/token -d grant_type=client_credentials^[[201~";
    let start = text.find("DemoSecret").unwrap();
    assert!(secret_spans(text).iter().any(|span| span.contains(&start)));
}
