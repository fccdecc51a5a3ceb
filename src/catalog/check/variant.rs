use super::Faults;
use super::templates::Within;
use crate::catalog::{
    Block, Choice, EventOrder, Events, Placeholder, Problem, Redirect, SCOPE_TABLE, ScopeSet, SecondApp, Shows,
    Variant, What,
};

impl Faults<'_> {
    /// What the facts say of one way to connect the product.
    pub(super) fn variant(&mut self, variant: &Variant) {
        let place = format!("variants.{}", variant.id);
        let at = |key: &str| format!("{place}.{key}");
        self.app(&at("app"), &variant.app);
        self.missing(&place, variant.flow.is_none() && variant.events.is_none(), What::FlowOrEvents);
        for (list, names) in variant.lists() {
            self.lines(&at(list), names);
        }
        self.superfluous(at("subscribe"), variant.events.is_none() && !variant.subscribe.is_empty(), "`subscribe`");
        self.all_shown(variant);
        if variant.brings_code() && variant.redirect.is_none() {
            self.missing(at("redirect"), true, What::CodeRedirect);
        }
        if let Some(redirect) = &variant.redirect {
            self.redirect(&at("redirect"), redirect, variant);
        }
        if let Some(events) = &variant.events {
            self.events(&at("events"), events, variant);
        }
        if let Some(second) = &variant.second_app {
            self.second_app(&at("second_app"), second);
        }
        self.scopes(&place, variant);
        self.values(&place, variant);
        self.once(&at("blocks"), variant.blocks.iter().map(|block| block.id.as_str()));
        for block in &variant.blocks {
            self.block(&at(&format!("blocks.{}", block.id)), block, variant);
        }
    }

    fn app(&mut self, place: &str, app: &str) {
        self.known(place, app, self.guide.provider.apps.contains_key(app), "the provider's `apps`");
    }

    /// What a line shows must be there, and what is there must be shown, once.
    fn all_shown(&mut self, variant: &Variant) {
        let guide = self.guide;
        let redirect = variant.redirect.as_ref();
        let no_events =
            variant.events.as_ref().is_none_or(|events| events.names.is_empty() && events.optional.is_empty());
        let no_list = redirect.is_none_or(|redirect| redirect.allow_list.is_empty());
        let facts = [
            (
                Shows::Scopes,
                variant.scopes.is_empty() && variant.classic.is_empty(),
                What::Scopes,
                "`provider/scopes` to `create`",
            ),
            (Shows::RedirectUrl, redirect.is_none(), What::Redirect, "`provider/redirect` to `create`"),
            (Shows::AppName, variant.app_name.is_none(), What::AppName, "`provider/name-app` to `create`"),
            (
                Shows::EventUrl,
                variant.events.is_none(),
                What::Other("`events`"),
                "`provider/events-endpoint` to `subscribe`",
            ),
            (Shows::Events, no_events, What::Other("`names` of events"), "`provider/events-names` to `subscribe`"),
            (
                Shows::SecretToken,
                !variant.needs(Placeholder::SecretToken),
                What::Other("a template with `secret_token`"),
                "`provider/events-secret-token` to `subscribe`, or to `credentials` if the product comes first",
            ),
        ];
        let place = format!("variants.{}", variant.id);
        let lists = variant.lists().into_iter();
        let shown: Vec<(&str, &str, Shows)> = lists
            .flat_map(|(list, names)| guide.lines(names).map(move |line| (list, line)))
            .filter_map(|(list, line)| Some((list, line.name, line.task.shows?)))
            .collect();
        let shows = |what: Shows| shown.iter().filter(move |(.., shows)| *shows == what);
        for (what, is_absent, called, line) in facts {
            let is_shown = shows(what).next().is_some();
            self.missing(&place, is_shown && is_absent, called);
            if !is_shown && !is_absent {
                self.of_facts(&place, Problem::NotShown { what: called, line });
            }
        }
        // Without a list of its own, the allow list gets the redirect URL.
        let has_list_line = shows(Shows::AllowList).next().is_some();
        self.missing(&place, has_list_line && redirect.is_none(), "`redirect`, which goes into the allow list,");
        if !has_list_line && !no_list {
            self.of_facts(
                &place,
                Problem::NotShown { what: What::Other("`allow_list`"), line: "`provider/allow-list` to `create`" },
            );
        }
        for (at, (list, name, what)) in shown.iter().enumerate() {
            let is_again = shown.iter().take(at).any(|(.., before)| before == what);
            self.superfluous(format!("{place}.{list}.{name}"), is_again, What::SameLine);
        }
        let enters_first = variant.events.as_ref().is_some_and(|events| events.order == Some(EventOrder::ProductFirst));
        let is_late = shows(Shows::SecretToken).any(|(list, ..)| *list == "subscribe");
        let what =
            "the Secret Token in a step after the one in which `product_first` enters it (`credentials` is before)";
        self.superfluous(format!("{place}.subscribe"), enters_first && is_late, what);
    }

    fn redirect(&mut self, place: &str, redirect: &Redirect, variant: &Variant) {
        self.sources(place, &redirect.source);
        if let Some(from) = &redirect.from_product {
            self.sources(&format!("{place}.from_product"), &from.source);
            self.superfluous(place, !redirect.offered.is_empty(), "`offered` next to `from_product`");
        }
        for template in redirect.offered.iter().chain(&redirect.allow_list) {
            self.template(place, template, Within::Redirect, variant);
        }
    }

    fn events(&mut self, place: &str, events: &Events, variant: &Variant) {
        self.sources(place, &events.source);
        if let Some(from) = &events.from_product {
            self.sources(&format!("{place}.from_product"), &from.source);
        }
        let is_twice = events.endpoint.is_some() && events.from_product.is_some();
        self.superfluous(place, is_twice, "`endpoint` next to `from_product`");
        let is_nowhere = events.endpoint.is_none() && events.from_product.is_none();
        self.missing(place, is_nowhere, "`endpoint` or `from_product`");
        if let Some(endpoint) = &events.endpoint {
            self.template(&format!("{place}.endpoint"), endpoint, Within::Endpoint, variant);
        }
        self.once(place, events.names.iter().chain(&events.optional).map(String::as_str));
    }

    fn second_app(&mut self, place: &str, second: &SecondApp) {
        self.sources(place, &second.source);
        self.app(&format!("{place}.app"), &second.app);
        let list = format!("{place}.create");
        self.lines(&list, &second.create);
        self.missing(&list, second.create.is_empty(), "a line that says how to create the app");
        let shows = self.guide.lines(&second.create).any(|line| line.task.shows.is_some());
        self.superfluous(list, shows, "a line that shows what belongs to the first app");
    }

    fn scopes(&mut self, place: &str, variant: &Variant) {
        self.once(&format!("{place}.scopes"), variant.scopes.iter().map(|set| set.id.as_str()));
        for set in &variant.scopes {
            self.scope_set(&format!("{place}.scopes.{}", set.id), set);
        }
        let table = self.guide.scopes.as_ref();
        for name in &variant.classic {
            let is_known = table.is_none_or(|table| table.classic(name).is_some());
            self.known(format!("{place}.classic"), name, is_known, SCOPE_TABLE);
        }
        self.once(&format!("{place}.classic"), variant.classic.iter().map(String::as_str));
    }

    fn scope_set(&mut self, place: &str, set: &ScopeSet) {
        self.sources(place, &set.source);
        self.missing(place, set.names.is_empty() && set.unlisted.is_empty(), What::Scope);
        let table = self.guide.scopes.as_ref();
        for name in &set.names {
            let is_known = table.is_none_or(|table| table.has_granular(name));
            self.known(format!("{place}.names"), name, is_known, SCOPE_TABLE);
        }
        for name in &set.unlisted {
            let is_listed = table.is_some_and(|table| table.has_granular(name));
            let what = "a scope of the provider's table, which goes into `names`,";
            self.superfluous(format!("{place}.unlisted.{name}"), is_listed, what);
        }
        self.once(place, set.names.iter().chain(&set.unlisted).map(String::as_str));
        let is_selected = set.choice == Choice::On;
        self.superfluous(format!("{place}.required"), set.required && !is_selected, "`required` (only beside `on`)");
    }

    fn values(&mut self, place: &str, variant: &Variant) {
        for (at, value) in variant.values.iter().enumerate() {
            let name = variant.value_name(value);
            let place = format!("{place}.values.{name}");
            self.sources(&place, &value.source);
            let what = "more than one of `template`, `choose`, `press` and `leave`";
            self.superfluous(&place, value.contents() > 1, what);
            let is_again = variant.values.iter().take(at).any(|before| variant.value_name(before) == name);
            if is_again {
                self.of_facts(&place, Problem::SameLabel);
            }
            if let Some(template) = &value.template {
                self.template(&format!("{place}.template"), template, Within::Value, variant);
            }
        }
    }

    fn block(&mut self, place: &str, block: &Block, variant: &Variant) {
        self.sources(place, &block.source);
        self.missing(place, block.lines.is_empty(), What::BlockLine);
        let has_command = block.command.is_some();
        self.superfluous(place, has_command && !block.format.needs_command(), What::CommandOfFormat);
        self.missing(place, !has_command && block.format.needs_command(), What::Command);
        // A command can have an option twice, and a query a parameter.
        if !block.format.needs_command() {
            self.once(&format!("{place}.lines"), block.lines.iter().map(|line| line.key()));
        }
        for line in &block.lines {
            if let Some(template) = line.template() {
                self.template(&format!("{place}.lines.{}", line.key()), template, Within::Value, variant);
            }
        }
    }
}
