//! Whether a required scope is granted, and by which.

/// Whether a required scope is granted. The numbers are places in the list of given names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// By an exact match.
    Granted(usize),
    /// By a classic scope, which opens the same operations and more; the table was joined by operation.
    ByClassic(usize),
    /// A classic scope, by all the granular ones that replace it. The number is the first of them.
    ByGranular(usize),
    /// The user level, by the account level. Inferred: errors name both side by side.
    ByAdmin(usize),
    /// Not granted, but at a different level that is not known to be enough.
    OtherLevel(usize),
    /// Not granted.
    Missing,
}

/// Scopes of which one is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOf<'n> {
    /// The first given name that is enough, if there is one.
    pub granted: Option<usize>,
    /// The granular ones that this app type can have, in the order of the table.
    pub granular: Vec<&'n str>,
    /// The classic ones, for an app that still has those.
    pub classic: Vec<&'n str>,
    /// How many of the list are in neither: unknown to the table, or of a level that the app cannot have.
    pub others: usize,
}

impl Standing {
    /// The place of the given name that is enough.
    #[must_use]
    pub fn granted_by(self) -> Option<usize> {
        match self {
            Standing::Granted(at) | Standing::ByClassic(at) | Standing::ByGranular(at) | Standing::ByAdmin(at) => {
                Some(at)
            }
            Standing::OtherLevel(_) | Standing::Missing => None,
        }
    }
}

/// Puts a name of the table at its place in the order of the table, once; any other name after these.
pub(super) fn insert<'n>(places: &mut Vec<usize>, names: &mut Vec<&'n str>, place: Option<usize>, name: &'n str) {
    let place = place.unwrap_or(usize::MAX);
    let at = places.partition_point(|before| *before <= place);
    let is_there = place < usize::MAX && at.checked_sub(1).and_then(|before| places.get(before)) == Some(&place);
    if !is_there {
        places.insert(at, place);
        names.insert(at, name);
    }
}
