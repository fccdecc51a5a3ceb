//! The formats of a block.

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::writer::Writer;
use super::{
    Block, BlockError, connection_string, docker_run, env, hcl, ini, json, powershell_command, python, shell, toml,
    url, yaml,
};

/// How a block is written. The list is closed: a product chooses one of these, and they are offered in this order.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BlockFormat {
    /// A file of environment variables, as `dotenv` reads it: `NAME=value`.
    Env,
    /// A command that starts a container: `docker run -e NAME='value' image`.
    DockerRun,
    /// Variables of a shell: `export NAME='value'`.
    Shell,
    /// A command for each line: `command name 'value'`.
    ShellCommand,
    /// One command of PowerShell: `Command -Name 'value' -Other 'value'`.
    #[serde(rename = "powershell_command")]
    #[strum(serialize = "powershell_command")]
    PowerShellCommand,
    /// An INI file: `name = value`, below `[section]`.
    Ini,
    /// Assignments of Python: `NAME = 'value'`.
    Python,
    /// A JSON object.
    Json,
    /// A YAML mapping.
    Yaml,
    /// A TOML document.
    Toml,
    /// Attributes and blocks of HCL, as Terraform reads it.
    Hcl,
    /// `Name=value;Other=value`, as drivers of databases read it.
    ConnectionString,
    /// A URL with a query.
    Url,
}

impl BlockFormat {
    /// Its name in product files and in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether the lines belong to a command, or to an address.
    #[must_use]
    pub fn needs_command(self) -> bool {
        match self {
            BlockFormat::DockerRun | BlockFormat::ShellCommand | BlockFormat::PowerShellCommand | BlockFormat::Url => {
                true
            }
            BlockFormat::Env
            | BlockFormat::Shell
            | BlockFormat::Ini
            | BlockFormat::Python
            | BlockFormat::Json
            | BlockFormat::Yaml
            | BlockFormat::Toml
            | BlockFormat::Hcl
            | BlockFormat::ConnectionString => false,
        }
    }

    /// Whether it is entered into a field, where a line break at the end would become a part of it.
    #[must_use]
    pub fn is_single_value(self) -> bool {
        matches!(self, BlockFormat::ConnectionString | BlockFormat::Url)
    }

    pub(super) fn write(self, block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
        match self {
            BlockFormat::Env => env::write(block, out),
            BlockFormat::DockerRun => docker_run::write(block, out),
            BlockFormat::Shell => shell::write_exports(block, out),
            BlockFormat::ShellCommand => shell::write_commands(block, out),
            BlockFormat::PowerShellCommand => powershell_command::write(block, out),
            BlockFormat::Ini => ini::write(block, out),
            BlockFormat::Python => python::write(block, out),
            BlockFormat::Json => json::write(block, out),
            BlockFormat::Yaml => yaml::write(block, out),
            BlockFormat::Toml => toml::write(block, out),
            BlockFormat::Hcl => hcl::write(block, out),
            BlockFormat::ConnectionString => connection_string::write(block, out),
            BlockFormat::Url => url::write(block, out),
        }
    }
}
