//! Programs from elsewhere that answer one request after the other.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

/// Where scripts/setup puts the programs that commands are for and blocks are read with.
pub fn tool(path: &str) -> PathBuf {
    let folder = std::env::var_os("AUTHDESK_CACHE").map(PathBuf::from).unwrap_or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        cache.unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cache")).join("authdesk")
    });
    let found = folder.join("command-tools").join(path);
    assert!(found.exists(), "{path} is missing; scripts/setup --for-check installs it");
    found
}

/// A program that runs one command after the other: a line of JSON to it, a line of JSON back.
pub struct Driver {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driver {
    pub fn start(command: &mut Command) -> Driver {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        Driver { child, input, output }
    }

    #[track_caller]
    pub fn run(&mut self, command: &Value) -> Value {
        // Node.js ends a line at U+2028 too.
        let is_ascii = |ch: char| if ch.is_ascii() { ch.to_string() } else { by_number(ch) };
        let line: String = command.to_string().chars().map(is_ascii).collect();
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("no answer from the driver: {line:?}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It ends, with everything that it started, when nothing more can come.
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

/// RFC 8259 §7.
fn by_number(ch: char) -> String {
    ch.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}
