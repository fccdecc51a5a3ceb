//! The list of products on the start view and what they are found by, from what the products say.

use authdesk::catalog::{AppKind, Card, Index, Named, Product, ProductProse, Provider, ProviderProse, SearchWords};

use crate::folder::{ENGLISH, Folder, ids, languages};

/// The provider of the tools.
const PROVIDER: &str = "zoom";

/// The list of all products of a catalog, in the order of their names; what is for no provider in particular comes last.
///
/// # Errors
///
/// What cannot be read, an app type of two providers that has two names, and two products for a server of one's own.
pub fn index(catalog: &Folder) -> Result<Index, String> {
    let folder = catalog.path("products");
    let mut products = Vec::new();
    for id in ids(&folder)? {
        products.push(catalog.read::<Product>(&Product::file(&id))?);
    }
    products.sort_by_key(|product| (*product.provider != *PROVIDER, product.name.to_lowercase()));
    let mut apps: Named<Named<String>> = Named::default();
    let mut cards = Vec::new();
    let mut own_server = None;
    for product in &products {
        let provider: Provider = catalog.read(&Provider::file(&product.provider))?;
        if provider.endpoints.is_none() && own_server.replace(product.id.clone()).is_some() {
            return Err("a discovery document can lead to one guide only".to_owned());
        }
        for app in product.variants.iter().map(|variant| &variant.app) {
            let Some(names) = provider.apps.get(app).map(|kind| names(catalog, &product.provider, app, kind)) else {
                continue;
            };
            match (apps.get(app), names?) {
                (Some(known), names) if *known != names => {
                    return Err(format!("{app} is an app type of two providers"));
                }
                (Some(_), _) => {}
                (None, names) => apps.insert(app, names),
            }
        }
        let prose = |language: &str| catalog.read::<ProductProse>(&ProductProse::file(&product.id, language));
        let mut others = Vec::new();
        for language in languages(&folder, &product.id)?.into_iter().filter(|language| language != ENGLISH) {
            let prose = prose(&language)?;
            others.push((language, prose));
        }
        cards.push(card(product, &prose(ENGLISH)?, others));
    }
    let provider = PROVIDER.parse().map_err(|error| format!("{error}"))?;
    Ok(Index { schema_file: Some("schema/index.json".to_owned()), provider, own_server, apps, products: cards })
}

/// The card of a product, from its facts, its English sentences and those in other languages.
#[must_use]
pub fn card(product: &Product, english: &ProductProse, others: Vec<(String, ProductProse)>) -> Card {
    let mut card = Card::of(product);
    if let Some(name) = &english.name {
        card.names.insert(ENGLISH, name.clone());
    }
    for (language, mut prose) in others {
        if let Some(name) = &prose.name {
            card.names.insert(&language, name.clone());
        }
        let missing = prose.complete(english);
        if missing == 0 { card.languages.push(language) } else { card.partly.push(language) }
    }
    card
}

/// What each product is found by.
///
/// # Errors
///
/// What cannot be read.
pub fn words(catalog: &Folder) -> Result<SearchWords, String> {
    let mut products = Named::default();
    for id in ids(&catalog.path("products"))? {
        products.insert(&id, SearchWords::of(&catalog.read(&Product::file(&id))?));
    }
    Ok(SearchWords { schema_file: Some("schema/words.json".to_owned()), products })
}

/// The text of the list of products. It has a line for each product, so that a change is seen where it is.
///
/// # Errors
///
/// Those of `serde_json`, which these types do not have.
pub fn written(index: &Index) -> Result<String, serde_json::Error> {
    let (schema, apps) = (serde_json::to_string(&index.schema_file)?, serde_json::to_string(&index.apps)?);
    let mut lines = Vec::new();
    for card in &index.products {
        lines.push(format!("    {}", serde_json::to_string(card)?));
    }
    let (provider, lines) = (&index.provider, lines.join(",\n"));
    let own_server = serde_json::to_string(&index.own_server)?;
    Ok(format!(
        "{{\n  \"$schema\": {schema},\n  \"provider\": \"{provider}\",\n  \"own_server\": {own_server},\n  \"apps\": {apps},\n  \"products\": [\n{lines}\n  ]\n}}\n"
    ))
}

/// The text of the words, with a line for each product too.
///
/// # Errors
///
/// As above.
pub fn written_words(words: &SearchWords) -> Result<String, serde_json::Error> {
    let schema = serde_json::to_string(&words.schema_file)?;
    let mut lines = Vec::new();
    for (id, words) in &words.products {
        lines.push(format!("    \"{id}\": {}", serde_json::to_string(words)?));
    }
    Ok(format!("{{\n  \"$schema\": {schema},\n  \"products\": {{\n{}\n  }}\n}}\n", lines.join(",\n")))
}

fn names(catalog: &Folder, provider: &str, app: &str, kind: &AppKind) -> Result<Named<String>, String> {
    let mut names = Named::default();
    names.insert(ENGLISH, kind.name.clone());
    for language in languages(&catalog.path("providers"), provider)?.iter().filter(|one| *one != ENGLISH) {
        let prose: ProviderProse = catalog.read(&ProviderProse::file(provider, language))?;
        if let Some(name) = prose.app_names.get(app) {
            names.insert(language, name.clone());
        }
    }
    Ok(names)
}
