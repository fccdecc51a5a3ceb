//! A made-up product that has everything a product can have.

use authdesk::catalog::Guide;

use super::load::{guide, parsed};

/// Where its inputs are among the fields.
pub mod input {
    use authdesk::desk::Field;

    pub const HOST: Field = Field::INPUTS[0];
    pub const TENANT: Field = Field::INPUTS[1];
    pub const REGION: Field = Field::INPUTS[2];
    pub const SITE: Field = Field::INPUTS[3];
    pub const PORT: Field = Field::INPUTS[4];
    pub const MAIL: Field = Field::INPUTS[5];
    pub const WEBHOOK_SECRET: Field = Field::INPUTS[6];
}

pub const FACTS: &str = r#"{
  "$schema": "../schema/product.json",
  "schema": 2,
  "id": "sample",
  "name": "Sample",
  "vendor": "Example Ltd",
  "category": "chat",
  "words": ["sample.conf"],
  "provider": "zoom",
  "checked": "2026-11",
  "minutes": 10,
  "labels_language": "en",
  "sources": { "guide": { "title": "Sample: Connect Zoom", "url": "https://www.example.com/zoom", "date": "2026" } },
  "inputs": {
    "host": { "kind": "host", "example": "sample.example.com", "source": ["guide"] },
    "tenant": { "kind": "word", "label": "Tenant", "example": "acme", "source": ["guide"] },
    "region": { "kind": "choice", "of": ["us", "eu"], "source": ["guide"] },
    "site": { "kind": "site", "label": "Base URL", "example": "https://www.example.com/sample", "source": ["guide"] },
    "port": { "kind": "port", "label": "Port", "example": "8443", "source": ["guide"] },
    "mail": { "kind": "email", "label": "Mail", "example": "admin@example.com", "source": ["guide"] },
    "webhook_secret": { "kind": "secret", "label": "Webhook Secret:", "source": ["guide"] }
  },
  "tasks": {
    "own-redirect": { "shows": "redirect_url", "source": ["guide"] },
    "list": { "shows": "allow_list", "source": ["guide"] },
    "own-scopes": { "shows": "scopes", "source": ["guide"] },
    "owner": { "kind": "danger", "source": ["guide"] },
    "token": { "shows": "secret_token", "source": ["guide"] },
    "endpoint": { "shows": "event_url", "source": ["guide"] },
    "names": { "shows": "events", "source": ["guide"] },
    "kit": { "source": ["guide"] },
    "save": { "source": ["guide"] },
    "old-way": { "kind": "caution", "source": ["guide"] }
  },
  "variants": [
    {
      "id": "user",
      "app": "general-user-managed",
      "flow": { "grant": "authorization_code" },
      "redirect": {
        "offered": ["https://{host}/{tenant}/callback", "https://{host}/callback"],
        "allow_list": ["https://{host}"],
        "source": ["guide"]
      },
      "events": {
        "endpoint": "https://{host}/events?secret={webhook_secret}",
        "names": ["Start Meeting", "End Meeting"],
        "optional": ["Meeting has been updated"],
        "order": "product_first",
        "needed": false,
        "source": ["guide"]
      },
      "second_app": {
        "id": "kit",
        "app": "general-user-managed",
        "needed": false,
        "create": ["kit"],
        "source": ["guide"]
      },
      "scopes": [
        {
          "id": "core",
          "choice": "always",
          "names": ["meeting:read:meeting"],
          "unlisted": ["meeting:dream:meeting"],
          "sure": "confirmed",
          "source": ["guide"]
        }
      ],
      "create": ["own-redirect", "list", "own-scopes", "owner"],
      "credentials": ["token"],
      "subscribe": ["endpoint", "names"],
      "enter": ["save"],
      "place": ["Settings", "Zoom"],
      "place_sure": "inferred",
      "values": [
        { "group": "App", "label": "Client ID", "template": "{client_id}", "source": ["guide"] },
        { "group": "App", "label": "Client Secret", "template": "{client_secret}", "source": ["guide"] },
        { "group": "Kit", "label": "Client ID", "template": "{second.client_id}", "needed": false, "source": ["guide"] },
        { "group": "Kit", "label": "Client Secret", "template": "{second.client_secret}", "needed": false, "source": ["guide"] },
        { "label": "Secret Token:", "template": "{secret_token}", "source": ["guide"] },
        { "label": "Endpoint", "template": "{event_url}", "source": ["guide"] },
        { "label": "Region", "template": "{region}", "source": ["guide"] },
        { "label": "Base", "template": "{site}:{port}", "source": ["guide"] },
        { "label": "Contact", "template": "{mail}", "needed": false, "source": ["guide"] },
        { "label": "Account Level App:", "choose": "false", "source": ["guide"] },
        { "label": "Encryption Key:", "press": "Regenerate", "source": ["guide"] },
        { "label": "API Key", "leave": "empty", "source": ["guide"] },
        { "label": "URL", "leave": "as_is", "source": ["guide"] },
        { "label": "Owner", "source": ["guide"] }
      ],
      "blocks": [
        {
          "id": "conf",
          "file": "/etc/sample.conf",
          "format": "ini",
          "before": ["[zoom]"],
          "lines": [["zoom.id", "{client_id}"], ["zoom.secret", "{client_secret}"], ["zoom.retry", 5], ["zoom.on", true]],
          "source": ["guide"]
        }
      ]
    },
    {
      "id": "events",
      "app": "general-user-managed",
      "events": {
        "from_product": { "label": "HTTP Source Address", "place": ["Collection"], "source": ["guide"] },
        "source": ["guide"]
      },
      "create": ["old-way"],
      "subscribe": ["endpoint", "token"],
      "enter": ["save"],
      "values": [{ "label": "Secret Token:", "template": "{secret_token}", "source": ["guide"] }]
    },
    {
      "id": "pasted",
      "app": "general-user-managed",
      "flow": { "grant": "authorization_code" },
      "redirect": {
        "from_product": { "label": "OAuth Redirect URL", "place": ["Credentials", "Zoom"], "source": ["guide"] },
        "source": ["guide"]
      },
      "create": ["own-redirect"],
      "enter": ["save"],
      "values": [{ "label": "Client ID", "template": "{client_id}", "source": ["guide"] }]
    }
  ]
}"#;

