//! The parts of the form for what is entered in the product: its fields, files and commands.

use strum::VariantArray;

use super::builder::Builder;
use super::sections::section;
use super::{Control, FormRow, FormSection, Insertion};
use crate::blocks::BlockFormat;
use crate::desk::card::edit::{CardList, Way};
use crate::desk::card::place::{Place, value_name};
use crate::desk::card::tree::way;
use crate::desk::parts::block::format_name;
use crate::texts::Text;

impl Builder<'_> {
    pub(super) fn fields(&mut self) -> FormSection {
        let values = self.draft.facts.list_at(&self.of_variant(way!["values"]));
        let names = self.insertions();
        let labels: Vec<String> = values.iter().map(|value| value_name(values, value)).collect();
        let mut rows = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            // A remark is called by the label of its field.
            let has_remark = !label.is_empty() && labels.iter().filter(|other| *other == label).count() == 1;
            let mut row = self.value_row(at, label, has_remark, &names);
            let is_again = labels.iter().take(at).any(|before| before == label);
            if is_again && let Some(first) = row.fields.first_mut() {
                first.faults.extend(self.same_label(label));
            }
            rows.push(row);
        }
        let place = self.field(
            "place",
            (Text::CardPlace, Some(Text::CardMenuHint)),
            Place::fact(self.of_variant(way!["place"])),
            Way::Menu,
            Control::Line,
        );
        let list = self.list(CardList::Values, None, rows, Text::CardAddValue);
        // What is done with them, such as the button that is clicked then, is next to them.
        let enter = self.enter_step();
        section("values", Text::CardValuesTitle, Some(Text::CardValuesLead), vec![place], vec![list, enter])
    }

    fn value_row(&mut self, at: usize, name: &str, has_remark: bool, names: &[Insertion]) -> FormRow {
        let id = |key: &str| format!("value-{at}-{key}");
        let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["values", at, key]));
        let contents = self.choices(&[
            ("template", Text::CardContentTemplate),
            ("choose", Text::CardContentChoose),
            ("press", Text::CardContentPress),
            ("empty", Text::CardContentEmpty),
            ("as_is", Text::CardContentAsIs),
            ("own", Text::CardContentOwn),
        ]);
        let whole = Place::fact(self.of_variant(way!["values", at]));
        let mut fields = vec![
            self.field(id("label"), (Text::CardLabel, None), of(self, "label"), Way::Text, Control::Line),
            self.field(id("content"), (Text::CardContent, None), whole, Way::Content, contents),
        ];
        // What is wrong with the whole is told at the row.
        let kind = fields.last().map(|field| field.value.clone()).unwrap_or_default();
        let text = match kind.as_str() {
            "template" => Some((Text::FieldTemplate, Control::Template(names.to_vec()))),
            "choose" => Some((Text::CardChoose, Control::Line)),
            "press" => Some((Text::CardPress, Control::Line)),
            _ => None,
        };
        if let Some((label, control)) = text {
            fields.push(self.field(id("text"), (label, None), of(self, &kind), Way::Text, control));
        }
        fields.push(self.field(id("group"), (Text::CardGroup, None), of(self, "group"), Way::Optional, Control::Line));
        if has_remark {
            let place = Place::prose(way!["values", name]);
            fields.push(self.field(id("remark"), (Text::CardRemark, None), place, Way::Optional, Control::Lines));
        }
        fields.extend([self.field(
            id("needed"),
            (Text::CardNeeded, None),
            of(self, "needed"),
            Way::Needed,
            Control::Check,
        )]);
        fields.extend(self.source(id("source"), of(self, "source")));
        self.row(CardList::Values, at, name.to_owned(), None, fields)
    }

    pub(super) fn blocks(&mut self) -> FormSection {
        let blocks = self.draft.facts.list_at(&self.of_variant(way!["blocks"]));
        let formats = BlockFormat::VARIANTS.iter();
        let formats: Vec<(String, String)> =
            formats.map(|format| (format.name().to_owned(), self.say(format_name(*format)))).collect();
        let names = self.insertions();
        let mut rows = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let name = block.text_at(&way!["id"]).to_owned();
            let id = |key: &str| format!("block-{at}-{key}");
            let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["blocks", at, key]));
            let needs_command =
                block.text_at(&way!["format"]).parse::<BlockFormat>().is_ok_and(BlockFormat::needs_command);
            let mut fields = vec![
                self.field(id("file"), (Text::CardBlockFile, None), of(self, "file"), Way::Optional, Control::Line),
                self.field(
                    id("format"),
                    (Text::CardBlockFormat, None),
                    of(self, "format"),
                    Way::Text,
                    Control::Choice(formats.clone()),
                ),
                self.field(
                    id("lines"),
                    (Text::FieldBlockLines, Some(Text::CardBlockLinesHint)),
                    of(self, "lines"),
                    Way::BlockLines,
                    Control::Templates(names.clone()),
                ),
            ];
            if needs_command || block.at(&way!["command"]).is_some() {
                fields.push(self.field(
                    id("command"),
                    (Text::CommandLabel, None),
                    of(self, "command"),
                    Way::Optional,
                    Control::Line,
                ));
            }
            for (key, label) in [("before", Text::CardBlockBefore), ("after", Text::CardBlockAfter)] {
                fields.push(self.field(id(key), (label, None), of(self, key), Way::Code, Control::Lines));
            }
            fields.push(self.field(
                id("remark"),
                (Text::CardRemark, None),
                Place::prose(way!["blocks", &name]),
                Way::Optional,
                Control::Lines,
            ));
            fields.extend(self.source(id("source"), of(self, "source")));
            rows.push(self.row(CardList::Blocks, at, name, None, fields));
        }
        let list = self.list(CardList::Blocks, None, rows, Text::CardAddBlock);
        section("blocks", Text::CardBlocksTitle, Some(Text::CardBlocksLead), Vec::new(), vec![list])
    }
}
