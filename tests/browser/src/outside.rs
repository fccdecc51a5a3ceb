//! What a browser does with the network, as seen from outside of it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Both views of one session.
pub struct Outside {
    /// What it asks for.
    pub proxy: Proxy,
    /// Whom it talks to.
    pub connections: Connections,
}

/// A request that came to the proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// `GET` and the like; `CONNECT` for an encrypted connection.
    pub method: String,
    /// The whole URL; host and port of an encrypted connection.
    pub url: String,
    /// Whether it has a body.
    pub has_body: bool,
}

/// An HTTP proxy that lets requests to this computer pass and refuses all others. It notes both.
pub struct Proxy {
    address: String,
    passed: Arc<Mutex<Vec<Passed>>>,
    is_closed: Arc<AtomicBool>,
}

impl Proxy {
    /// Starts on a free port.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn start() -> Proxy {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let address = listener.local_addr().expect("the address of a listener").to_string();
        let (passed, is_closed) = (Arc::<Mutex<Vec<Passed>>>::default(), Arc::<AtomicBool>::default());
        thread::spawn({
            let (passed, is_closed) = (Arc::clone(&passed), Arc::clone(&is_closed));
            move || {
                for connection in listener.incoming() {
                    if is_closed.load(Ordering::Relaxed) {
                        return;
                    }
                    let (Ok(connection), passed) = (connection, Arc::clone(&passed)) else { continue };
                    // A browser that has gone away is no fault of the page.
                    thread::spawn(move || drop(pass(&connection, &passed)));
                }
            }
        });
        Proxy { address, passed, is_closed }
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Every request so far.
    #[must_use]
    pub fn passed(&self) -> Vec<Passed> {
        self.passed.lock().unwrap().clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.is_closed.store(true, Ordering::Relaxed);
        // The accepting thread notices the end only at the next connection.
        let _ = TcpStream::connect(&self.address);
    }
}

