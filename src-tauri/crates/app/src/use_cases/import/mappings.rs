//! Answers remembered by the shape of what they were given about: kept in the workspace, offered next time, shared as
//! files. They hold headers and coded values, never an example nor anybody's data.

use super::choose::SessionArguments;
use super::{Read, Session, view};
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::use_cases::Nothing;
use crate::watch::NEVER;
use crate::whole_file::write_whole;
use crate::wire::{ImportView, MappingLine, Saved, TablePlace};
use crate::words;
use guichet_intake::Mapping;
use guichet_model::{instant_text, parse_instant};
use guichet_store::Workspace;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

/// The setting of the workspace that holds them, the newest first.
const SETTING: &str = "mappings";

/// One mapping as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    name: String,
    /// When it was kept, `yyyy-mm-ddThh:mm:ss` in Paris.
    at: String,
    /// Its text, as in a file one can share.
    toml: String,
}

fn kept(workspace: &Workspace) -> Result<Vec<Kept>, AppError> {
    let value = workspace.setting(SETTING)?.unwrap_or_default();
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// The mappings kept in a workspace, the newest first. One that a former version wrote and this one cannot read is not
/// offered.
pub(crate) fn remembered(workspace: &Workspace) -> Result<Vec<Arc<Mapping>>, AppError> {
    let read = |kept: &Kept| Mapping::parse(&kept.toml).ok().map(Arc::new);
    Ok(kept(workspace)?.iter().filter_map(read).collect())
}

/// What was answered about the tables of a file, each under a name and with its shape.
pub(crate) fn answered(read: &Read, name: &str) -> Vec<Mapping> {
    let layouts = read.layouts.iter().filter(|layout| layout.shape.headers().next().is_some());
    let named = layouts.map(|layout| layout.mapping(name));
    named.filter(says_something).collect()
}

/// Whether a mapping says more than its name and shape.
fn says_something(mapping: &Mapping) -> bool {
    let mut rest = mapping.clone();
    (rest.name, rest.shape) = (None, None);
    !rest.is_empty()
}

/// Puts a mapping before the others, in the place of those of its name or shape.
fn keep(state: &mut State, mapping: &Mapping) -> Result<(), AppError> {
    let workspace = &mut state.desk()?.workspace;
    let now = now_in_paris();
    let name = mapping.name.clone().unwrap_or_default();
    let mut all = kept(workspace)?;
    let toml = mapping.to_toml();
    if all.iter().any(|known| known.name == name && known.toml == toml) {
        return Ok(());
    }
    let same_shape = |known: &Kept| Mapping::parse(&known.toml).is_ok_and(|known| known.shape == mapping.shape);
    all.retain(|known| known.name != name && !same_shape(known));
    all.insert(0, Kept { name, at: instant_text(now), toml });
    workspace.set_setting(SETTING, &serde_json::to_value(all).unwrap_or_default(), now)?;
    Ok(())
}

/// Remembers what was answered in an import that was applied: under the name it has, else under its file's.
pub(crate) fn keep_answered(state: &mut State, session: &Session) -> Result<(), AppError> {
    for file in session.files.iter().filter(|file| file.answers.has_own()) {
        for mut mapping in answered(&file.read, file.raw.name()) {
            let known = remembered(&state.desk()?.workspace)?.into_iter().find(|known| known.shape == mapping.shape);
            if let Some(name) = known.and_then(|known| known.name.clone()) {
                mapping.name = Some(name);
            }
            keep(state, &mapping)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
pub(crate) struct KeepArguments {
    session: u64,
    #[serde(flatten)]
    at: TablePlace,
    name: String,
}

/// Remembers under a name what was answered about a table.
pub(crate) fn remember(app: &App, args: KeepArguments) -> Result<ImportView, AppError> {
    let name = args.name.trim();
    if name.is_empty() {
        return Err(AppError::NameMissing);
    }
    let mut state = app.state();
    let mapping = state.session(args.session)?.table(args.at)?.mapping(name);
    keep(&mut state, &mapping)?;
    state.understand_again(&[args.at.file as usize], &NEVER)?;
    view::of_state(&mut state)
}

#[derive(Deserialize)]
pub(crate) struct SaveArguments {
    session: u64,
    #[serde(flatten)]
    at: TablePlace,
}

/// Writes what was answered about a table as a file one can share; nothing when the person gave up.
pub(crate) fn save(app: &App, args: SaveArguments) -> Result<Option<Saved>, AppError> {
    let (suggested, mapping) = {
        let mut state = app.state();
        let session = state.session(args.session)?;
        let file = session.file(args.at.file)?.raw.name();
        let stem = Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let mapping = session.table(args.at)?.mapping(&stem);
        (format!("{stem}.toml"), mapping)
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let bytes = mapping.to_toml().into_bytes();
    write_whole(&path, &bytes)?;
    Ok(Some(Saved { path: path.display().to_string() }))
}

/// Opens a mapping file and takes it for the files of the import under way; nothing when the person gave up.
pub(crate) fn open(app: &App, args: SessionArguments) -> Result<Option<ImportView>, AppError> {
    app.state().session(args.session)?;
    let Some(path) = app.host.pick_toml() else { return Ok(None) };
    let mapping = crate::reading::read_mapping(&path)?;
    let mut state = app.state();
    let session = state.session(args.session)?;
    session.opened.insert(0, Arc::new(mapping));
    let all: Vec<usize> = (0..session.files.len()).collect();
    state.understand_again(&all, &NEVER)?;
    view::of_state(&mut state).map(Some)
}

/// The mappings kept in the workspace.
pub(crate) fn list(app: &App, _: Nothing) -> Result<Vec<MappingLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let line = |kept: Kept| {
        let shape = Mapping::parse(&kept.toml).ok().and_then(|mapping| mapping.shape);
        let headers = shape.map(|shape| shape.headers().map(str::to_owned).collect()).unwrap_or_default();
        let at = parse_instant(&kept.at).map(|(instant, _)| instant);
        MappingLine { name: kept.name, kept: words::instant(language, at), headers }
    };
    Ok(kept(&state.desk()?.workspace)?.into_iter().map(line).collect())
}

#[derive(Deserialize)]
pub(crate) struct ForgetArguments {
    name: String,
}

/// Forgets a mapping.
pub(crate) fn forget(app: &App, args: ForgetArguments) -> Result<Vec<MappingLine>, AppError> {
    {
        let mut state = app.state();
        let workspace = &mut state.desk()?.workspace;
        let mut all = kept(workspace)?;
        all.retain(|known| known.name != args.name);
        workspace.set_setting(SETTING, &serde_json::to_value(all).unwrap_or_default(), now_in_paris())?;
    }
    list(app, Nothing {})
}
