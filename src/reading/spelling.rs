//! Words that were mistyped.

/// The longest word that is compared, in bytes: each comparison takes the product of both lengths.
const LONGEST: usize = 64;

/// Whether one word becomes the other by at most `most` mistakes: a character too many, missing or wrong, or two
/// neighbors swapped.
pub(crate) fn is_near(one: &str, other: &str, most: usize) -> bool {
    if one.len() > LONGEST || other.len() > LONGEST {
        return false;
    }
    let other: Vec<char> = other.chars().collect();
    // The rows of the table of distances: the one before the last, and the last.
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let (mut before, mut previous) = (Vec::new(), None);
    for (row, ch) in one.chars().enumerate() {
        let mut next = vec![row + 1];
        for (column, wanted) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = at(&last, column) + usize::from(ch != *wanted);
            least = least.min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            let is_swapped = column > 0 && previous == Some(*wanted) && other.get(column - 1) == Some(&ch);
            if is_swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            next.push(least);
        }
        (before, last, previous) = (last, next, Some(ch));
    }
    last.last().is_some_and(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn mistakes_are_counted() {
        assert!(is_near("basic", "basic", 0));
        assert!(is_near("baisc", "basic", 1));
        assert!(is_near("basi", "basic", 1));
        assert!(is_near("bassic", "basic", 1));
        assert!(is_near("bazic", "basic", 1));
        assert!(!is_near("bearer", "basic", 2));
        assert!(!is_near("", "ab", 1));
        assert!(!is_near(&"a".repeat(65), &"a".repeat(65), 9));
    }
}
