//! The one door that every command of the window goes through.

use super::cost;
use super::lock::{Tick, USUAL_MINUTES, is_due};
use super::need::Need;
use crate::app::{App, State};
use crate::failure::AppError;
use crate::wire::LockView;
use guichet_store::{BackupReason, Cost, NewPassphrase, Passphrase, Workspace};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;

/// By what clock a workspace shuts by itself, and what a try of a passphrase costs: the computer's and a measured one,
/// unless a test lends others.
pub struct Timing {
    /// The clock.
    pub clock: Box<dyn Fn() -> Tick + Send + Sync>,
    /// The cost; without one it is measured the first time.
    pub cost: Option<Cost>,
}

impl Default for Timing {
    fn default() -> Self {
        Self { clock: Box::new(Tick::now), cost: None }
    }
}

impl Timing {
    pub(crate) fn now(&self) -> Tick {
        (self.clock)()
    }
}

/// A workspace that a passphrase is to open. Nothing of what it holds is kept here, nor anybody's name.
pub(crate) struct Locked {
    pub(crate) folder: PathBuf,
    several: bool,
    recoverable: bool,
    /// Whether an import was begun, and is lost.
    dropped_import: bool,
}

impl Locked {
    /// The workspace of a folder, when it has a passphrase.
    pub(crate) fn find(folder: &Path) -> Option<Self> {
        let descriptor = Workspace::describe(folder).ok().filter(|descriptor| descriptor.passphrase)?;
        Some(Self {
            folder: folder.to_owned(),
            several: descriptor.accounts().len() > 1,
            recoverable: descriptor.is_recoverable(),
            dropped_import: false,
        })
    }
}

impl State {
    /// What the window shows of the locked workspace.
    pub(crate) fn lock_view(&self, now: Tick) -> Option<LockView> {
        self.locked.as_ref().map(|locked| LockView {
            several: locked.several,
            recoverable: locked.recoverable,
            dropped_import: locked.dropped_import,
            wait: self.tries.wait(now).map_or(0, |wait| u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX)),
        })
    }

    /// Whether a workspace with a passphrase is open.
    fn is_protected(&self) -> bool {
        let open = self.desk.as_ref().map(|desk| desk.workspace.descriptor());
        open.or(self.rescue.as_ref().map(|rescue| rescue.shut.descriptor())).is_some_and(|open| open.passphrase)
    }

    /// Whether nobody was at the open workspace for as long as it stays open.
    fn is_due(&self, now: Tick) -> bool {
        let protected = self.desk.as_ref().filter(|desk| desk.workspace.descriptor().passphrase);
        let rescued = self.rescue.as_ref().filter(|rescue| rescue.shut.descriptor().passphrase);
        let after = protected.map(|desk| desk.lock_after).or(rescued.map(|_| USUAL_MINUTES));
        after.is_some_and(|after| is_due(self.last_used, now, after))
    }

    /// Closes the workspace, its key and everything shown of it; its passphrase opens it again.
    fn shut(&mut self) {
        let open = self.desk.as_ref().map(|desk| desk.workspace.folder());
        let Some(folder) = open.or(self.rescue.as_ref().map(|rescue| rescue.shut.folder())) else { return };
        let Some(mut locked) = Locked::find(folder) else { return };
        locked.dropped_import = self.import.is_some();
        self.keep_safe(BackupReason::Closing);
        self.leave();
        self.locked = Some(locked);
    }
}

impl App {
    /// Now, by the clock that shuts workspaces.
    pub(crate) fn now(&self) -> Tick {
        self.timing.now()
    }

    /// Lets a command through, or refuses it: the workspace is locked, or shuts now because nobody was there for too long,
    /// or whoever has it open may not do that.
    pub(crate) fn admit(&self, need: Need) -> Result<(), AppError> {
        // What needs nothing is let through at once, while another command has the workspace: stopping it, first of all.
        let Need::Role(least) = need else { return Ok(()) };
        self.shut_if_due();
        let now = self.now();
        let mut state = self.state();
        if state.locked.is_some() {
            return Err(AppError::Shut);
        }
        // Once it is due, only the end of the task under way is waited for: nobody keeps it open by coming back.
        if !state.is_due(now) {
            state.last_used = now;
        }
        if let Some(rescue) = &state.rescue {
            return rescue.require(least);
        }
        state.desk.as_ref().map_or(Ok(()), |desk| desk.require(least))
    }

    /// Shuts the workspace when nobody was there for as long as it stays open; after the task under way, if one is.
    pub(crate) fn shut_if_due(&self) {
        self.sleep.notice(self.now());
        if self.sleep.has_slept() {
            self.shut_after_sleep(self.state());
        }
        if self.state().is_due(self.now()) && self.shut().is_ok() {
            self.host.emit("locked", Value::Null);
        }
    }

    /// To be called every [`LOOK_EVERY`](crate::LOOK_EVERY): a call that comes much later says that the computer slept, or that
    /// somebody else had it, and the workspace shuts before anything of it is shown again; after the task under way, if one is.
    pub fn look(&self) {
        self.sleep.look(self.now());
        if self.sleep.has_slept()
            && let Ok(state) = self.state.try_lock()
        {
            self.shut_after_sleep(state);
        }
    }

    fn shut_after_sleep(&self, mut state: MutexGuard<'_, State>) {
        let protected = state.is_protected();
        if protected {
            let Ok(_task) = self.begin_task() else { return };
            state.shut();
        }
        drop(state);
        self.sleep.is_dealt_with(self.now());
        if protected {
            self.host.emit("locked", Value::Null);
        }
    }

    /// Shuts the workspace.
    ///
    /// # Errors
    /// [`AppError::Busy`] while files are read, a plan is applied or an import is undone.
    pub(crate) fn shut(&self) -> Result<(), AppError> {
        let _task = self.begin_task()?;
        self.state().shut();
        Ok(())
    }

    /// A passphrase as it will be kept: each try of it costs what it should on this computer.
    pub(crate) fn secret(&self, passphrase: Passphrase) -> Result<NewPassphrase, AppError> {
        let cost = *self.cost.get_or_init(|| self.timing.cost.unwrap_or_else(cost::measured));
        Ok(NewPassphrase { passphrase, cost, salt: super::secrets::salt()? })
    }
}
