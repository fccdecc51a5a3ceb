use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{files, preferences};
use crate::catalog::{Fault, File, Guide, Index, Product, ProductProse, Provider, ProviderProse, ScopeTable};
use crate::desk::{Action, Route};
use crate::page::desk_handle::DeskHandle;
use crate::texts::{Language, Texts};

/// Fetches what the view needs, once, and again when it is asked for.
#[hook]
pub fn use_files(desk: &DeskHandle) {
    let attempt = desk.attempt;

    let asking = desk.clone();
    use_effect_with((desk.language, attempt), move |(language, _)| {
        let (desk, language) = (asking, *language);
        if language == desk.texts.language() {
            return;
        }
        spawn_local(async move { desk.emit(sentences(language).await.unwrap_or_else(failed)) });
    });

    let asking = desk.clone();
    use_effect_with(attempt, move |_| {
        if asking.index.is_none() {
            spawn_local(async move {
                let index = read::<Index>(Index::FILE.to_owned()).await;
                asking.emit(index.map_or_else(failed, |index| Action::IndexArrived(Rc::new(index))));
            });
        }
    });

    let asking = desk.clone();
    let of_tools =
        desk.index.as_ref().filter(|_| matches!(desk.route, Route::Tool(_))).map(|index| index.provider.clone());
    use_effect_with((of_tools, attempt), move |(name, _)| {
        let Some(name) = name.clone().filter(|_| asking.provider.is_none()) else { return };
        spawn_local(async move {
            let provider = read::<Provider>(Provider::file(&name)).await;
            asking.emit(provider.map_or_else(failed, |provider| Action::ProviderArrived(Rc::new(provider))));
        });
    });

    let asking = desk.clone();
    let wanted = (desk.route.product().map(str::to_owned), desk.language, attempt);
    use_effect_with(wanted, move |(product, language, _)| {
        let (Some(id), language) = (product.clone(), *language) else { return };
        if !asking.has_guide_in_language() {
            spawn_local(async move { asking.emit(guide(id, language).await.unwrap_or_else(failed)) });
        }
    });

    let is_first = use_mut_ref(|| true);
    use_effect_with(desk.language, move |language| {
        if !is_first.replace(false) {
            preferences::remember_language(language.code());
        }
    });
}

/// A file that did not arrive or is not what it should be, and the reason.
type NotArrived = (String, String);

fn failed((file, reason): NotArrived) -> Action {
    Action::Failed { file, reason }
}

async fn fetched(name: String) -> Result<(String, String), NotArrived> {
    match files::fetch(&name).await {
        Ok(text) => Ok((name, text)),
        Err(reason) => Err((name, reason)),
    }
}

async fn read<T: crate::json::FromJson>(name: String) -> Result<T, NotArrived> {
    let (name, text) = fetched(name).await?;
    File { name: &name, text: &text }.read().map_err(not_readable)
}

fn not_readable(fault: Fault) -> NotArrived {
    (fault.file.clone(), fault.to_string())
}

async fn sentences(language: Language) -> Result<Action, NotArrived> {
    if language == Language::English {
        return Ok(Action::TextsArrived(Rc::new(Texts::english())));
    }
    let (name, text) = fetched(format!("texts/{}.json", language.code())).await?;
    let texts = Texts::read(language, &text).map_err(|error| (name, error.to_string()))?;
    Ok(Action::TextsArrived(Rc::new(texts)))
}

async fn guide(id: String, language: Language) -> Result<Action, NotArrived> {
    let code = language.code();
    let product: Product = read(Product::file(&id)).await?;
    let prose = read(ProductProse::file(&id, code)).await?;
    let provider: Provider = read(Provider::file(&product.provider)).await?;
    let provider_prose = read(ProviderProse::file(&product.provider, code)).await?;
    let scopes = match provider.scope_table.as_deref() {
        Some(name) => Some(read(ScopeTable::file(name)).await?),
        None => None,
    };
    let guide = Guide { product, prose, provider, provider_prose, scopes };
    guide.check().map_err(|faults| faults.into_iter().next().map_or_else(NotArrived::default, not_readable))?;
    Ok(Action::GuideArrived { id, language, guide: Rc::new(guide) })
}