pub const ENGLISH: &str = r#"{
  "$schema": "../schema/product-prose.json",
  "summary": "You create an app in Zoom and enter its values in Sample.",
  "inputs": {
    "host": { "label": "Host name of Sample", "note": "Without a path." },
    "region": { "label": "Region" }
  },
  "tasks": {
    "own-redirect": "Enter the redirect URL.",
    "list": "Enter the allow list.",
    "own-scopes": "Select the scopes.",
    "owner": "Do not let the app change the owner.",
    "token": "Copy **Secret Token**.",
    "endpoint": "Enter the event notification URL.",
    "names": "Select the events.",
    "kit": "Turn on **Meeting SDK**.",
    "save": "Click **Save**.",
    "old-way": "The guide shows an older page."
  },
  "variants": {
    "user": { "name": "For a user", "when": "Most people.", "redirect": "Sample's own.", "events": "For live status." },
    "events": { "name": "Events", "when": "For events alone." },
    "pasted": { "name": "Pasted", "when": "For others.", "redirect": "As Sample shows it." }
  },
  "scope_sets": { "core": "Read meetings." },
  "values": { "Owner": "Whoever answers.", "Kit/Client ID": "Only for the kit.", "Client ID": "From the app." },
  "blocks": { "conf": "Sample reads it when it starts." }
}"#;

/// With some of the sentences.
pub const GERMAN: &str = r#"{
  "summary": "Sie legen in Zoom eine App an und tragen ihre Werte in Sample ein.",
  "inputs": { "host": { "label": "Hostname von Sample" } },
  "tasks": { "own-redirect": "Tragen Sie die Redirect-URL ein.", "save": "Klicken Sie auf **Save**." },
  "variants": { "user": { "name": "Für einen Benutzer" } }
}"#;

/// Its guide.
pub fn sample() -> Guide {
    sample_of(FACTS, ENGLISH)
}

/// Its guide with these facts and English sentences.
#[track_caller]
pub fn sample_of(facts: &str, english: &str) -> Guide {
    Guide { product: parsed(facts), prose: parsed(english), ..guide("cae-learningspace", "en") }
}
