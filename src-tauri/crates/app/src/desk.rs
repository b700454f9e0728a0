//! The open workspace, with the rulebook and the instant by which its files are judged.

use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::judging::{Judged, Judging, by_file};
use crate::out_place::is_workspace;
use crate::protection::{lock, secrets};
use crate::rulebooks;
use crate::seen::Seen;
use crate::watch::Watch;
use guichet_model::{Instant, RegistrationId, Waiver, instant_text, parse_instant};
use guichet_rules::{Reach, Rulebook};
use guichet_store::{
    BackupReason, Credentials, Disk, Holder, NewWorkspace, OperationId, OperationKind, PurgeOrder, Purged,
    RULEBOOK_SETTING, Role, ShutWorkspace, StoreError, Undone, Workspace,
};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use time::Date;

/// The rulebook a workspace starts with.
const FIRST_RULEBOOK: &str = crate::demo::RULEBOOK;
const AS_OF_SETTING: &str = "as_of";
const LOCK_SETTING: &str = "lock_after";

/// One open workspace and its campaign.
pub(crate) struct Desk {
    pub(crate) workspace: Workspace,
    /// What was judged last, and by what.
    pub(crate) seen: Seen,
    /// The instant set by hand; without one, files are judged as of now.
    pub(crate) fixed_as_of: Option<Instant>,
    /// Minutes without anybody after which it shuts, when it is protected.
    pub(crate) lock_after: u32,
    /// The fingerprint of the rulebook by which every file was judged; nothing when not every one was.
    judged_by: Option<String>,
    /// Whether a twin of the workspace is written by a task under way.
    pub(crate) written_beside: bool,
}

/// A workspace that could not be opened; its lock held and its key known, when that much could be done.
pub(crate) struct NotOpened {
    pub(crate) error: Box<AppError>,
    pub(crate) shut: Option<Box<ShutWorkspace>>,
}

impl From<NotOpened> for AppError {
    fn from(not: NotOpened) -> Self {
        *not.error
    }
}

impl From<AppError> for NotOpened {
    fn from(error: AppError) -> Self {
        Self { error: Box::new(error), shut: None }
    }
}

impl From<StoreError> for NotOpened {
    fn from(error: StoreError) -> Self {
        AppError::Store(error).into()
    }
}

impl Desk {
    /// Creates a workspace in a folder, and opens it.
    pub(crate) fn create(folder: &Path, name: &str, demo: bool) -> Result<Self, AppError> {
        let new = NewWorkspace { name: name.to_owned(), demo, key: secrets::data_key()? };
        let created = Workspace::create(folder, &new, &holder(), now_in_paris()).map_err(|error| match error {
            // Another program made its own there meanwhile.
            StoreError::File { .. } | StoreError::FolderNotEmpty { .. } if is_workspace(folder) => {
                StoreError::Locked { user: String::new(), host: String::new(), since: String::new() }
            }
            other => other,
        });
        Self::of(created?, &Watch::nobody())
    }

    /// Opens a workspace, and judges its files: time has passed since they were judged last. Judging can be stopped; the
    /// workspace is open then with the findings of before.
    pub(crate) fn open(folder: &Path, with: &Credentials, watch: &Watch<'_>) -> Result<Self, NotOpened> {
        let now = now_in_paris();
        Self::of_shut(ShutWorkspace::take(&Disk::default(), folder, with, &holder(), now)?, now, watch)
    }

    /// Opens a workspace whose lock is held, and judges its files.
    pub(crate) fn of_shut(shut: ShutWorkspace, now: Instant, watch: &Watch<'_>) -> Result<Self, NotOpened> {
        match shut.open(now) {
            Ok(workspace) => Ok(Self::of(workspace, watch)?),
            Err((shut, error)) => Err(NotOpened { error: Box::new(AppError::Store(error)), shut: Some(shut) }),
        }
    }

    /// Puts a backup back in the place of the present state, which is backed up first. The workspace as it is then open,
    /// and whether that was done.
    pub(crate) fn restore(
        self,
        name: &str,
        now: Instant,
        watch: &Watch<'_>,
    ) -> (Result<Self, NotOpened>, Result<(), AppError>) {
        if let Err(error) = self.workspace.back_up(BackupReason::BeforeRestore, now) {
            return (Ok(self), Err(error.into()));
        }
        let shut = self.workspace.shut();
        let done = shut.put_back(name, false, now);
        (Self::of_shut(shut, now, watch), done.map(|_| ()).map_err(AppError::Store))
    }

