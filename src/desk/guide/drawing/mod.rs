//! A drawing of where each value comes from and goes: the provider's fields on the left, the product's on the right,
//! lines between them. It has labels and no value, so nothing in it is secret.

mod connections;
mod layout;
mod lettering;
mod sentences;

pub use self::lettering::Lettering;

use self::connections::Connections;
use self::layout::laid_out;
use crate::desk::Desk;

/// The drawing of the guide that is shown. Lengths are in CSS pixels, as long as there is room for its width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// Whose fields these are, from left to right.
    pub boxes: Vec<DrawnBox>,
    /// What goes where.
    pub lines: Vec<DrawnLine>,
    /// Where values are put together.
    pub joints: Vec<DrawnJoint>,
    /// The same in words, for whoever does not see it and where there is no room for it.
    pub sentences: Vec<DrawnSentence>,
    /// How many of the product's fields have their value.
    pub filled: usize,
    /// How many of the product's fields get one.
    pub all: usize,
}

/// A place with fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnBox {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is written in it.
    pub texts: Vec<DrawnText>,
    /// The places at its edge where lines begin and end.
    pub marks: Vec<DrawnMark>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnText {
    /// Where it begins.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// How it is written.
    pub lettering: Lettering,
    /// Whether it is in the language of the product's labels.
    pub is_label: bool,
    /// What it says.
    pub text: String,
}

/// A circle: filled and with a check when the value is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnMark {
    /// Its center.
    pub x: i32,
    /// Its center.
    pub y: i32,
    /// Whether the value is there.
    pub is_there: bool,
}

/// How far a mark reaches from its center.
pub const MARK: i32 = 7;

/// A line from where a value comes to where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnLine {
    /// What the value is called where it comes from.
    pub from: String,
    /// What the field is called that it goes into.
    pub to: String,
    /// Where it begins.
    pub start: (i32, i32),
    /// Where it ends.
    pub end: (i32, i32),
    /// How it gets from one height to the other.
    pub bend: Bend,
    /// Whether an arrowhead is at its end; none is at a joint.
    pub has_arrow: bool,
    /// Whether the value is there.
    pub is_there: bool,
}

/// How a line gets from one height to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bend {
    /// Between these two places, from which on it is level.
    Across(i32, i32),
    /// Back to where it came from, with handles of this length.
    Around(i32),
}

impl DrawnLine {
    /// As the `d` of a path in SVG.
    #[must_use]
    pub fn path(&self) -> String {
        let ((from_x, from_y), (to_x, to_y)) = (self.start, self.end);
        match self.bend {
            Bend::Across(begins, ends) => {
                let middle = i32::midpoint(begins, ends);
                format!("M{from_x} {from_y}H{begins}C{middle} {from_y} {middle} {to_y} {ends} {to_y}H{to_x}",)
            }
            Bend::Around(reach) => {
                let far = from_x + reach;
                format!("M{from_x} {from_y}C{far} {from_y} {far} {to_y} {to_x} {to_y}")
            }
        }
    }

    /// The arrowhead as the `d` of a path, outside of the mark at the end.
    #[must_use]
    pub fn arrow(&self) -> Option<String> {
        if !self.has_arrow {
            return None;
        }
        let is_leftward = match self.bend {
            Bend::Across(begins, ends) => ends < begins,
            Bend::Around(_) => true,
        };
        let sign = if is_leftward { -1 } else { 1 };
        let tip = self.end.0 - sign * MARK;
        Some(format!("M{tip} {}l{} -4v8z", self.end.1, -8 * sign))
    }
}

/// Where values are put together: a bar that lines end at, and one leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnJoint {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// Whether all of them are there.
    pub is_there: bool,
}

/// One connection in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnSentence {
    /// The sentence, with its marks.
    pub text: String,
    /// Whether the value is there; `None` for what has no value on this page.
    pub is_there: Option<bool>,
}

/// The drawing of the guide that is shown; `None` where nothing goes from one place to another.
#[must_use]
pub fn drawing(desk: &Desk) -> Option<Drawing> {
    let connections = Connections::of(desk)?;
    let sentences = connections.sentences(desk);
    Some(laid_out(&connections, sentences))
}
