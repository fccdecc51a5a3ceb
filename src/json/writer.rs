//! Writing a string: RFC 8259 §7.

/// Appends a string with its quotes.
pub fn quote(json: &mut String, text: &str) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '\0'..=' ' if letter != ' ' => {
                json.push_str("\\u00");
                for half in [u32::from(letter) >> 4, u32::from(letter) & 15] {
                    json.extend(char::from_digit(half, 16));
                }
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
}
