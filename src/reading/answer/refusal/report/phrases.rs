//! By which words a sentence explains an error, reports one, or tells what was changed about it; English and German.

/// Whether a sentence in lowercase says what happens under a condition, what an error means or what to do about it.
pub(super) fn explains(sentence: &str) -> bool {
    let start = sentence.trim_start_matches(|ch: char| !ch.is_alphanumeric());
    STARTS.iter().any(|lead| start.starts_with(lead)) || PARTS.iter().any(|part| sentence.contains(part))
}

const STARTS: [&str; 34] = [
    "in most cases",
    "in den meisten f\u{e4}llen",
    "most often",
    "if a",
    "if it",
    "if no",
    "if the ",
    "if this",
    "if you",
    "if `",
    "when a ",
    "when an ",
    "when that",
    "when the ",
    "when this",
    "when you",
    "whenever ",
    "in case ",
    "to avoid",
    "to fix",
    "to handle",
    "to prevent",
    "to resolve",
    "troubleshooting",
    "for example",
    "note that",
    "wenn der",
    "wenn die",
    "wenn das",
    "wenn ein",
    "wenn man",
    "wenn sie",
    "falls ",
    "um ",
];

const PARTS: [&str; 100] = [
    " says that ",
    " tells that ",
    " tells you ",
    " is the answer",
    " is what ",
    " comes from ",
    " comes when ",
    " comes if ",
    " points to ",
    " points at ",
    " is a sign ",
    " signals ",
    " covers ",
    " usual reason",
    " usual cause",
    " common cause",
    " common reason",
    " most often ",
    " almost always ",
    " is answered with",
    " are answered with",
    " besagt",
    " weist auf ",
    " deutet auf ",
    " steht f\u{fc}r ",
    " kommt von ",
    " kommt daher",
    " kommt, wenn",
    " \u{fc}blicher grund",
    " \u{fc}bliche grund",
    " h\u{e4}ufigste ",
    " h\u{e4}ufiger grund",
    " in den meisten f\u{e4}llen",
    " beantwortet",
    " means ",
    " mean that ",
    " indicates ",
    " indicate that",
    " occurs ",
    " occur when",
    " happens when",
    " happens if",
    " usually ",
    " typically ",
    " generally ",
    "is returned ",
    "are returned ",
    "be returned",
    "is sent ",
    "is thrown",
    "is raised",
    "is used ",
    " can have ",
    " can be ",
    " can occur",
    " can mean",
    " may ",
    " might ",
    " should ",
    " must ",
    " such as ",
    " no longer ",
    " if a ",
    " if an ",
    " if the ",
    " if you",
    " if it ",
    " when a ",
    " when an ",
    " when the ",
    " when you",
    " when it ",
    " whenever ",
    " refers to ",
    " caused by",
    " stands for ",
    " to avoid ",
    " to handle ",
    " bedeutet",
    " tritt auf",
    " treten auf",
    " hei\u{df}t",
    "wird zur\u{fc}ckgegeben",
    "werden zur\u{fc}ckgegeben",
    " zur\u{fc}ckgibt",
    " kann ",
    " k\u{f6}nnen ",
    " muss ",
    " m\u{fc}ssen ",
    " sollte",
    " wenn der ",
    " wenn die ",
    " wenn das ",
    " wenn ein",
    " wenn man ",
    " wenn sie ",
    " falls ",
    " in der regel",
    " meist ",
    " meistens ",
];

/// Whether a sentence in lowercase tells that something happened, mostly to the one who tells it.
pub(super) fn reports(sentence: &str) -> bool {
    let padded = format!(" {sentence}");
    let is_person = |word: &str| PERSONS.contains(&word);
    // `i.e.` is no person.
    let words = sentence.split(|ch: char| !ch.is_alphanumeric() && ch != '\'' && ch != '\u{2019}' && ch != '.');
    words.map(|word| word.trim_end_matches('.')).any(is_person)
        || HAPPENED.iter().any(|part| padded.contains(part))
        || has_returned(sentence)
}

