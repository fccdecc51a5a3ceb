//! The identifiers that Microsoft, Xero and others give tenants and apps (RFC 9562 §4).

/// `00001111-aaaa-2222-bbbb-3333cccc4444`, and not only zeros, which stand for any.
pub(super) fn is_guid(part: &str) -> bool {
    let lengths = part.split('-').map(str::len);
    let is_made_up = part.chars().filter(|ch| *ch != '-').all(|ch| matches!(ch, '0' | 'x' | 'X'));
    lengths.eq([8, 4, 4, 4, 12]) && !is_made_up && part.chars().all(|ch| ch == '-' || ch.is_ascii_hexdigit())
}
