//! What the window talks to: one function a command, dispatched by name.

use crate::desk::{Desk, NotOpened};
use crate::failure::AppError;
use crate::host::Host;
use crate::protection::gate::{Locked, Timing};
use crate::protection::lock::{SleepWatch, Tick};
use crate::protection::need;
use crate::protection::tries::Tries;
use crate::safekeeping::Safekeeping;
use crate::use_cases::{self, import::Session, rescue::Rescue};
use crate::wire::{Failure, Settings};
use guichet_model::{Language, RegistrationId};
use guichet_store::{BackupReason, Cost, Credentials, FindingPlace};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// How many opened lists are kept; the oldest go first.
const MOST_KEPT: usize = 8;

/// The application behind one window. Calls block and may come from any thread.
pub struct App {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) state: Mutex<State>,
    /// Set while what is being done is to be stopped.
    pub(crate) cancel: AtomicBool,
    /// Set while files are read, a plan is applied or an import is undone: one at a time.
    busy: AtomicBool,
    /// Whether the computer sleeps between two looks.
    pub(crate) sleep: SleepWatch,
    pub(crate) timing: Timing,
    /// What a try of a passphrase costs here, once measured.
    pub(crate) cost: OnceLock<Cost>,
}

/// What is never stopped.
pub(crate) static NEVER: AtomicBool = AtomicBool::new(false);

/// A long task under way; the next can begin once it is dropped.
pub(crate) struct Task<'a>(&'a AtomicBool);

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// What changes while the window is open.
pub(crate) struct State {
    pub(crate) settings: Settings,
    pub(crate) desk: Option<Desk>,
    /// The workspace to be opened by a passphrase.
    pub(crate) locked: Option<Locked>,
    pub(crate) tries: Tries,
    /// When somebody was last there.
    pub(crate) last_used: Tick,
    pub(crate) notice: Option<AppError>,
    /// The workspace that does not open.
    pub(crate) rescue: Option<Rescue>,
    pub(crate) safekeeping: Safekeeping,
    pub(crate) views: BTreeMap<u64, Vec<RegistrationId>>,
    pub(crate) finding_views: BTreeMap<u64, Vec<FindingPlace>>,
    /// The files selected in the list.
    pub(crate) selection: BTreeSet<RegistrationId>,
    /// The import under way.
    pub(crate) import: Option<Session>,
    next: u64,
}

impl State {
    /// The open workspace.
    pub(crate) fn desk(&mut self) -> Result<&mut Desk, AppError> {
        self.desk.as_mut().ok_or(AppError::NoWorkspace)
    }

    /// The language in use.
    pub(crate) fn language(&self) -> Language {
        self.settings.language
    }

    /// Whether the open workspace has a file.
    pub(crate) fn knows(&self, file: RegistrationId) -> bool {
        self.desk.as_ref().is_some_and(|desk| desk.office.registration(file).is_some())
    }

    /// Keeps an opened list; its number.
    pub(crate) fn keep_view(&mut self, ids: Vec<RegistrationId>) -> u64 {
        self.next += 1;
        keep(&mut self.views, self.next, ids);
        self.next
    }

    /// Keeps an opened list of findings; its number.
    pub(crate) fn keep_findings(&mut self, places: Vec<FindingPlace>) -> u64 {
        self.next += 1;
        keep(&mut self.finding_views, self.next, places);
        self.next
    }

    /// Forgets every opened list: what they show has changed.
    pub(crate) fn close_views(&mut self) {
        self.views.clear();
        self.finding_views.clear();
    }

    /// A number that names nothing yet.
    pub(crate) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Makes a workspace the open one, and backs up what was done to it since the last time. One that needs rescue waits
    /// for it.
    pub(crate) fn receive(&mut self, opened: Result<Desk, NotOpened>) -> Result<(), AppError> {
        match opened {
            Ok(desk) => {
                self.desk = Some(desk);
                self.keep_safe(BackupReason::Opening);
                Ok(())
            }
            Err(NotOpened { error, shut: Some(shut) }) if error.needs_rescue() => {
                self.rescue = Some(Rescue { shut, error: *error });
                Err(AppError::NeedsRescue)
            }
            Err(NotOpened { error, .. }) => Err(*error),
        }
    }

