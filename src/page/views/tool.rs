use yew::prelude::*;

use crate::desk::{Action, Desk, Route, Tool, ToolGrant};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    Choices, CodeReading, CommandBox, CopyLine, FieldBox, HeaderBox, MarkedText, SecretProp, TokenReading, UrlBox,
};
use crate::texts::Text;

/// One tool.
#[derive(Properties, PartialEq)]
pub struct ToolViewProps {
    /// The desk.
    pub desk: DeskHandle,
    /// Which one.
    pub tool: Tool,
}

/// One tool alone, made of the same parts as a guide.
#[component]
pub fn ToolView(props: &ToolViewProps) -> Html {
    let ToolViewProps { desk, tool } = props;
    html! {
        <div class="tool">
            <div class="stack">
                <nav class="crumbs"><a href={Route::Tools.to_string()}>{ desk.text(Text::ToolsTitle) }</a></nav>
                <h1>{ desk.heading() }</h1>
                <p class="lead"><MarkedText text={desk.text(Desk::tool_lead(*tool))} /></p>
                if desk.handed_over {
                    <p role="status">{ desk.text(Text::CodeHandedOver) }</p>
                }
            </div>
            <section class="panel" aria-label={desk.heading()}>
                { fields(desk, *tool) }
                { output(desk, *tool) }
            </section>
            <div class="row">
                <button class="button" type="button" onclick={desk.callback(|_: MouseEvent| Action::Cleared)}>
                    { desk.text(Text::ClearEverything) }
                </button>
                <span class="quiet small">{ desk.text(Text::KeptShort) }</span>
            </div>
        </div>
    }
}

fn fields(desk: &DeskHandle, tool: Tool) -> Html {
    html! {
        <>
            if tool == Tool::TokenRequest {
                { grants(desk) }
            }
            for field in desk.tool_fields(tool) {
                <FieldBox key={field.name()} desk={desk.clone()} {field} hint={desk.tool_hint(field)} findings={desk.field_findings(field)} />
            }
        </>
    }
}

fn output(desk: &DeskHandle, tool: Tool) -> Html {
    match tool {
        Tool::BasicHeader => html! { <HeaderBox desk={desk.clone()} /> },
        Tool::AuthorizeUrl => html! { <UrlBox desk={desk.clone()} /> },
        Tool::Redirect => html! { <CodeReading desk={desk.clone()} /> },
        Tool::TokenRequest => html! {
            <>
                if desk.grant == ToolGrant::RefreshToken {
                    <p role="note">{ desk.text(Text::RefreshVoids) }</p>
                }
                <p>{ desk.text(Text::CommandTextServer) }</p>
                <CommandBox desk={desk.clone()} />
            </>
        },
        Tool::TokenAnswer => html! { <TokenReading desk={desk.clone()} /> },
        Tool::CredentialString => credential_string(desk),
    }
}

fn grants(desk: &DeskHandle) -> Html {
    let choices = ToolGrant::NAMES
        .map(|(grant, name)| (AttrValue::from(name), desk.text(Desk::grant_title(grant)), grant == desk.grant));
    html! {
        <Choices legend={desk.text(Text::GrantLabel)} name="grant" choices={choices.to_vec()}
            on_choose={desk.callback(|name: String| Action::ChoseGrant(ToolGrant::named(&name).unwrap_or_default()))} />
    }
}

fn credential_string(desk: &DeskHandle) -> Html {
    let label = desk.text(Text::ToolCredentialString);
    match desk.credential_string() {
        Ok(string) => html! {
            <CopyLine desk={desk.clone()} {label} value={SecretProp(string.text)} masked={string.is_secret} output="credential-string" />
        },
        Err(sentence) => html! { <p class="quiet"><MarkedText text={sentence} /></p> },
    }
}
