//! Where the boxes and lines of the drawing are.
//!
//! Boxes are in columns, and lines bend only between two columns. A line that passes the token request does so at the
//! height where it began, and the token request is below all lines that do: so no line crosses a box.

use super::connections::{Connections, Content, Exchange, LeftBox, Origin, Place, RightRow};
use super::lettering::Lettering;
use super::{Bend, Drawing, DrawnBox, DrawnJoint, DrawnLine, DrawnMark, DrawnSentence, DrawnText, MARK};

/// How wide the columns are: the left one, the token request, the right one.
const LEFT: i32 = 190;
const MIDDLE: i32 = 150;
const RIGHT: i32 = 250;
/// How wide the room for lines is: between left and right, and on each side of the token request.
const ROOM: i32 = 200;
const NARROW_ROOM: i32 = 85;
/// From the edge of a box to its texts.
const PADDING: i32 = 12;
/// Between two boxes.
const GAP: i32 = 14;
/// Between two lines that end at the same joint, or at the token request.
const PITCH: i32 = 13;
const JOINT: i32 = 8;
/// From a joint to the field that it is for.
const JOINT_TO_FIELD: i32 = 34;
/// What is level at the end of a line.
const LEVEL: i32 = 20;

/// A place where lines can begin.
#[derive(Clone, Copy)]
struct Port {
    origin: Origin,
    x: i32,
    y: i32,
    is_there: bool,
}

/// The connections with a place for each.
pub(super) fn laid_out(connections: &Connections, sentences: Vec<DrawnSentence>) -> Drawing {
    let mut sheet = Sheet::new(connections);
    sheet.left();
    if let Some(exchange) = &connections.exchange {
        sheet.exchange(exchange);
    }
    sheet.right();
    sheet.set_on_the_left();
    let filled = connections.right.iter().filter(|row| !row.sources().is_empty());
    let all = filled.clone().count();
    let bottom = sheet.boxes.iter().map(|one| one.y + one.height).max().unwrap_or_default();
    Drawing {
        width: sheet.right_x + RIGHT + 1,
        height: bottom + 1,
        boxes: sheet.boxes,
        lines: sheet.lines,
        joints: sheet.joints,
        sentences,
        filled: filled.filter(|row| row.is_there).count(),
        all,
    }
}

/// What is drawn so far.
struct Sheet<'c> {
    connections: &'c Connections,
    boxes: Vec<DrawnBox>,
    lines: Vec<DrawnLine>,
    joints: Vec<DrawnJoint>,
    ports: Vec<Port>,
    /// The left edge of the room before the right column, and that of this column.
    before_right: i32,
    right_x: i32,
    /// The lower edge of the boxes whose lines go to the right column.
    bottom_of_direct: i32,
}

