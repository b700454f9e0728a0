//! A workspace that does not open: a backup is put back, or what can be read is saved. Nothing empty is put in its place.

use super::backups::{NameArguments, line};
use super::{Nothing, summary, workspaces};
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::desk::{Desk, holder};
use crate::failure::AppError;
use crate::wire::{BackupLine, RescueView, Salvage, Summary};
use crate::words;
use guichet_model::Message;
use guichet_store::{Role, Salvaged, ShutWorkspace};

/// A workspace that does not open, and why.
pub(crate) struct Rescue {
    pub(crate) shut: Box<ShutWorkspace>,
    pub(crate) error: AppError,
}

impl Rescue {
    /// Refuses whoever may not do what this role may.
    pub(crate) fn require(&self, least: Role) -> Result<(), AppError> {
        if self.shut.role() < least { Err(AppError::NotAllowed { least }) } else { Ok(()) }
    }
}

impl State {
    fn rescue(&self) -> Result<&Rescue, AppError> {
        self.rescue.as_ref().ok_or(AppError::NoWorkspace)
    }
}

/// What is wrong, and what can be done. Backups are read whole, the newest first, until one is sound.
pub(crate) fn rescue(app: &App, _: Nothing) -> Result<RescueView, AppError> {
    let state = app.state();
    let (language, rescue) = (state.language(), state.rescue()?);
    let (mut newest, mut lacks, mut unsound): (Option<BackupLine>, _, u32) = (None, None, 0);
    for backup in rescue.shut.backup_list()? {
        if rescue.shut.verify_backup(&backup.name)?.is_some() {
            unsound += 1;
            continue;
        }
        let held = backup.record.as_ref().map_or(0, |record| record.entries);
        lacks =
            rescue.shut.known_entries().map(|known| Message::new("rescue-lacks").with("count", (known - held).max(0)));
        newest = Some(line(language, &backup, Some(None)));
        break;
    }
    Ok(RescueView {
        name: rescue.shut.descriptor().name.clone(),
        folder: rescue.shut.folder().display().to_string(),
        problem: words::say(language, &rescue.error.message()),
        newest,
        lacks: lacks.map(|lacks| words::say(language, &lacks)),
        unsound,
    })
}

/// Puts a backup in the place of the damaged database, whose files are kept aside together.
pub(crate) fn restore(app: &App, args: NameArguments) -> Result<Summary, AppError> {
    let task = app.begin_task()?;
    let watch = task.watch_to_the_end();
    let mut state = app.state();
    let now = now_in_paris();
    watch.begin("app-progress-restore");
    state.rescue()?.shut.put_back(&args.name, true, now)?;
    let Some(rescue) = state.rescue.take() else { return Err(AppError::NoWorkspace) };
    state.receive(Desk::of_shut(*rescue.shut, now, &watch))?;
    workspaces::remember_open(app, &mut state)?;
    summary::of_state(&mut state)
}

/// Saves what can be read into a new workspace beside the damaged one, and opens it.
pub(crate) fn salvage(app: &App, _: Nothing) -> Result<Salvage, AppError> {
    let task = app.begin_task()?;
    let watch = task.watch_to_the_end();
    let mut state = app.state();
    let (language, now) = (state.language(), now_in_paris());
    watch.begin("app-progress-salvage");
    let shut = &state.rescue()?.shut;
    let name = words::say(language, &Message::new("salvage-name").with("name", shut.descriptor().name.as_str()));
    let folder = workspaces::free_folder(&app.host.data_folder(), &guichet_model::fold_words(&name).replace(' ', "-"));
    let saved = shut.salvage(&folder, &name, now)?;
    let opened = Desk::of_shut(shut.beside(&saved, &holder(), now)?, now, &watch);
    state.rescue = None;
    state.receive(opened)?;
    workspaces::remember_open(app, &mut state)?;
    let report = report(&saved).iter().map(|message| words::say(language, message)).collect();
    Ok(Salvage { summary: summary::of_state(&mut state)?, report })
}

fn report(saved: &Salvaged) -> Vec<Message> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let kept = |table: &str| saved.kept.iter().find(|(of, _)| of == table).map_or(0, |(_, rows)| count(*rows));
    vec![
        Message::new("salvage-kept").with("persons", kept("person")).with("files", kept("registration")),
        Message::new("salvage-lost").with("gaps", count(saved.gaps)).with("astray", count(saved.astray)),
        Message::new("salvage-journal").with("entries", saved.entries),
    ]
}

/// Shows the folder of the damaged workspace in the system's file manager.
pub(crate) fn open_folder(app: &App, _: Nothing) -> Result<(), AppError> {
    let folder = app.state().rescue()?.shut.folder().to_owned();
    app.host.show_folder(&folder).map_err(AppError::file(&folder))
}

/// Leaves it as it is, for another workspace.
pub(crate) fn leave(app: &App, _: Nothing) -> Result<(), AppError> {
    let mut state = app.state();
    state.rescue()?;
    state.leave();
    workspaces::remember(app, &mut state, None)
}
