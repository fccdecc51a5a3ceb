//! A server on this computer that keeps every byte of every request and responds to each in the same way.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The response to every request.
pub const ANSWER: &str = r#"{"access_token":"a","token_type":"bearer"}"#;

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub method: String,
    /// Path and query, as they are in the first line.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The arguments of every process that the test has started, while the request waited for its response.
    pub processes: Vec<u8>,
}

impl Recorded {
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let first = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} comes twice");
        first
    }
}

/// Listens until the test ends. Requests are told apart by their path.
pub struct Recorder {
    pub address: SocketAddr,
    requests: Arc<Mutex<HashMap<String, Vec<Recorded>>>>,
}

impl Recorder {
    /// With `looks`, it reads the process list at each request.
    pub fn start(looks: bool) -> Recorder {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let requests: Arc<Mutex<HashMap<String, Vec<Recorded>>>> = Arc::default();
        let kept = requests.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (stream, kept) = (stream.unwrap(), kept.clone());
                std::thread::spawn(move || {
                    let Some(recorded) = receive(&stream, looks) else { return };
                    let path = recorded.target.split('?').next().unwrap().to_owned();
                    kept.lock().unwrap().entry(path).or_default().push(recorded);
                    let mut answer = &stream;
                    let length = ANSWER.len();
                    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close";
                    let _ = write!(answer, "{head}\r\nContent-Length: {length}\r\n\r\n{ANSWER}");
                });
            }
        });
        Recorder { address, requests }
    }

    /// How many requests came for this path.
    pub fn came(&self, path: &str) -> usize {
        self.requests.lock().unwrap().get(path).map_or(0, Vec::len)
    }

    /// The one request that came for this path.
    #[track_caller]
    pub fn take(&self, path: &str, what: &str) -> Recorded {
        let mut all = self.requests.lock().unwrap().remove(path).unwrap_or_default();
        assert_eq!(all.len(), 1, "{what}: this many requests came for {path}");
        all.remove(0)
    }
}

fn receive(mut stream: &TcpStream, looks: bool) -> Option<Recorded> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 65536];
    let head = loop {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
    };
    // A header contains arbitrary bytes; each becomes a character.
    let text: String = bytes[..head].iter().map(|byte| char::from(*byte)).collect();
    let mut lines = text.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    assert_eq!(first.collect::<Vec<_>>(), ["HTTP/1.1"]);
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned())).unwrap())
        .collect();
    let mut recorded = Recorded { method, target, headers, body: bytes.split_off(head + 4), processes: Vec::new() };
    let length = recorded.header("content-length").map_or(0, |length| length.parse().unwrap());
    while recorded.body.len() < length {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(count) => recorded.body.extend_from_slice(&chunk[..count]),
        }
    }
    if looks {
        recorded.processes = processes();
    }
    Some(recorded)
}

/// The arguments of what this test has started. Other programs of this computer may run the same values in other ways.
fn processes() -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(process) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        // A process can end meanwhile.
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // proc_pid_stat(5): the parent is the second field after the name, which is in parentheses and can contain any
        // character.
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
        all.push((process, parent, std::fs::read(entry.path().join("cmdline")).unwrap_or_default()));
    }
    let mut started = vec![std::process::id()];
    while let Some(more) = all.iter().position(|(process, parent, _)| {
        !started.contains(process) && parent.is_some_and(|parent| started.contains(&parent))
    }) {
        started.push(all[more].0);
    }
    let own = all.into_iter().filter(|(process, ..)| *process != started[0] && started.contains(process));
    own.flat_map(|(.., arguments)| arguments).collect()
}
