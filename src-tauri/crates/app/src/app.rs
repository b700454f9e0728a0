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
use crate::watch::{NEVER, Watch};
use crate::wire::{Failure, Settings};
use guichet_model::{Language, RegistrationId};
use guichet_store::{BackupReason, Cost, Credentials, FindingPlace, Workspace};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

/// How many opened lists are kept; the oldest go first.
const MOST_KEPT: usize = 8;

/// How often it is looked whether what is stopped has come to its end.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// The application behind one window. Calls block and may come from any thread.
pub struct App {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) state: Mutex<State>,
    /// Set while what is being done is to be stopped.
    pub(crate) cancel: Arc<AtomicBool>,
    /// Set while a long task is under way: one at a time.
    busy: AtomicBool,
    /// Held by whoever writes in the workspace: a long task has it without the state, so that what only reads is answered.
    pen: Mutex<()>,
    /// Whether the computer sleeps between two looks.
    pub(crate) sleep: SleepWatch,
    pub(crate) timing: Timing,
    /// What a try of a passphrase costs here, once measured.
    pub(crate) cost: OnceLock<Cost>,
}

/// A long task under way; the next can begin once it is dropped.
pub(crate) struct Task<'a> {
    app: &'a App,
    _pen: Option<MutexGuard<'a, ()>>,
}

impl<'a> Task<'a> {
    /// The window looks at it, and may stop it.
    pub(crate) fn watch(&self) -> Watch<'a> {
        let language = self.app.state().language();
        Watch::window(&*self.app.host, language, &self.app.cancel)
    }

    /// The window looks at it; nothing stops it.
    pub(crate) fn watch_to_the_end(&self) -> Watch<'a> {
        let language = self.app.state().language();
        Watch::window(&*self.app.host, language, &NEVER)
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.app.host.emit("progress", Value::Null);
        self.app.cancel.store(false, Ordering::Relaxed);
        self.app.busy.store(false, Ordering::Release);
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
        self.desk.as_ref().is_some_and(|desk| desk.seen.office.registration(file).is_some())
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
                // Judged once the window can tell how far it is.
                state.notice = state.receive(Desk::open(&folder, &Credentials::Nothing, &Watch::later())).err();
            }
        }
        Self {
            host,
            state: Mutex::new(state),
            cancel: Arc::default(),
            busy: AtomicBool::new(false),
            pen: Mutex::new(()),
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
        if self.busy.swap(true, Ordering::Acquire) {
            return Err(AppError::Busy);
        }
        self.cancel.store(false, Ordering::Relaxed);
        Ok(Task { app: self, _pen: None })
    }

    /// Begins a long task that writes in the workspace, unless another is under way.
    pub(crate) fn begin_change(&self) -> Result<Task<'_>, AppError> {
        let mut task = self.begin_task()?;
        task._pen = Some(self.pen());
        Ok(task)
    }

    /// Stops the long task under way, and waits until it has left everything as it was, or has come to its end.
    pub(crate) fn stop_task(&self) {
        while self.busy.load(Ordering::Acquire) {
            self.cancel.store(true, Ordering::Relaxed);
            std::thread::sleep(LOOK_AGAIN);
        }
    }

    /// Waits until nobody writes in the workspace. Never while the state is held: whoever writes asks for that too.
    pub(crate) fn pen(&self) -> MutexGuard<'_, ()> {
        self.pen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has the open workspace written by a twin, while it is read as it was; a long task does that, which has the pen.
    pub(crate) fn beside<T>(&self, work: impl FnOnce(&mut Workspace) -> Result<T, AppError>) -> Result<T, AppError> {
        let mut twin = {
            let mut state = self.state();
            let desk = state.desk()?;
            let twin = desk.workspace.twin()?;
            desk.written_beside = true;
            twin
        };
        let done = work(&mut twin);
        drop(twin);
        if let Some(desk) = &mut self.state().desk {
            desk.written_beside = false;
            desk.workspace.look_again();
        }
        done
    }

    /// Judges the files that what changed since the last time reaches, by the rulebook chosen. Stopped, the findings of before
    /// stay, and are said to be of before.
    pub(crate) fn judge(&self, watch: &Watch<'_>) -> Result<(), AppError> {
        let judging = self.state().desk()?.judging()?;
        let judged = self.beside(|twin| judging.run(twin, watch));
        let mut state = self.state();
        state.close_views();
        state.desk()?.take(judged).map(|_| ())
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