const PERSONS: [&str; 20] = [
    "i",
    "i'm",
    "i've",
    "i'd",
    "i\u{2019}m",
    "i\u{2019}ve",
    "my",
    "me",
    "ich",
    "mein",
    "meine",
    "meinem",
    "meinen",
    "meiner",
    "mir",
    "unser",
    "unsere",
    "unserem",
    "unserer",
    "uns",
];

const HAPPENED: [&str; 48] = [
    " we get",
    " we got",
    " we are getting",
    " we're getting",
    " we receive",
    " we see ",
    " we are seeing",
    " we have ",
    " we keep ",
    " we use ",
    " we tried",
    " we call ",
    " our app",
    " our users",
    " users see",
    " fails with",
    " failed with",
    " failing with",
    " fails to",
    " does not work",
    " doesn't work",
    " not working",
    " stopped working",
    " got ",
    " getting ",
    " gives ",
    " since yesterday",
    " since the update",
    " after updating",
    " after upgrading",
    " after the update",
    " suddenly",
    " any idea",
    " please help",
    " said ",
    " shows ",
    " responded with",
    " responds with error",
    " keeps ",
    " bekomme",
    " erhalte",
    " schl\u{e4}gt fehl",
    " klappt nicht",
    " geht nicht",
    " funktioniert nicht",
    " antwortet mit",
    " wir haben",
    " wir sehen",
];

/// `returned`, of something that happened, not `is returned`.
fn has_returned(sentence: &str) -> bool {
    sentence.match_indices(" returned").any(|(at, _)| {
        let before = sentence.get(..at).unwrap_or_default();
        !["is", "are", "be", "being", "not"].iter().any(|word| before.ends_with(word))
    })
}

/// Whether a sentence in lowercase says these words of one thing, not of a kind: `a refresh token is invalid once`,
/// `expired refresh tokens`.
pub(super) fn speaks_of_one(sentence: &str, words: &str) -> bool {
    sentence.match_indices(words).any(|(at, _)| {
        let (before, from) = sentence.split_at_checked(at).unwrap_or_default();
        let behind = from.get(words.len()..).unwrap_or_default();
        let is_asked = before.rsplit(['.', ':', ';', '!', '?', '\n']).next().is_some_and(asks);
        let article = before.trim_end().rsplit(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
        let is_plural = behind.strip_prefix('s').is_some_and(|rest| !rest.starts_with(|ch: char| ch.is_alphanumeric()));
        !is_plural && !is_asked && !OF_KINDS.contains(&article)
    })
}

/// Whether the front of a sentence leaves open what follows: `check whether the token was revoked`.
fn asks(front: &str) -> bool {
    front
        .split(|ch: char| !ch.is_alphanumeric())
        .any(|word| matches!(word, "whether" | "if" | "unless" | "ob" | "falls"))
}

const OF_KINDS: [&str; 12] =
    ["a", "an", "any", "each", "every", "ein", "eine", "einen", "einem", "einer", "jede", "jeder"];

/// Whether a line tells a change, as release notes and commits do.
pub(super) fn is_change(line: &str) -> bool {
    let first = line.split([' ', ':']).next().unwrap_or_default().to_lowercase();
    VERBS.contains(&first.as_str())
}

const VERBS: [&str; 31] = [
    "add",
    "added",
    "adds",
    "change",
    "changed",
    "changes",
    "document",
    "fix",
    "fixed",
    "fixes",
    "handle",
    "handled",
    "handles",
    "ignore",
    "improve",
    "improved",
    "improves",
    "map",
    "prevent",
    "refactor",
    "remove",
    "removed",
    "retry",
    "support",
    "supports",
    "update",
    "updated",
    "behebt",
    "behoben",
    "korrigiert",
    "verbessert",
];