    /// Purges. The workspace as it is then open, and what was removed.
    pub(crate) fn purge(
        self,
        order: &PurgeOrder,
        now: Instant,
        watch: &Watch<'_>,
    ) -> (Result<Self, NotOpened>, Result<Purged, AppError>) {
        let shut = self.workspace.shut();
        let done = shut.purge(order, now);
        (Self::of_shut(shut, now, watch), done.map_err(AppError::Store))
    }

    /// Opens a workspace to look at it as it was judged last: nothing is judged, nothing is written.
    pub(crate) fn look(folder: &Path, with: &Credentials) -> Result<Self, AppError> {
        let mut desk = Self::load(Workspace::open_with(folder, with, &holder(), now_in_paris())?)?;
        let seen = &desk.seen;
        let as_of = desk.fixed_as_of.unwrap_or(seen.as_of);
        let (office, waivers) = (Arc::new(desk.workspace.office()?), Arc::new(by_file(desk.workspace.waivers()?)));
        desk.seen = Seen { rulebook: Arc::clone(&seen.rulebook), as_of, office, waivers };
        Ok(desk)
    }

    fn of(workspace: Workspace, watch: &Watch<'_>) -> Result<Self, AppError> {
        let mut desk = Self::load(workspace)?;
        desk.judge_watched(watch)?;
        Ok(desk)
    }

    /// A workspace with its choice of rulebook and instant, its files not judged yet.
    fn load(workspace: Workspace) -> Result<Self, AppError> {
        let rulebook = Arc::new(chosen(&workspace)?);
        let fixed = text(workspace.setting(AS_OF_SETTING)?).and_then(|text| parse_instant(&text));
        let fixed_as_of = fixed.map(|(instant, _)| instant);
        let minutes = workspace.setting(LOCK_SETTING)?.and_then(|value| u32::try_from(value.as_u64()?).ok());
        let lock_after = minutes.filter(|minutes| lock::MINUTES.contains(minutes)).unwrap_or(lock::USUAL_MINUTES);
        let last = workspace.summary()?.evaluation.map(|last| last.run.as_of);
        let as_of = last.unwrap_or_else(now_in_paris);
        let seen = Seen { rulebook, as_of, office: Arc::default(), waivers: Arc::default() };
        Ok(Self { workspace, seen, fixed_as_of, lock_after, judged_by: None, written_beside: false })
    }

    /// Chooses the rulebook and the instant, and keeps the choice; its files are then to be judged again.
    pub(crate) fn choose_campaign(&mut self, rulebook: &str, as_of: Option<Instant>) -> Result<(), AppError> {
        rulebooks::find(&self.workspace, rulebook)?;
        let now = now_in_paris();
        let instant = as_of.map(instant_text);
        self.workspace.set_setting(RULEBOOK_SETTING, &json!(rulebook), now)?;
        self.workspace.set_setting(AS_OF_SETTING, &json!(instant), now)?;
        self.fixed_as_of = as_of;
        Ok(())
    }

    /// Whether a campaign was ever chosen here.
    pub(crate) fn has_campaign(&self) -> Result<bool, AppError> {
        Ok(self.workspace.setting(RULEBOOK_SETTING)?.is_some() && self.workspace.setting(AS_OF_SETTING)?.is_some())
    }

    /// Makes a backup unless nothing was done since the last; why it could not be made. That stops nothing: the work of
    /// the day matters more, and what could be copied before is still there.
    pub(crate) fn back_up(&self, reason: BackupReason) -> Option<AppError> {
        self.workspace.back_up_changes(reason, now_in_paris()).err().map(AppError::Store)
    }

    /// Chooses after how many minutes without anybody it shuts.
    pub(crate) fn set_lock_after(&mut self, minutes: u32) -> Result<(), AppError> {
        let minutes = minutes.clamp(*lock::MINUTES.start(), *lock::MINUTES.end());
        self.workspace.set_setting(LOCK_SETTING, &json!(minutes), now_in_paris())?;
        self.lock_after = minutes;
        Ok(())
    }

    /// Refuses whoever has not this role at least.
    pub(crate) fn require(&self, least: Role) -> Result<(), AppError> {
        if self.workspace.role() < least { Err(AppError::NotAllowed { least }) } else { Ok(()) }
    }

    /// The day by which what is decided now is told from what is to come or has ended: that of the instant set by hand, or today.
    pub(crate) fn day(&self, now: Instant) -> Date {
        self.fixed_as_of.unwrap_or(now).date()
    }

