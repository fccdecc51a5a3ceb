//! What a program would answer itself, `res.status(500).json({ error: '…' })`: nothing that a server has said, and
//! neither is its status.

use core::ops::Range;
use std::borrow::Cow;

use crate::reading::blanked::blanked;

/// How the call begins that answers: Express and its like, Next.js, Flask, Django, FastAPI, Laravel.
const ANSWERS: [&str; 14] = [
    "res.",
    "resp.",
    "response.",
    "response()",
    "reply.",
    "ctx.",
    "c.",
    "context.",
    "Response.",
    "NextResponse.",
    "jsonify",
    "JsonResponse",
    "JSONResponse",
    "json_encode",
];

/// Those that send a body.
const SENDERS: [&str; 8] = ["json", "send", "JSON", "jsonp", "jsonify", "JsonResponse", "JSONResponse", "json_encode"];

/// In bytes: no such answer is longer.
const LONGEST: usize = 600;

/// The same of what follows the body.
const LONGEST_OPTIONS: usize = 80;

/// The text with spaces in place of what a program sends itself; every other character stays where it is.
pub(super) fn without_own_answers(text: &str) -> Cow<'_, str> {
    let mut gone: Vec<Range<usize>> = Vec::new();
    for (open, _) in text.match_indices('(') {
        let from = gone.last().map_or(0, |last| last.end);
        let Some(start) = answer_before(text.get(..open).unwrap_or_default()).filter(|start| *start >= from) else {
            continue;
        };
        let Some(length) = length_of_object(text.get(open + 1..).unwrap_or_default()) else { continue };
        let end = open + 1 + length;
        // The status is an argument too.
        let behind = text.get(end..).unwrap_or_default();
        let mut options = behind.bytes().take(LONGEST_OPTIONS);
        let more = options.position(|byte| byte == b')').filter(|_| behind.starts_with(','));
        gone.push(start..end + more.unwrap_or(0));
    }
    gone.extend(raised(text));
    // `return { ...token, error: 'RefreshAccessTokenError' }`
    for (at, word) in text.match_indices("return {") {
        let from = at + word.len() - 1;
        let object = text.get(from..).unwrap_or_default();
        let is_own = object.get(1..).is_some_and(|inner| inner.trim_start().starts_with("..."));
        if let Some(length) = length_of_object(object).filter(|_| is_own) {
            gone.push(from..from + length);
        }
    }
    blanked(Cow::Borrowed(text), gone)
}

/// How a call begins with which a program gives up, and whether a word must be before it: a log prints such an object
/// too.
const RAISED: [(&str, bool); 11] = [
    ("HTTPException(", true),
    ("HttpException(", true),
    ("HttpError(", true),
    ("ResponseStatusException(", true),
    ("createError(", true),
    ("createHttpError(", true),
    ("res.status(", false),
    ("res.sendStatus(", false),
    ("reply.code(", false),
    ("http.Error(", false),
    (" abort(", false),
];
/// What is before it in a program.
const RAISERS: [&str; 6] = ["raise ", "throw new ", "throw ", "return ", "next(", "Err("];

/// The calls with which a program raises an error of its own.
fn raised(text: &str) -> Vec<Range<usize>> {
    let places = RAISED.iter().flat_map(|(name, is_raised)| {
        text.match_indices(name).filter_map(move |(at, name)| {
            let before = text.get(..at)?;
            // `fastapi.HTTPException(…)`
            let before = before.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '_'));
            let is_here = !is_raised || RAISERS.iter().any(|word| before.ends_with(word));
            let open = at + name.len();
            let end = open + length_of_arguments(text.get(open..)?)?;
            // `res.status(502).send(…)`; a log may print the call alone.
            let is_sent = !name.starts_with("re") || text.get(end..)?.starts_with(").") || name.contains("send");
            (is_here && is_sent).then_some(open..end)
        })
    });
    places.collect()
}

/// How long the arguments of a call are, up to its parenthesis.
fn length_of_arguments(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    text.char_indices().take_while(|(at, _)| *at < LONGEST).find_map(|(at, ch)| {
        match (quote, ch) {
            (Some(open), _) if open == ch => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(ch),
            (None, '(') => depth += 1,
            (None, ')') if depth == 0 => return Some(at),
            (None, ')') => depth -= 1,
            _ => {}
        }
        None
    })
}

