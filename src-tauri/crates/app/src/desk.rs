//! The open workspace, with the rulebook and the instant by which its files are judged.

use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::protection::{lock, secrets};
use crate::rulebooks;
use guichet_model::{Instant, Office, Registration, RegistrationId, Waiver, instant_text, parse_instant};
use guichet_rules::{FileVerdict, QuietRule, Reach, Rulebook, evaluate_file, quiet_rules, reached};
use guichet_store::{
    BackupReason, Credentials, Disk, EvaluationRun, FileResult, Holder, NewEdition, NewWorkspace, OperationId,
    OperationKind, PurgeOrder, Purged, RULEBOOK_SETTING, Role, ShutWorkspace, StoreError, Undone, Workspace,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use time::Date;

/// The rulebook a workspace starts with.
const FIRST_RULEBOOK: &str = crate::demo::RULEBOOK;
const AS_OF_SETTING: &str = "as_of";
const LOCK_SETTING: &str = "lock_after";

/// One open workspace and its campaign.
pub(crate) struct Desk {
    pub(crate) workspace: Workspace,
    pub(crate) rulebook: Rulebook,
    /// The instant set by hand; without one, files are judged as of now.
    pub(crate) fixed_as_of: Option<Instant>,
    /// The instant of the last judgement.
    pub(crate) as_of: Instant,
    /// The facts as last judged.
    pub(crate) office: Office,
    /// The waivers as last judged, by file.
    waivers: BTreeMap<RegistrationId, Vec<Waiver>>,
    /// Minutes without anybody after which it shuts, when it is protected.
    pub(crate) lock_after: u32,
    /// The fingerprint of the rulebook by which every file was judged; nothing before the first time.
    judged_by: Option<String>,
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
        Self::of(Workspace::create(folder, &new, &holder(), now_in_paris())?)
    }

    /// Opens a workspace, and judges its files: time has passed since they were judged last.
    pub(crate) fn open(folder: &Path, with: &Credentials) -> Result<Self, NotOpened> {
        let now = now_in_paris();
        Self::of_shut(ShutWorkspace::take(&Disk::default(), folder, with, &holder(), now)?, now)
    }

    /// Opens a workspace whose lock is held, and judges its files.
    pub(crate) fn of_shut(shut: ShutWorkspace, now: Instant) -> Result<Self, NotOpened> {
        match shut.open(now) {
            Ok(workspace) => Ok(Self::of(workspace)?),
            Err((shut, error)) => Err(NotOpened { error: Box::new(AppError::Store(error)), shut: Some(shut) }),
        }
    }

    /// Puts a backup back in the place of the present state, which is backed up first. The workspace as it is then open,
    /// and whether that was done.
    pub(crate) fn restore(self, name: &str, now: Instant) -> (Result<Self, NotOpened>, Result<(), AppError>) {
        if let Err(error) = self.workspace.back_up(BackupReason::BeforeRestore, now) {
            return (Ok(self), Err(error.into()));
        }
        let shut = self.workspace.shut();
        let done = shut.put_back(name, false, now);
        (Self::of_shut(shut, now), done.map(|_| ()).map_err(AppError::Store))
    }

    /// Purges. The workspace as it is then open, and what was removed.
    pub(crate) fn purge(self, order: &PurgeOrder, now: Instant) -> (Result<Self, NotOpened>, Result<Purged, AppError>) {
        let shut = self.workspace.shut();
        let done = shut.purge(order, now);
        (Self::of_shut(shut, now), done.map_err(AppError::Store))
    }

    /// Opens a workspace to look at it as it was judged last: nothing is judged, nothing is written.
    pub(crate) fn look(folder: &Path, with: &Credentials) -> Result<Self, AppError> {
        let mut desk = Self::load(Workspace::open_with(folder, with, &holder(), now_in_paris())?)?;
        let last = desk.workspace.summary()?.evaluation.map(|last| last.run.as_of);
        desk.as_of = desk.fixed_as_of.or(last).unwrap_or(desk.as_of);
        desk.office = desk.workspace.office()?;
        desk.waivers = by_file(desk.workspace.waivers()?);
        Ok(desk)
    }

    fn of(workspace: Workspace) -> Result<Self, AppError> {
        let mut desk = Self::load(workspace)?;
        desk.judge()?;
        Ok(desk)
    }

    /// A workspace with its choice of rulebook and instant, its files not judged yet.
    fn load(workspace: Workspace) -> Result<Self, AppError> {
        let rulebook = chosen(&workspace)?;
        let fixed = text(workspace.setting(AS_OF_SETTING)?).and_then(|text| parse_instant(&text));
        let fixed_as_of = fixed.map(|(instant, _)| instant);
        let minutes = workspace.setting(LOCK_SETTING)?.and_then(|value| u32::try_from(value.as_u64()?).ok());
        let lock_after = minutes.filter(|minutes| lock::MINUTES.contains(minutes)).unwrap_or(lock::USUAL_MINUTES);
        Ok(Self {
            workspace,
            lock_after,
            rulebook,
            fixed_as_of,
            as_of: now_in_paris(),
            office: Office::default(),
            waivers: BTreeMap::new(),
            judged_by: None,
        })
    }

    /// Chooses the rulebook and the instant, keeps the choice, and judges every file again.
    pub(crate) fn set_campaign(&mut self, rulebook: &str, as_of: Option<Instant>) -> Result<(), AppError> {
        let chosen = rulebooks::find(&self.workspace, rulebook)?;
        let now = now_in_paris();
        let instant = as_of.map(instant_text);
        self.workspace.set_setting(RULEBOOK_SETTING, &json!(rulebook), now)?;
        self.workspace.set_setting(AS_OF_SETTING, &json!(instant), now)?;
        self.rulebook = chosen;
        self.fixed_as_of = as_of;
        self.judge()?;
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

    /// What the rules say of a file, in the order of reports and whatever was waived. Only codes are kept: it is asked again
    /// when one looks, of the facts and as of the moment judged last.
    pub(crate) fn verdict(&self, id: RegistrationId) -> Option<FileVerdict> {
        let file = self.office.registration(id)?;
        Some(evaluate_file(&self.office, &self.rulebook, self.as_of, file))
    }

    /// The waivers of a file.
    pub(crate) fn waivers_of(&self, id: RegistrationId) -> &[Waiver] {
        self.waivers.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Every waiver, file by file.
    pub(crate) fn waivers(&self) -> impl Iterator<Item = (RegistrationId, &[Waiver])> {
        self.waivers.iter().map(|(file, waivers)| (*file, waivers.as_slice()))
    }

    /// The rules that have nothing against a file, asked again when one looks.
    pub(crate) fn quiet_rules(&self, id: RegistrationId) -> Vec<QuietRule> {
        self.office
            .registration(id)
            .map(|file| quiet_rules(&self.office, &self.rulebook, self.as_of, file))
            .unwrap_or_default()
    }

    /// Publishes an edition of a rulebook, puts it in force, and judges every file by it.
    pub(crate) fn publish(&mut self, edition: &NewEdition<'_>) -> Result<(), AppError> {
        self.workspace.publish_rulebook(edition, now_in_paris())?;
        self.rulebook = chosen(&self.workspace)?;
        self.judge()?;
        Ok(())
    }

    /// Undoes an operation, with the later ones that rest on it when that is wanted, and judges the files again. Who may not
    /// decide that findings do not count, nor by what files are judged, may not undo it either.
    pub(crate) fn undo(&mut self, operation: OperationId, with_dependents: bool) -> Result<Undone, AppError> {
        let entries = self.workspace.journal(usize::MAX)?;
        let kind = entries.iter().find(|entry| entry.operation == operation).map(|entry| entry.kind);
        if matches!(kind, Some(OperationKind::Waive | OperationKind::Unwaive | OperationKind::Publish)) {
            self.require(Role::Check)?;
        }
        let now = now_in_paris();
        let undone = match with_dependents {
            true => self.workspace.undo_with_dependents(operation, now)?,
            false => self.workspace.undo(operation, now)?,
        };
        self.rulebook = chosen(&self.workspace)?;
        self.judge()?;
        Ok(undone)
    }

    /// Judges every file again when time has passed something that may change a verdict.
    pub(crate) fn keep_up(&mut self) -> Result<(), AppError> {
        let now = now_in_paris();
        if self.fixed_as_of.is_none() && self.rulebook.changes_between(self.as_of, now) {
            self.judge()?;
        }
        Ok(())
    }

    /// Judges the files that what changed since the last time reaches, and keeps the findings.
    pub(crate) fn judge(&mut self) -> Result<Reach, AppError> {
        let now = now_in_paris();
        let as_of = self.fixed_as_of.unwrap_or(now);
        let office = self.workspace.office()?;
        let waivers = by_file(self.workspace.waivers()?);
        let same_book = self.judged_by.as_deref() == Some(self.rulebook.sha256());
        let reach = if same_book && !self.rulebook.changes_between(self.as_of, as_of) {
            with_decisions(reached(&self.office, &office), &self.waivers, &waivers)
        } else {
            Reach::Everything
        };
        let run = EvaluationRun {
            rulebook: self.rulebook.id().to_owned(),
            sha256: self.rulebook.sha256().to_owned(),
            as_of,
            at: now,
        };
        let book = &self.rulebook;
        let judged = |file: &Registration| {
            let own = waivers.get(&file.id).map_or(&[][..], Vec::as_slice);
            result(evaluate_file(&office, book, as_of, file).without_waived(own, book, as_of))
        };
        match &reach {
            Reach::Everything => self.workspace.replace_evaluation(&run, office.registrations.iter().map(judged))?,
            Reach::Files(files) => {
                let files = files.iter().filter_map(|id| office.registration(*id));
                self.workspace.revise_evaluation(&run, files.map(judged))?;
            }
        }
        (self.office, self.waivers, self.as_of) = (office, waivers, as_of);
        self.judged_by = Some(run.sha256);
        Ok(reach)
    }
}

/// The rulebook that a workspace is judged by.
fn chosen(workspace: &Workspace) -> Result<Rulebook, AppError> {
    let id = text(workspace.setting(RULEBOOK_SETTING)?).unwrap_or_else(|| FIRST_RULEBOOK.to_owned());
    rulebooks::find(workspace, &id)
}

fn text(value: Option<serde_json::Value>) -> Option<String> {
    value.and_then(|value| value.as_str().map(str::to_owned))
}

fn by_file(waivers: Vec<Waiver>) -> BTreeMap<RegistrationId, Vec<Waiver>> {
    let mut files: BTreeMap<RegistrationId, Vec<Waiver>> = BTreeMap::new();
    for waiver in waivers {
        files.entry(waiver.registration).or_default().push(waiver);
    }
    files
}

/// The files reached by a change of facts, and those of which something else is waived. A waiver ends with a day, and
/// another day reaches everything.
fn with_decisions(
    reach: Reach,
    before: &BTreeMap<RegistrationId, Vec<Waiver>>,
    after: &BTreeMap<RegistrationId, Vec<Waiver>>,
) -> Reach {
    let Reach::Files(mut files) = reach else { return Reach::Everything };
    files.extend(before.keys().chain(after.keys()).filter(|file| before.get(file) != after.get(file)));
    Reach::Files(files)
}

fn result(verdict: FileVerdict) -> FileResult {
    FileResult {
        registration: verdict.registration,
        state: verdict.state,
        complete: verdict.is_complete(),
        findings: verdict.findings,
    }
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