impl<'c> Sheet<'c> {
    fn new(connections: &'c Connections) -> Sheet<'c> {
        let (before_right, right_x) = match connections.exchange {
            Some(_) => (LEFT + NARROW_ROOM + MIDDLE, LEFT + NARROW_ROOM + MIDDLE + NARROW_ROOM),
            None => (LEFT, LEFT + ROOM),
        };
        Sheet {
            connections,
            boxes: Vec::new(),
            lines: Vec::new(),
            joints: Vec::new(),
            ports: Vec::new(),
            before_right,
            right_x,
            bottom_of_direct: 0,
        }
    }

    fn left(&mut self) {
        let mut y = 1;
        for LeftBox { place, title, rows } in &self.connections.left {
            let mut writing = Writing::new(1, y, LEFT - 1, MARK + 4);
            writing.title(title, false);
            for row in rows {
                let remark = row.remark.as_deref().map(|text| (Lettering::Remark, text));
                let middle = writing.row(&row.label, false, remark, 0);
                let is_used = !row.from.is_empty() || row.shown_as.is_some() || self.goes_anywhere(row.origin);
                if is_used {
                    writing.mark(LEFT, middle, row.is_there);
                }
                let (origin, is_there) = (row.origin, row.is_there);
                self.ports.push(Port { origin, x: LEFT + MARK, y: middle, is_there });
            }
            let done = writing.done();
            y = done.y + done.height;
            if *place != Place::Returned {
                self.bottom_of_direct = y;
            }
            y += GAP;
            self.boxes.push(done);
        }
    }

    fn goes_anywhere(&self, origin: Origin) -> bool {
        let mut targets = self.connections.right.iter().flat_map(RightRow::sources);
        let exchange = self.connections.exchange.iter().flat_map(|exchange| &exchange.from);
        let set = self.connections.left.iter().flat_map(|one| &one.rows).flat_map(|row| &row.from);
        targets.any(|one| *one == origin) || exchange.chain(set).any(|one| *one == origin)
    }

    fn exchange(&mut self, exchange: &Exchange) {
        let x = LEFT + NARROW_ROOM;
        let y = self.bottom_of_direct + GAP;
        let mut writing = Writing::new(x, y, MIDDLE, MARK + 4);
        writing.title(&exchange.title, false);
        for (origin, label, is_there) in &exchange.to {
            let middle = writing.row(label, false, None, 0);
            writing.mark(x + MIDDLE, middle, *is_there);
            self.ports.push(Port { origin: *origin, x: x + MIDDLE + MARK, y: middle, is_there: *is_there });
        }
        let starts = self.starts(&exchange.from);
        writing.at_least(count(starts.len()) * PITCH + PITCH);
        let done = writing.done();
        let first = done.y + (done.height - count(starts.len() - 1) * PITCH) / 2;
        for (at, start) in starts.iter().enumerate() {
            self.lines.push(DrawnLine {
                from: self.connections.label(start.origin).to_owned(),
                to: exchange.title.clone(),
                start: (start.x, start.y),
                end: (x, first + count(at) * PITCH),
                bend: Bend::Across(start.x, x - LEVEL),
                has_arrow: true,
                is_there: start.is_there,
            });
        }
        self.boxes.push(done);
    }

    fn right(&mut self) {
        let mut writing = Writing::new(self.right_x, 1, RIGHT, 0);
        writing.title(&self.connections.product, false);
        let mut group = None;
        for row in &self.connections.right {
            if group != row.group.as_ref()
                && let Some(title) = &row.group
            {
                writing.title(title, true);
            }
            group = row.group.as_ref();
            let remark = match &row.content {
                Content::Filled { form: Some(form), .. } | Content::Fixed(form) => {
                    Some((Lettering::Form, form.as_str()))
                }
                Content::Says(text) => Some((Lettering::Remark, text.as_str())),
                Content::Filled { form: None, .. } | Content::Contains(_) | Content::Shows => None,
            };
            let starts = self.starts(row.sources());
            let middle = writing.row(&row.label, true, remark, count(starts.len()) * PITCH + 4);
            if !starts.is_empty() || row.content == Content::Shows {
                writing.mark(self.right_x, middle, row.is_there);
            }
            self.lines_to_field(row, &starts, middle);
            if row.content == Content::Shows {
                self.line_to_provider(row, middle);
            }
        }
        self.boxes.push(writing.done());
    }

    /// Where the lines for these begin, from above to below.
    fn starts(&self, origins: &[Origin]) -> Vec<Port> {
        let mut starts: Vec<Port> = origins
            .iter()
            .filter_map(|origin| self.ports.iter().find(|port| port.origin == *origin).copied())
            .collect();
        starts.sort_by_key(|port| port.y);
        starts
    }

    fn lines_to_field(&mut self, row: &RightRow, starts: &[Port], middle: i32) {
        let (is_joined, edge) = (starts.len() > 1, self.right_x - MARK);
        let first = middle - count(starts.len().saturating_sub(1)) * PITCH / 2;
        let joint = self.right_x - JOINT_TO_FIELD;
        for (at, start) in starts.iter().enumerate() {
            let end = if is_joined { (joint, first + count(at) * PITCH) } else { (edge, middle) };
            let bend_end = if is_joined { joint } else { edge - LEVEL };
            self.lines.push(DrawnLine {
                from: self.connections.label(start.origin).to_owned(),
                to: row.name.clone(),
                start: (start.x, start.y),
                end,
                bend: Bend::Across(self.before_right.max(start.x), bend_end),
                has_arrow: !is_joined,
                is_there: start.is_there,
            });
        }
        if is_joined {
            let height = count(starts.len()) * PITCH + 2;
            let y = middle - height / 2;
            self.joints.push(DrawnJoint { x: joint, y, width: JOINT, height, is_there: row.is_there });
            self.lines.push(DrawnLine {
                from: String::new(),
                to: row.name.clone(),
                start: (joint + JOINT, middle),
                end: (edge, middle),
                bend: Bend::Across(joint + JOINT, edge),
                has_arrow: true,
                is_there: row.is_there,
            });
        }
    }

    /// From a field of the product to the provider's field that its content goes into.
    fn line_to_provider(&mut self, row: &RightRow, middle: i32) {
        let rows = self.connections.left.iter().flat_map(|one| &one.rows);
        let Some(setting) = rows.into_iter().find(|setting| setting.shown_as.as_ref() == Some(&row.label)) else {
            return;
        };
        let Some(port) = self.ports.iter().find(|port| port.origin == setting.origin) else { return };
        let start = self.right_x - MARK;
        self.lines.push(DrawnLine {
            from: row.name.clone(),
            to: setting.label.clone(),
            start: (start, middle),
            end: (port.x, port.y),
            bend: Bend::Across(start, self.before_right.max(port.x + LEVEL)),
            has_arrow: true,
            is_there: row.is_there,
        });
    }

    /// What a field of the provider is put together from on the same side.
    fn set_on_the_left(&mut self) {
        let room = if self.connections.exchange.is_some() { NARROW_ROOM } else { ROOM };
        for row in self.connections.left.iter().flat_map(|one| &one.rows) {
            let Some(end) = self.ports.iter().find(|port| port.origin == row.origin).copied() else { continue };
            for (at, start) in self.starts(&row.from).into_iter().enumerate() {
                self.lines.push(DrawnLine {
                    from: self.connections.label(start.origin).to_owned(),
                    to: row.label.clone(),
                    start: (start.x, start.y),
                    end: (end.x, end.y),
                    bend: Bend::Around((40 + 14 * count(at)).min(room - MARK)),
                    has_arrow: true,
                    is_there: start.is_there,
                });
            }
        }
    }
}

/// A box as it is written, from above to below.
struct Writing {
    drawn: DrawnBox,
    /// What its texts leave free at the right, for the marks.
    end: i32,
    below: i32,
}

impl Writing {
    fn new(x: i32, y: i32, width: i32, end: i32) -> Writing {
        let drawn = DrawnBox { x, y, width, height: 0, texts: Vec::new(), marks: Vec::new() };
        Writing { drawn, end, below: y + PADDING / 2 }
    }