/// Where the call begins that sends an answer, if what is before a parenthesis is one.
fn answer_before(before: &str) -> Option<usize> {
    // There are many parentheses, and few behind such a name.
    if !SENDERS.iter().any(|name| before.ends_with(name)) {
        return None;
    }
    let least = before.len().saturating_sub(LONGEST);
    let cut = (least..).find(|at| before.is_char_boundary(*at))?;
    let before = before.get(cut..)?;
    let word = |text: &str| text.rfind(|ch: char| ch.is_whitespace() || ";{}=!".contains(ch)).map_or(0, |at| at + 1);
    let mut start = word(before);
    let callee = before.get(start..)?;
    let last = callee.rsplit(['.', '>']).next()?;
    if !SENDERS.contains(&last) {
        return None;
    }
    // The chain may be broken into lines.
    for _ in 0..MOST_LINES {
        let is_chained = before.get(start..)?.starts_with(['.', '-']);
        if !is_chained {
            break;
        }
        start = word(before.get(..start)?.trim_end());
    }
    let whole: String = before.get(start..)?.chars().filter(|ch| !ch.is_whitespace()).collect();
    ANSWERS.iter().any(|known| whole.starts_with(known)).then_some(cut + start)
}

/// How many lines a chain of calls has.
const MOST_LINES: usize = 4;

/// Whether a status or the name of the object's type is before it: `http.StatusOK, gin.H{…}`, `content={…}`,
/// `500, map[string]string{…}`.
fn is_typed(text: &str) -> bool {
    let of_name = |ch: char| ch.is_ascii_alphanumeric() || "_.,= []".contains(ch);
    let rest = text.trim_start_matches(of_name);
    rest.starts_with('{') && text.len() - rest.len() < LONGEST_OPTIONS
}

/// How long the object or list is that a text begins with; `None` where it begins with something else.
fn length_of_object(text: &str) -> Option<usize> {
    let inner = text.trim_start();
    if !inner.starts_with(['{', '[']) && !is_typed(inner) {
        return None;
    }
    let is_list = inner.starts_with('[');
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, ch) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match (quote, ch) {
            (Some(open), _) if open == ch => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(ch),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 && (ch == '}' || is_list) {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_a_program() {
        for text in [
            "res.status(500).json({ error: 'E' })",
            "  res.json({error: \"E\"});",
            "return res.status(401).send({ error: 'E', message: 'E' });",
            "  res\n    .status(400)\n    .json({ error: 'E' });",
            "return NextResponse.json({ error: 'E' }, { status: 500 })",
            "return Response.json({error: 'E'})",
            "return jsonify({'error': 'E'}), 401",
            "return JsonResponse({'error': 'E'}, status=400)",
            "echo json_encode(['error' => 'E']);",
            "return response()->json(['error' => 'E'], 401);",
            "reply.code(401).send({ error: 'E' })",
            "c.JSON(http.StatusInternalServerError, gin.H{\"error\": \"E\"})",
            "return c.JSON(500, map[string]string{\"error\": \"E\"})",
            "return JSONResponse(content={\"error\": \"E\"}, status_code=500)",
            "return JSONResponse(status_code=500, content={\"error\": \"E\"})",
            "return { ...token, error: 'E' }",
            "catch {\n  return {\n    ...token,\n    error: \"E\" as const,\n  }\n}",
        ] {
            let shown = without_own_answers(text);
            assert!(!shown.contains('E'), "{text}: {shown}");
            assert_eq!(shown.chars().count(), text.chars().count());
        }
    }

    #[test]
    fn errors_that_a_program_raises() {
        for text in [
            "raise HTTPException(502, detail='Q')",
            "    raise fastapi.HTTPException(status_code=502, detail=f\"Q {x('a')}\")",
            "throw new HttpException('Q', 502);",
            "return next(createError(502, 'Q'))",
            "http.Error(w, \"Q\", 502)",
            "res.status(502 + Q).send(text)",
        ] {
            let shown = without_own_answers(text);
            assert!(!shown.contains('Q') && !shown.contains("502"), "{text}: {shown}");
        }
    }

    #[test]
    fn answers_of_a_server() {
        let long = "res.json({},".repeat(20_000);
        assert_eq!(without_own_answers(&long).len(), long.len());
        for text in [
            "{\"error\":\"E\"}",
            "HTTPException(status_code=401, detail='E')",
            "fastapi.exceptions.HTTPException: 401: E",
            "except HTTPException as E:",
            "const data = await res.json()",
            "console.log({ error: 'E' })",
            "data: { error: 'E' }",
            "res.status(400) {\"error\":\"E\"}",
            "Error: Request failed (400) {\"error\": \"E\"}",
            "client.post(url).json({ error: 'E' })",
            "response {\"error\":\"E\"}",
            "the calls return {\"error\":\"E\"}",
            "res.json(error) // {error: 'E'}",
            "res.json({ error: 'E'",
        ] {
            assert_eq!(without_own_answers(text), text);
        }
    }
}
