//! The lines of a step, and how they are laid out: a note stands below the line that it is a note on, and what only some
//! need to know is behind one line.

use super::progress::steps;
use crate::catalog::{GuideLine, Step, TaskKind};
use crate::desk::Desk;
use crate::desk::state::session::tick_name;

/// The lines of a step as they are laid out.
#[derive(Clone, Debug, Default)]
pub struct StepLines<'d> {
    /// What to do and what to mind, in order.
    pub lines: Vec<StepLine<'d>>,
    /// What is good to know, for some.
    pub good_to_know: Vec<GuideLine<'d>>,
}

/// A line with the notes on it.
#[derive(Clone, Debug)]
pub struct StepLine<'d> {
    /// The line.
    pub line: GuideLine<'d>,
    /// What belongs to it.
    pub notes: Vec<GuideLine<'d>>,
}

/// The lines of a step, as they are laid out.
#[must_use]
pub fn step_lines(desk: &Desk, step: Step) -> StepLines<'_> {
    laid_out(listed(desk, step))
}

/// The same in one list, in the order in which they are read; only what is done outside of this page has any.
#[must_use]
pub fn lines(desk: &Desk, step: Step) -> Vec<GuideLine<'_>> {
    let StepLines { lines, good_to_know } = step_lines(desk, step);
    let with_notes = lines.into_iter().flat_map(|one| [one.line].into_iter().chain(one.notes));
    with_notes.chain(good_to_know).collect()
}

/// As the product's file lists them.
fn listed(desk: &Desk, step: Step) -> Vec<GuideLine<'_>> {
    let (Some(guide), variant) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let names = match step {
        Step::Create | Step::Redirect | Step::Scopes | Step::Activate | Step::LocalTest => {
            let pages = variant.map(|variant| guide.pages(variant)).unwrap_or_default();
            let of_step = pages.into_iter().find(|(page, _)| page.step() == step);
            return of_step.map(|(_, lines)| lines).unwrap_or_default();
        }
        Step::Credentials => variant.map(|variant| &variant.credentials),
        Step::Second => variant.and_then(|variant| variant.second_app.as_ref()).map(|second| &second.create),
        Step::Events => variant.map(|variant| &variant.subscribe),
        Step::Enter => variant.map(|variant| &variant.enter),
        Step::Instead => guide.product.no_app.as_ref().map(|no_app| &no_app.lines),
        Step::Authorize | Step::Exchange | Step::Try => None,
    };
    names.map_or_else(Vec::new, |names| guide.lines(names).collect())
}

fn laid_out(all: Vec<GuideLine<'_>>) -> StepLines<'_> {
    // With nothing else in the step, what is good to know is what the step says.
    let is_folded = all.iter().any(|line| line.task.kind != TaskKind::Know);
    let (mut laid_out, mut notes) = (StepLines::default(), Vec::new());
    for line in &all {
        if all.iter().any(|other| line.is_about(other)) {
            notes.push(*line);
        } else if is_folded && line.task.kind == TaskKind::Know {
            laid_out.good_to_know.push(*line);
        } else {
            laid_out.lines.push(StepLine { line: *line, notes: Vec::new() });
        }
    }
    for note in notes {
        let target = laid_out.lines.iter_mut().find(|one| note.is_about(&one.line));
        match target {
            Some(one) => one.notes.push(note),
            // It is on a line that is folded away, or on a note.
            None if note.task.kind == TaskKind::Know => laid_out.good_to_know.push(note),
            None => laid_out.lines.push(StepLine { line: note, notes: Vec::new() }),
        }
    }
    laid_out
}

/// The lines that can be checked off, as `step/line`.
pub(in crate::desk) fn tick_names(desk: &Desk) -> Vec<String> {
    let names = |step: Step| {
        let lines = lines(desk, step).into_iter().filter(|line| line.task.kind == TaskKind::Do);
        lines.map(move |line| tick_name(step, line.name))
    };
    steps(desk).into_iter().flat_map(names).collect()
}

/// How many lines of a step are checked off, and how many there are to check off.
#[must_use]
pub fn ticked(desk: &Desk, step: Step) -> (usize, usize) {
    let mut to_tick = listed(desk, step);
    to_tick.retain(|line| line.task.kind == TaskKind::Do);
    (to_tick.iter().filter(|line| desk.session().is_ticked(step, line.name)).count(), to_tick.len())
}
