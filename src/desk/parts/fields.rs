//! Which fields a view has.

use crate::desk::{Desk, Field, Route, guide};

/// The fields that the view asks for, in its order.
pub(in crate::desk) fn asked(desk: &Desk) -> Vec<Field> {
    match &desk.route {
        Route::Product { .. } => guide::asked(desk),
        Route::Tool(tool) => tool.fields(desk),
        _ => Vec::new(),
    }
}

/// Each of them once, where it is first.
pub(in crate::desk) fn each_once<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