/// One request on each connection: the next one comes on a new one.
fn pass(browser: &TcpStream, passed: &Mutex<Vec<Passed>>) -> io::Result<()> {
    let mut reader = BufReader::new(browser);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        head.push(line);
    }
    let Some(first) = head.first() else { return Ok(()) };
    let mut words = first.split_whitespace();
    let (Some(method), Some(url)) = (words.next(), words.next()) else { return Ok(()) };
    let lengths = head.iter().filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_body = ["content-length", "transfer-encoding"].contains(&name.to_ascii_lowercase().as_str());
        (is_body && value.trim() != "0").then_some(())
    });
    let has_body = lengths.count() > 0;
    passed.lock().unwrap().push(Passed { method: method.to_owned(), url: url.to_owned(), has_body });

    let mut browser = browser;
    let target = url.strip_prefix("http://").filter(|rest| rest.starts_with("127.0.0.1:") && !has_body);
    let server = target.and_then(|rest| {
        let (host, path) = rest.split_once('/')?;
        TcpStream::connect(host).ok().map(|server| (server, path))
    });
    let Some((mut server, path)) = server else {
        return browser.write_all(b"HTTP/1.1 502 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
    write!(server, "{method} /{path} HTTP/1.1\r\n")?;
    for line in head.iter().skip(1) {
        server.write_all(line.as_bytes())?;
    }
    server.write_all(b"\r\n")?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    browser.write_all(&answer)
}

/// The connections of a process and of those that it starts, looked at all the time in the tables of the kernel: TCP and
/// UDP, so names that are looked up as well. On a system without `/proc` there is nothing to see.
pub struct Connections {
    seen: Arc<Mutex<BTreeSet<String>>>,
    is_over: Arc<AtomicBool>,
    watcher: Option<JoinHandle<()>>,
}

/// Shorter than any connection lasts that gets a response from elsewhere.
const LOOK: Duration = Duration::from_millis(20);

impl Connections {
    /// Looks at those of that process from now on.
    #[must_use]
    pub fn of(process: u32) -> Connections {
        let (seen, is_over) = (Arc::<Mutex<BTreeSet<String>>>::default(), Arc::<AtomicBool>::default());
        let watcher = thread::spawn({
            let (seen, is_over) = (Arc::clone(&seen), Arc::clone(&is_over));
            move || {
                while !is_over.load(Ordering::Relaxed) {
                    let now = remote_addresses(process);
                    seen.lock().unwrap().extend(now);
                    thread::sleep(LOOK);
                }
            }
        });
        Connections { seen, is_over, watcher: Some(watcher) }
    }

    /// Who was at the other end of any so far: protocol, address and port.
    #[must_use]
    pub fn seen(&self) -> BTreeSet<String> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for Connections {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(watcher) = self.watcher.take() {
            let _ = watcher.join();
        }
    }
}

fn remote_addresses(process: u32) -> BTreeSet<String> {
    let sockets: BTreeSet<String> = family(process).into_iter().flat_map(sockets_of).collect();
    let tables = ["tcp", "tcp6", "udp", "udp6"].into_iter().flat_map(|protocol| {
        let table = fs::read_to_string(format!("/proc/net/{protocol}")).unwrap_or_default();
        table.lines().skip(1).map(|line| (protocol, line.to_owned())).collect::<Vec<_>>()
    });
    tables
        .filter_map(|(protocol, line)| {
            // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode
            let columns: Vec<&str> = line.split_whitespace().collect();
            let (remote, socket) = (columns.get(2)?, columns.get(9)?);
            sockets
                .contains(*socket)
                .then(|| remote_address(remote))
                .flatten()
                .map(|remote| format!("{protocol} {remote}"))
        })
        .collect()
}

/// A process and its descendants.
fn family(process: u32) -> BTreeSet<u32> {
    let mut all = BTreeSet::from([process]);
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let child = entry.file_name().to_str()?.parse().ok()?;
            let state = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name is in brackets and may have any characters.
            let parent = state.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((child, parent))
        })
        .collect();
    loop {
        let before = all.len();
        all.extend(
            parents.iter().filter(|(_, parent)| all.contains(parent)).map(|(child, _)| *child).collect::<Vec<_>>(),
        );
        if all.len() == before {
            return all;
        }
    }
}

fn sockets_of(process: u32) -> Vec<String> {
    let open = fs::read_dir(Path::new("/proc").join(process.to_string()).join("fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| {
        let target = fs::read_link(entry.path()).ok()?;
        Some(target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())
    })
    .collect()
}

/// `0100007F:1F90` is 127.0.0.1:8080: words of 32 bits in the order of the machine. Nobody is at the other end of 0.
fn remote_address(hex: &str) -> Option<SocketAddr> {
    let (address, port) = hex.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok().filter(|port| *port > 0)?;
    let words = address
        .as_bytes()
        .chunks(8)
        .map(|word| u32::from_str_radix(std::str::from_utf8(word).ok()?, 16).ok().map(u32::to_ne_bytes));
    let bytes = words.collect::<Option<Vec<_>>>()?.concat();
    match <[u8; 4]>::try_from(bytes.as_slice()) {
        Ok(four) => Some(SocketAddr::from((four, port))),
        Err(_) => Some(SocketAddr::from((<[u8; 16]>::try_from(bytes.as_slice()).ok()?, port))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_address_of_the_kernel() {
        assert_eq!(remote_address("0100007F:1F90").unwrap().to_string(), "127.0.0.1:8080");
        assert_eq!(remote_address("00000000:0000"), None);
        assert_eq!(remote_address("00000000000000000000000001000000:0050").unwrap().to_string(), "[::1]:80");
    }

    #[test]
    fn sees_a_connection_of_a_process() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let _held = TcpStream::connect(address).unwrap();
        if Path::new("/proc/net/tcp").exists() {
            assert!(remote_addresses(std::process::id()).contains(&format!("tcp {address}")));
        }
    }
}
