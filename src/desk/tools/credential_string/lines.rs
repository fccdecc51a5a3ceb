//! Lines of name and template, as they are typed for a format: a block that belongs to no product.

use crate::blocks::BlockFormat;
use crate::catalog::{Block, BlockContent, BlockLine, Confidence, Template, TemplateError, TemplateProblem};
use crate::desk::state::string_choice::StringKind;

/// What is wrong with a line, and where in the whole text, in characters from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineFault {
    pub(super) at: usize,
    pub(super) length: usize,
    pub(super) problem: LineProblem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineProblem {
    /// There is no `=`.
    NoEquals,
    /// The template after it is none.
    Template(TemplateProblem),
}

/// The block of lines that were typed: `name=template`, and before them the command or URL, where the format has one. What
/// comes after the variables of `docker run` is no variable.
pub(super) fn block(format: BlockFormat, is_secret_of_kubernetes: bool, text: &str) -> Result<Block, LineFault> {
    let mut block = Block {
        id: format.name().to_owned(),
        file: None,
        format,
        lines: Vec::new(),
        command: None,
        before: Vec::new(),
        after: Vec::new(),
        sure: Confidence::Confirmed,
        source: Vec::new(),
    };
    if is_secret_of_kubernetes {
        // Kubernetes API, Secret v1: what is below `stringData` is not encoded, unlike what is below `data`.
        for (key, value) in [("apiVersion", "v1"), ("kind", "Secret"), ("metadata.name", "zoom"), ("type", "Opaque")] {
            block.lines.push(line(key, value.parse().map_err(|_| no_equals(0, 0))?));
        }
    }
    let mut start = 0;
    for written in text.split('\n') {
        let length = written.chars().count();
        if !written.trim().is_empty() {
            add(&mut block, written, start, is_secret_of_kubernetes)?;
        }
        start += length + 1;
    }
    Ok(block)
}

fn add(block: &mut Block, written: &str, start: usize, is_secret_of_kubernetes: bool) -> Result<(), LineFault> {
    if block.format.needs_command() && block.command.is_none() {
        block.command = Some(written.trim().to_owned());
        return Ok(());
    }
    let has_rest = block.format == BlockFormat::DockerRun;
    let Some((key, template)) = written.split_once('=').filter(|(key, _)| !has_rest || is_word(key.trim())) else {
        if has_rest {
            block.after.push(written.trim().to_owned());
            return Ok(());
        }
        return Err(no_equals(start, written.chars().count()));
    };
    let before = key.chars().count() + 1 + (template.chars().count() - template.trim_start().chars().count());
    let template = template_of(template.trim(), start + before)?;
    let key = key.trim();
    let key = if is_secret_of_kubernetes { format!("stringData.{key}") } else { key.to_owned() };
    block.lines.push(line(&key, template));
    Ok(())
}

/// A template that begins there, with names that there are.
pub(super) fn template_of(text: &str, start: usize) -> Result<Template, LineFault> {
    let known = |template: Template| template.known(&[]).map(|()| template);
    Template::parse(text).and_then(known).map_err(|TemplateError { at, problem }| LineFault {
        at: start + at,
        length: problem_length(&problem),
        problem: LineProblem::Template(problem),
    })
}

fn is_word(key: &str) -> bool {
    !key.is_empty() && !key.contains(char::is_whitespace) && !key.starts_with('-')
}

fn line(key: &str, template: Template) -> BlockLine {
    BlockLine(key.to_owned(), BlockContent::Template(template))
}

fn no_equals(at: usize, length: usize) -> LineFault {
    LineFault { at, length, problem: LineProblem::NoEquals }
}

/// How many characters are wrong.
fn problem_length(problem: &TemplateProblem) -> usize {
    match problem {
        TemplateProblem::NotClosed | TemplateProblem::NotOpened => 1,
        TemplateProblem::UnknownName { name, .. } | TemplateProblem::UnknownFilter(name) => name.chars().count(),
    }
}

/// The lines that are written where none are typed: with names that the format allows, and a command to be replaced.
pub(super) fn default_lines(kind: StringKind) -> String {
    let (command, names, rest) = match kind {
        StringKind::Block(BlockFormat::DockerRun) => ("docker run --rm", UPPERCASE, "example/image"),
        StringKind::Block(BlockFormat::ShellCommand) => ("example set", LOWERCASE, ""),
        StringKind::Block(BlockFormat::PowerShellCommand) => {
            ("Set-Example", ["-AccountId", "-ClientId", "-ClientSecret"], "")
        }
        StringKind::Block(BlockFormat::Url) => ("https://www.example.com/setup", LOWERCASE, ""),
        StringKind::Block(BlockFormat::Env | BlockFormat::Shell | BlockFormat::Python) => ("", UPPERCASE, ""),
        // Attributes alone could be TOML as well.
        StringKind::Block(BlockFormat::Hcl) => {
            ("", ["provider.zoom.account_id", "provider.zoom.client_id", "provider.zoom.client_secret"], "")
        }
        StringKind::Block(BlockFormat::ConnectionString) => ("", ["AccountId", "ClientId", "ClientSecret"], ""),
        _ => ("", LOWERCASE, ""),
    };
    let values = ["{account_id}", "{client_id}", "{client_secret}"];
    let lines = names.iter().zip(values).map(|(name, value)| [name, "=", value].concat());
    let all = [command.to_owned()].into_iter().chain(lines).chain([rest.to_owned()]);
    all.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

const UPPERCASE: [&str; 3] = ["ACCOUNT_ID", "CLIENT_ID", "CLIENT_SECRET"];
const LOWERCASE: [&str; 3] = ["account_id", "client_id", "client_secret"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_comes_first_and_an_image_last() {
        let lines = "docker run --rm\nA = {client_id}\n\n-v a=b\nimage:latest\n";
        let block = block(BlockFormat::DockerRun, false, lines).unwrap();
        assert_eq!(block.command.as_deref(), Some("docker run --rm"));
        assert_eq!(block.lines.iter().map(BlockLine::key).collect::<Vec<_>>(), ["A"]);
        assert_eq!(block.after, ["-v a=b", "image:latest"]);
    }

    #[test]
    fn a_fault_has_its_place_in_the_whole_text() {
        let fault = |text: &str| {
            let fault = block(BlockFormat::Env, false, text).unwrap_err();
            let marked: String = text.chars().skip(fault.at).take(fault.length).collect();
            (marked, fault.problem)
        };
        assert_eq!(fault("A={client_id}\nB\nC=c"), ("B".to_owned(), LineProblem::NoEquals));
        assert_eq!(
            fault("Ä={client_id}\n B = x{client"),
            ("{".to_owned(), LineProblem::Template(TemplateProblem::NotClosed))
        );
        assert_eq!(fault("A=a\r\nB={clientid}").0, "clientid");
        assert_eq!(fault("A={client_id|b64}").0, "b64");
    }

    #[test]
    fn what_is_written_without_lines_of_ones_own_is_a_block_in_each_format() {
        for kind in StringKind::all() {
            let (format, is_kubernetes) = match kind {
                StringKind::Block(format) => (format, false),
                StringKind::KubernetesSecret => (BlockFormat::Yaml, true),
                _ => continue,
            };
            let block = block(format, is_kubernetes, &default_lines(kind)).unwrap();
            assert_eq!(
                block.lines.iter().filter(|line| line.template().is_some()).count(),
                if is_kubernetes { 7 } else { 3 }
            );
            assert_eq!(block.command.is_some(), format.needs_command());
        }
    }
}
