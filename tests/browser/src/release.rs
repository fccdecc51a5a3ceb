//! Another release of the built page: the same with a few words changed, and every digest and version as the build would
//! have written them.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::site::built_page;

/// The files that contain digests and versions of others, each before those that contain its own.
const WITH_DIGESTS: [&str; 4] = ["digests.json", "boot.js", "index.html", "sw.js"];

/// So long is a version in a URL.
const VERSION: usize = 12;

/// A folder with another release; it is removed when this is dropped.
pub struct OtherRelease(PathBuf);

impl OtherRelease {
    /// Each change is a file, a text that it has and the text that it gets instead.
    ///
    /// # Panics
    ///
    /// If the page is not built, or a file does not have such a text.
    #[must_use]
    pub fn with(changes: &[(&str, &str, &str)]) -> OtherRelease {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("authdesk-release-{}-{number}", process::id()));
        copy(&built_page(), &folder);
        let release = OtherRelease(folder);
        let mut replaced = Vec::new();
        for (name, old, new) in changes {
            replaced.extend(release.change(name, &[((*old).to_owned(), (*new).to_owned())]));
        }
        for name in WITH_DIGESTS {
            let new = release.change(name, &replaced.clone());
            replaced.extend(new);
        }
        release
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Changes a file, and returns what has to be changed where its digest is.
    fn change(&self, name: &str, words: &[(String, String)]) -> Vec<(String, String)> {
        let path = self.0.join(name);
        let old = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let new = words.iter().fold(old.clone(), |text, (old, new)| text.replace(old.as_str(), new));
        assert_ne!(old, new, "{name} has nothing to be changed");
        fs::write(&path, &new).unwrap();
        let [old, new] = [old, new].map(|text| STANDARD.encode(Sha256::digest(text)));
        let versions = (version(&old), version(&new));
        // The whole one first: it begins with the version.
        vec![(old, new), versions]
    }
}

impl Drop for OtherRelease {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn version(digest: &str) -> String {
    digest.chars().filter(char::is_ascii_alphanumeric).take(VERSION).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