    fn title(&mut self, text: &str, is_label: bool) {
        self.below += 4;
        self.write(Lettering::Title, text, is_label);
    }

    /// A field; its middle.
    fn row(&mut self, label: &str, is_label: bool, remark: Option<(Lettering, &str)>, at_least: i32) -> i32 {
        let top = self.below;
        let (texts, label_below) = (self.drawn.texts.len(), self.below + 6);
        self.below = label_below;
        self.write(Lettering::Label, label, is_label);
        if let Some((lettering, text)) = remark {
            self.write(lettering, text, false);
        }
        self.below += 6;
        let spare = (at_least - (self.below - top)).max(0);
        for text in self.drawn.texts.iter_mut().skip(texts) {
            text.y += spare / 2;
        }
        self.below += spare;
        i32::midpoint(top, self.below)
    }

    fn write(&mut self, lettering: Lettering, text: &str, is_label: bool) {
        // A mark at the left edge reaches as far into the box as one at the right.
        let x = self.drawn.x + PADDING + if self.end == 0 { MARK } else { 0 };
        let room = self.drawn.x + self.drawn.width - x - self.end.max(PADDING / 2);
        for line in lettering.wrapped(text, room) {
            self.below += lettering.line_height();
            self.drawn.texts.push(DrawnText { x, y: self.below - 4, lettering, is_label, text: line });
        }
    }

    fn mark(&mut self, x: i32, y: i32, is_there: bool) {
        self.drawn.marks.push(DrawnMark { x, y, is_there });
    }

    fn at_least(&mut self, height: i32) {
        self.below = self.below.max(self.drawn.y + height);
    }

    fn done(mut self) -> DrawnBox {
        self.drawn.height = self.below + PADDING / 2 - self.drawn.y;
        self.drawn
    }
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or_default()
}
