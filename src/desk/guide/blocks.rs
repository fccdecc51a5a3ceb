//! The blocks of the product: whole files and commands with its values in them.

use super::fields::brings;
use super::{number, product_sources};
use crate::catalog::{Confidence, Hole, Sentence, Source};
use crate::desk::Desk;
use crate::desk::parts::block::{BlockView, block_name, filled, shown_lines};
use crate::desk::parts::template::Filling;
use crate::texts::Text;

/// A block of the product, and what is known of it.
#[derive(Clone, Debug)]
pub struct PanelBlock<'d> {
    /// Its name in the product's file.
    pub id: &'d str,
    /// The block with what is entered.
    pub view: BlockView,
    /// How sure it is.
    pub sure: Confidence,
    /// The product file's sentence about it, if it has one.
    pub remark: Option<&'d Sentence>,
    /// Where it was read.
    pub sources: Vec<&'d Source>,
}

/// The blocks for the product, in the order of its file. What is missing in them says which step brings it.
#[must_use]
pub fn blocks(desk: &Desk) -> Vec<PanelBlock<'_>> {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let filling = Filling::new(desk);
    let missing = |hole: &Hole| {
        let step = number(desk, brings(desk, hole)).to_string();
        desk.texts.fill(Text::ValueWaits, &[("step", &step)])
    };
    let shown = variant.blocks.iter().filter(|block| shown_lines(desk, block).next().is_some());
    let panel_blocks = shown.map(|block| PanelBlock {
        id: &block.id,
        view: filled(desk, &filling, block, block_name(desk, &variant.blocks, block), missing),
        sure: block.sure,
        remark: guide.prose.blocks.get(&block.id),
        sources: product_sources(desk, &block.source),
    });
    panel_blocks.collect()
}
