use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{files, preferences};
use crate::catalog::{Fault, File, Guide, Index, Product, ProductProse, Provider, ProviderProse, ScopeTable};
use crate::desk::{Action, Route};
use crate::json::FromJson;
use crate::page::desk_handle::DeskHandle;
use crate::texts::{Language, Texts};

/// Fetches what the view needs, once, and again when it is asked for.
#[hook]
pub fn use_files(desk: &DeskHandle) {
    let attempt = desk.attempt;

    let asking = desk.clone();
    use_effect_with((desk.language, attempt), move |(language, _)| {
        if *language != asking.texts.language() {
            ask(asking, Wanted::Texts(*language));
        }
    });

    let asking = desk.clone();
    use_effect_with(attempt, move |_| {
        if asking.index.is_none() {
            ask(asking, Wanted::Index);
        }
    });

    let asking = desk.clone();
    let of_tools =
        desk.index.as_ref().filter(|_| matches!(desk.route, Route::Tool(_))).map(|index| index.provider.clone());
    use_effect_with((of_tools, attempt), move |(name, _)| {
        if let Some(name) = name.clone().filter(|_| asking.provider.is_none()) {
            ask(asking, Wanted::Provider(name));
        }
    });

    let asking = desk.clone();
    let wanted = (desk.route.product().map(str::to_owned), desk.language, attempt);
    use_effect_with(wanted, move |(product, language, _)| {
        if let Some(id) = product.clone().filter(|_| !asking.has_guide_in_language()) {
            ask(asking, Wanted::Guide(id, *language));
        }
    });

    let is_first = use_mut_ref(|| true);
    use_effect_with(desk.language, move |language| {
        if !is_first.replace(false) {
            preferences::remember_language(language.code());
        }
    });
}

/// What a view can need.
enum Wanted {
    Texts(Language),
    Index,
    Provider(String),
    Guide(String, Language),
}

/// A file that did not arrive or is not what it should be, and the reason.
type NotArrived = (String, String);

fn ask(desk: DeskHandle, wanted: Wanted) {
    spawn_local(async move {
        let arrived = match files_of(&wanted).await {
            Ok(files) => read(wanted, &files),
            Err(not_arrived) => Err(not_arrived),
        };
        desk.emit(arrived.unwrap_or_else(|(file, reason)| Action::Failed { file, reason }));
    });
}

/// The files by name, in the order in which they are asked for. One loop waits for them all: each place that waits
/// would bring its own copy of the waiting.
async fn files_of(wanted: &Wanted) -> Result<Vec<(String, String)>, NotArrived> {
    let mut files = Vec::new();
    while let Some(name) = next_file(wanted, &files)? {
        match files::fetch(&name).await {
            Ok(text) => files.push((name, text)),
            Err(reason) => return Err((name, reason)),
        }
    }
    Ok(files)
}

/// The file to ask for when those are there: a file can name others.
fn next_file(wanted: &Wanted, files: &[(String, String)]) -> Result<Option<String>, NotArrived> {
    Ok(match (wanted, files) {
        (Wanted::Texts(Language::English), _) => None,
        (Wanted::Texts(language), []) => Some(format!("texts/{}.json", language.code())),
        (Wanted::Index, []) => Some(Index::FILE.to_owned()),
        (Wanted::Provider(name), []) => Some(Provider::file(name)),
        (Wanted::Guide(id, _), []) => Some(Product::file(id)),
        (Wanted::Guide(id, language), [_]) => Some(ProductProse::file(id, language.code())),
        (Wanted::Guide(..), [product, _]) => Some(Provider::file(&decoded::<Product>(product)?.provider)),
        (Wanted::Guide(_, language), [product, _, _]) => {
            Some(ProviderProse::file(&decoded::<Product>(product)?.provider, language.code()))
        }
        (Wanted::Guide(..), [_, _, provider, _]) => {
            decoded::<Provider>(provider)?.scope_table.map(|name| ScopeTable::file(&name))
        }
        _ => None,
    })
}

fn read(wanted: Wanted, files: &[(String, String)]) -> Result<Action, NotArrived> {
    match (wanted, files) {
        (Wanted::Texts(language), [(name, text)]) => {
            let texts = Texts::read(language, text).map_err(|error| (name.clone(), error.to_string()))?;
            Ok(Action::TextsArrived(Rc::new(texts)))
        }
        (Wanted::Index, [index]) => Ok(Action::IndexArrived(Rc::new(decoded(index)?))),
        (Wanted::Provider(_), [provider]) => Ok(Action::ProviderArrived(Rc::new(decoded(provider)?))),
        (Wanted::Guide(id, language), [product, prose, provider, provider_prose, scopes @ ..]) => {
            let guide = Guide {
                product: decoded(product)?,
                prose: decoded(prose)?,
                provider: decoded(provider)?,
                provider_prose: decoded(provider_prose)?,
                scopes: scopes.first().map(decoded).transpose()?,
            };
            guide.check().map_err(|faults| faults.into_iter().next().map_or_else(NotArrived::default, not_readable))?;
            Ok(Action::GuideArrived { id, language, guide: Rc::new(guide) })
        }
        // English, which is built in.
        _ => Ok(Action::TextsArrived(Rc::new(Texts::english()))),
    }
}

fn decoded<T: FromJson>((name, text): &(String, String)) -> Result<T, NotArrived> {
    File { name, text }.read().map_err(not_readable)
}

fn not_readable(fault: Fault) -> NotArrived {
    (fault.file.clone(), fault.to_string())
}