    /// Every waiver, file by file.
    pub(crate) fn waivers(&self) -> impl Iterator<Item = (RegistrationId, &[Waiver])> {
        self.seen.waivers.iter().map(|(file, waivers)| (*file, waivers.as_slice()))
    }

    /// Judges every file again when time has passed something that may change a verdict.
    pub(crate) fn keep_up(&mut self) -> Result<(), AppError> {
        let now = now_in_paris();
        let passed = self.fixed_as_of.is_none() && self.seen.rulebook.changes_between(self.seen.as_of, now);
        // What was stopped is begun again when somebody asks for it.
        if passed && !self.written_beside && !self.is_outdated() {
            self.judge()?;
        }
        Ok(())
    }

    /// Judges the files that what changed since the last time reaches, and keeps the findings.
    pub(crate) fn judge(&mut self) -> Result<Reach, AppError> {
        if self.is_outdated() {
            return self.judge_watched(&Watch::nobody())?.ok_or(AppError::Cancelled);
        }
        let seen = self.seen.clone();
        let judging = Judging { seen, fixed_as_of: self.fixed_as_of, judged_by: self.judged_by.clone() };
        let judged = judging.run(&mut self.workspace, &Watch::nobody());
        self.take(judged)?.ok_or(AppError::Cancelled)
    }

    /// The same by the rulebook chosen, to be stopped; nothing when it was: the findings kept are then those of before.
    pub(crate) fn judge_watched(&mut self, watch: &Watch<'_>) -> Result<Option<Reach>, AppError> {
        let judged = self.judging()?.run(&mut self.workspace, watch);
        self.take(judged)
    }

    /// What is to be judged by the rulebook chosen, for somebody who does it on a connection of their own.
    pub(crate) fn judging(&self) -> Result<Judging, AppError> {
        let rulebook = Arc::new(chosen(&self.workspace)?);
        let seen = Seen { rulebook, ..self.seen.clone() };
        Ok(Judging { seen, fixed_as_of: self.fixed_as_of, judged_by: self.judged_by.clone() })
    }

    /// Takes what judging led to; the files judged, or nothing when it was stopped.
    pub(crate) fn take(&mut self, judged: Result<Judged, AppError>) -> Result<Option<Reach>, AppError> {
        self.judged_by = None;
        let Judged { seen, done } = judged?;
        self.seen = seen;
        Ok(done.map(|(reach, rulebook)| {
            self.judged_by = Some(rulebook);
            reach
        }))
    }

    /// Whether the findings kept are those of before: judging was stopped, or did not come to its end.
    pub(crate) fn is_outdated(&self) -> bool {
        self.judged_by.is_none()
    }
}

/// Undoes an operation, with the later ones that rest on it when that is wanted; the files are then to be judged again. Who may
/// not decide that findings do not count, nor by what files are judged, may not undo it either.
pub(crate) fn take_back(
    workspace: &mut Workspace,
    operation: OperationId,
    with_dependents: bool,
) -> Result<Undone, AppError> {
    let entries = workspace.journal(usize::MAX)?;
    let kind = entries.iter().find(|entry| entry.operation == operation).map(|entry| entry.kind);
    let asks = matches!(kind, Some(OperationKind::Waive | OperationKind::Unwaive | OperationKind::Publish));
    if asks && workspace.role() < Role::Check {
        return Err(AppError::NotAllowed { least: Role::Check });
    }
    let now = now_in_paris();
    Ok(match with_dependents {
        true => workspace.undo_with_dependents(operation, now)?,
        false => workspace.undo(operation, now)?,
    })
}

/// The rulebook that a workspace is judged by.
fn chosen(workspace: &Workspace) -> Result<Rulebook, AppError> {
    let id = text(workspace.setting(RULEBOOK_SETTING)?).unwrap_or_else(|| FIRST_RULEBOOK.to_owned());
    rulebooks::find(workspace, &id)
}

fn text(value: Option<serde_json::Value>) -> Option<String> {
    value.and_then(|value| value.as_str().map(str::to_owned))
}

/// Who works here: names written into the workspace's lock and journal, nowhere else.
pub(crate) fn holder() -> Holder {
    let first_of = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    let mut host = first_of(["HOSTNAME", "COMPUTERNAME"]);
    if host.is_empty() {
        // Shells know the name without handing it on; Linux says it here.
        host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default().trim().to_owned();
    }
    Holder { user: first_of(["USER", "USERNAME"]), host }
}
