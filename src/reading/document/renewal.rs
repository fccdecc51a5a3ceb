//! A log in which a call failed, a new token was requested, and the same call worked.

/// Where the line ends that tells of a call that worked after it had failed and a new token had been requested; `None` where
/// the log has no such line, or where more than that one call failed.
pub(super) fn end_of_renewal(text: &str) -> Option<usize> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let calls = calls(&lower);
    let (failed, call) = calls.iter().enumerate().find(|(_, call)| call.status >= 400)?;
    let (worked, again) = calls.iter().enumerate().skip(failed + 1).find(|(_, again)| again.what == call.what)?;
    let between = calls.get(failed + 1..worked).unwrap_or_default();
    let is_renewed = between.iter().any(|one| one.what.contains("token") && one.is_success());
    let is_last_failure = calls.iter().filter(|one| one.status >= 400).count() == 1;
    (is_renewed && is_last_failure && again.is_success()).then_some(again.end)
}

/// A call in a log, and what came of it.
struct Call<'t> {
    /// The method and the URL.
    what: &'t str,
    status: u32,
    /// The byte behind the line with the status.
    end: usize,
}

impl Call<'_> {
    fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The calls of a log in lowercase: a method and a URL, and in the same line or one of the next two a status.
fn calls(lower: &str) -> Vec<Call<'_>> {
    const METHODS: [&str; 5] = ["get ", "post ", "put ", "patch ", "delete "];
    let mut all: Vec<Call<'_>> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut end = 0;
    for line in lower.split_inclusive('\n') {
        end += line.len();
        let begun = METHODS.iter().find_map(|method| {
            let at = line.find(method)?;
            let url = line.get(at + method.len()..)?.split_whitespace().next()?;
            let is_call = url.starts_with('/') || url.starts_with("http");
            is_call.then(|| (line.get(at..at + method.len() + url.len()).unwrap_or_default(), at))
        });
        let rest = match begun {
            Some((what, at)) => {
                open = Some((what, 0));
                line.get(at + what.len()..).unwrap_or_default()
            }
            None => line,
        };
        let Some((what, lines)) = open else { continue };
        let is_status = |number: &u32| (200..600).contains(number);
        let status = rest.split_whitespace().filter(|word| word.len() == 3 || word.len() == 4 && word.ends_with(','));
        match status.filter_map(|word| word.trim_end_matches(',').parse().ok()).find(is_status) {
            Some(status) => {
                all.push(Call { what, status, end });
                open = None;
            }
            None => open = Some((what, lines + 1)).filter(|_| lines < MOST_LINES),
        }
    }
    all
}

/// How many lines behind a call its status is.
const MOST_LINES: usize = 2;

/// In bytes: a longer log is about more than that.
const LONGEST: usize = 200_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_worked_with_a_new_token() {
        let failed = "10:00 GET https://a.example/me\n10:00 401 {\"error\":\"invalid_token\"}\n";
        let renewed = "10:01 POST https://a.example/token grant_type=refresh_token\n10:01 200 expires_in=3599\n";
        let worked = "10:02 GET https://a.example/me -> 200, 6 items\n";
        let whole = format!("{failed}{renewed}{worked}done\n");
        assert_eq!(end_of_renewal(&whole).and_then(|end| whole.get(end..)), Some("done\n"));
        for text in [
            String::new(),
            failed.to_owned(),
            format!("{failed}{worked}"),
            format!("{failed}{renewed}"),
            format!("{failed}{renewed}{failed}"),
            format!("{failed}{renewed}{worked}{failed}"),
            format!("{renewed}{worked}{failed}"),
        ] {
            assert_eq!(end_of_renewal(&text), None, "{text}");
        }
    }
}