    /// Forgets what belonged to the workspace that is left.
    pub(crate) fn leave(&mut self) {
        self.close_views();
        self.selection.clear();
        self.import = None;
        self.desk = None;
        self.locked = None;
        self.rescue = None;
    }
}

fn keep<T>(kept: &mut BTreeMap<u64, T>, number: u64, what: T) {
    kept.insert(number, what);
    while kept.len() > MOST_KEPT {
        kept.pop_first();
    }
}

impl App {
    /// Starts with the workspace that was open last, when it can be opened; locked when it has a passphrase.
    #[must_use]
    pub fn new(host: Arc<dyn Host>) -> Self {
        Self::timed(host, Timing::default())
    }

    /// The same with a clock and a cost of one's own.
    #[must_use]
    pub fn timed(host: Arc<dyn Host>, timing: Timing) -> Self {
        let settings = crate::settings::read(&host.data_folder());
        let mut state = State {
            settings,
            desk: None,
            locked: None,
            tries: Tries::default(),
            last_used: timing.now(),
            notice: None,
            rescue: None,
            safekeeping: Safekeeping::default(),
            views: BTreeMap::new(),
            finding_views: BTreeMap::new(),
            selection: BTreeSet::new(),
            import: None,
            next: 0,
        };
        if let Some(folder) = state.settings.last_workspace.as_ref().map(PathBuf::from) {
            state.locked = Locked::find(&folder);
            if state.locked.is_none() {
                state.notice = state.receive(Desk::open(&folder, &Credentials::Nothing)).err();
            }
        }
        Self {
            host,
            state: Mutex::new(state),
            cancel: AtomicBool::new(false),
            busy: AtomicBool::new(false),
            sleep: SleepWatch::default(),
            timing,
            cost: OnceLock::new(),
        }
    }

    /// Preferences, for whoever draws the window before its page can ask.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.state().settings.clone()
    }

    /// The state, for one use case at a time. A use case that panicked leaves it as its transaction left it.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a long task, unless another is under way.
    pub(crate) fn begin_task(&self) -> Result<Task<'_>, AppError> {
        match self.busy.swap(true, Ordering::Acquire) {
            true => Err(AppError::Busy),
            false => Ok(Task(&self.busy)),
        }
    }

    /// Does a command; its arguments and its answer are JSON.
    ///
    /// # Errors
    /// A [`Failure`] worded in the language in use.
    pub fn call(&self, command: &str, args: Value) -> Result<Value, Failure> {
        let answer = use_cases::dispatch(self, command, args).map_err(|error| {
            let language = self.state().language();
            error.in_language(language)
        });
        self.keep_safe();
        answer
    }

    /// Reads files dropped on the window, and sends the import under way with them as the event `import`, or `failure`.
    pub fn drop_files(&self, paths: Vec<PathBuf>) {
        let received = self.admit(need::ENTER).and_then(|()| {
            self.host.emit("dropped", Value::Null);
            use_cases::import::choose::receive(self, paths)
        });
        match received.and_then(answer) {
            Ok(view) => self.host.emit("import", view),
            Err(error) => {
                let failure = error.in_language(self.state().language());
                self.host.emit("failure", serde_json::to_value(failure).unwrap_or_default());
            }
        }
    }
}

/// A command's arguments.
pub(crate) fn arguments<T: DeserializeOwned>(args: Value) -> Result<T, AppError> {
    serde_json::from_value(args).map_err(|error| AppError::NotACommand(error.to_string()))
}

/// A command's answer.
pub(crate) fn answer<T: serde::Serialize>(value: T) -> Result<Value, AppError> {
    serde_json::to_value(value).map_err(|error| AppError::NotACommand(error.to_string()))
}
