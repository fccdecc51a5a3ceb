//! What an action did.

/// What an action did to the desk: the page is drawn again only if it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Effect {
    /// Everything is as it was.
    Unchanged,
    /// Something is different.
    Changed,
}

impl Effect {
    /// Of something that is known to be different or not.
    pub(in crate::desk) fn changed_if(is_different: bool) -> Effect {
        if is_different { Effect::Changed } else { Effect::Unchanged }
    }

    /// Of two things that were done one after the other.
    pub(in crate::desk) fn and(self, other: Effect) -> Effect {
        Effect::changed_if(self == Effect::Changed || other == Effect::Changed)
    }
}

/// Puts a value in its place.
pub(in crate::desk) fn replace<T: PartialEq>(place: &mut T, value: T) -> Effect {
    let is_different = *place != value;
    *place = value;
    Effect::changed_if(is_different)
}
