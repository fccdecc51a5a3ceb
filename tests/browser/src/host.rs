//! Real web servers, each with the configuration that `docs/hosting.md` gives for it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use std::{env, thread};

use crate::site::{built_page, workspace};
use crate::{GLANCE, PATIENCE};

/// A web server that a host may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx.
    Nginx,
    /// Caddy 2.
    Caddy,
    /// Apache's HTTP server.
    Apache,
}

impl Server {
    /// All of them.
    pub const ALL: [Server; 3] = [Server::Nginx, Server::Caddy, Server::Apache];

    fn program(self) -> &'static str {
        match self {
            Server::Nginx => "nginx",
            Server::Caddy => "caddy",
            Server::Apache => "apache2",
        }
    }

    /// The blocks of the document, and around them what every configuration has.
    fn configuration(self, folder: &Path, port: u16, is_bare: bool) -> String {
        let (page, here) = (built_page(), folder.display());
        let block = |info: &str| {
            let lines = block(info).replace(FOLDER, &page.display().to_string());
            let is_taken = |line: &&str| !is_bare || !OPTIONAL.iter().any(|part| line.contains(part));
            lines.split_inclusive('\n').filter(is_taken).collect::<String>()
        };
        match self {
            Server::Nginx => format!(
                "daemon off; worker_processes 1; error_log stderr; pid {here}/pid;\nevents {{}}\nhttp {{\n\
                 include {types};\naccess_log off; client_body_temp_path {here}; proxy_temp_path {here}; fastcgi_temp_path {here}; \
                 uwsgi_temp_path {here}; scgi_temp_path {here};\n{}server {{\nlisten 127.0.0.1:{port};\n{}}}\n}}\n",
                block("nginx http"),
                block("nginx server"),
                types = unpacked("etc/nginx/mime.types").display(),
            ),
            Server::Caddy => {
                format!("{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n{}}}\n", block("caddyfile"))
            }
            Server::Apache => {
                let modules = unpacked("usr/lib/apache2/modules");
                let loaded = |name: &&str| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display());
                format!(
                    "ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {here}/pid\nErrorLog {here}/errors\nDefaultRuntimeDir {here}\n\
                     {}TypesConfig {types}\n{}",
                    APACHE_MODULES.iter().map(loaded).collect::<String>(),
                    block("apache"),
                    types = unpacked("etc/mime.types").display(),
                )
            }
        }
    }

    fn command(self, folder: &Path, configuration: &Path) -> Command {
        let mut command = Command::new(program(self.program()));
        match self {
            Server::Nginx => command.arg("-p").arg(folder).arg("-e").arg("stderr").arg("-c").arg(configuration),
            Server::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(configuration),
            Server::Apache => command.arg("-DFOREGROUND").arg("-d").arg(folder).arg("-f").arg(configuration),
        };
        command.env("HOME", folder);
        if let Some(hosts) = env::var_os("AUTHDESK_HOSTS") {
            let libraries = Path::new(&hosts).join("usr/lib");
            let machines = fs::read_dir(&libraries).into_iter().flatten().flatten().map(|entry| entry.path());
            command.env("LD_LIBRARY_PATH", env::join_paths(machines).unwrap_or_default());
        }
        command
    }
}

/// What the examples of the document name.
const FOLDER: &str = "/var/www/authdesk";

/// What is in the lines without which the page works too.
const OPTIONAL: [&str; 9] = [
    "Content-Security-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "Cross-Origin-Opener-Policy",
    "Cache-Control",
    "authdesk_cache;",
    "gzip",
    "AddOutputFilterByType",
    "AddType",
];

/// The modules that the document names, and those without which nothing starts.
const APACHE_MODULES: [&str; 8] = ["mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime"];

/// A web server that delivers the built page on a port of its own.
pub struct Host {
    child: Child,
    folder: PathBuf,
    port: u16,
}

impl Host {
    /// Starts it as the document says, and waits until it accepts connections.
    ///
    /// # Panics
    ///
    /// If it is not there, or does not start.
    #[must_use]
    pub fn start(server: Server) -> Host {
        Host::with(server, false)
    }

    /// The same without the lines for headers, compression and types, as where nothing can be set.
    ///
    /// # Panics
    ///
    /// As [`Host::start`].
    #[must_use]
    pub fn bare(server: Server) -> Host {
        Host::with(server, true)
    }

    fn with(server: Server, is_bare: bool) -> Host {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("the address of a listener").port();
        drop(listener);
        let folder = env::temp_dir().join(format!("authdesk-host-{}-{port}", server.program()));
        fs::create_dir_all(&folder).expect("a folder for the server");
        let configuration = folder.join("configuration");
        fs::write(&configuration, server.configuration(&folder, port, is_bare)).expect("its configuration");
        let said = folder.join("said");
        let output = File::create(&said).expect("a file for what it says");
        let mut child = server
            .command(&folder, &configuration)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(output)
            .spawn()
            .unwrap_or_else(|error| panic!("{server:?}: {error}; `scripts/setup --for-test` gets it"));
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = child.try_wait().expect("whether it runs");
            assert!(
                ended.is_none() && start.elapsed() < PATIENCE,
                "{server:?} does not run: {}",
                fs::read_to_string(&said).unwrap_or_default()
            );
            thread::sleep(GLANCE);
        }
        Host { child, folder, port }
    }

    /// The URL of the page, which is in a folder.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/authdesk", self.port)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Its own workers end with it, unlike after a kill.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A block of the document by what stands behind its fence.
fn block(info: &str) -> String {
    let document = workspace().join("docs/hosting.md");
    let text = fs::read_to_string(&document).expect("docs/hosting.md");
    let (_, from) = text.split_once(&format!("\n```{info}\n")).unwrap_or_else(|| panic!("no block {info}"));
    from.split_once("```\n").expect("the end of the block").0.to_owned()
}

/// The one that is installed, or that `scripts/setup` unpacked.
fn program(name: &str) -> PathBuf {
    let paths = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&paths).chain(["/usr/sbin".into(), unpacked("usr/sbin"), unpacked("usr/bin")]);
    places.map(|place| place.join(name)).find(|file| file.is_file()).unwrap_or_else(|| name.into())
}

/// A file of a package: where packages are installed, or where `scripts/setup` unpacked them.
fn unpacked(path: &str) -> PathBuf {
    let installed = Path::new("/").join(path);
    let folder = env::var_os("AUTHDESK_HOSTS").map(PathBuf::from);
    folder.map(|folder| folder.join(path)).filter(|file| file.exists()).unwrap_or(installed)
}
