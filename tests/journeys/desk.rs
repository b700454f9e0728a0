//! A desk for one journey: the real application, its dialogs answered.

use guichet_app::{App, Cost, Host, ReaderCommand, Tick, Timing};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::time::Duration;
use tempfile::TempDir;

/// The application with a folder of its own.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    answers: Arc<Answers>,
    app: Arc<App>,
    /// Seconds by which the application's clock is ahead.
    ahead: Arc<AtomicU64>,
}

/// What the dialogs answer, and what the window was told.
#[derive(Default)]
struct Answers {
    data: PathBuf,
    files: Mutex<Vec<PathBuf>>,
    workspace: Mutex<Option<PathBuf>>,
    save: Mutex<Option<PathBuf>>,
    toml: Mutex<Option<PathBuf>>,
    place: Mutex<Option<PathBuf>>,
    events: Mutex<Vec<(String, Value)>>,
    /// The application to tell « Cancel » as soon as it says how far a task is.
    impatient: Mutex<Option<Weak<App>>>,
    /// The application to be asked for something while a task is under way, and what it said.
    meanwhile: Mutex<Option<(Weak<App>, &'static str, Value)>>,
    said: Mutex<Vec<Result<Value, String>>>,
    /// Where the workspaces are to be copied as soon as an import says how far it is.
    copy: Mutex<Option<PathBuf>>,
}

impl Host for Answers {
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        let files = self.files.lock().expect("not poisoned").clone();
        (!files.is_empty()).then_some(files)
    }
    fn pick_workspace(&self) -> Option<PathBuf> {
        self.workspace.lock().expect("not poisoned").clone()
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        self.save.lock().expect("not poisoned").clone()
    }
    fn pick_toml(&self) -> Option<PathBuf> {
        self.toml.lock().expect("not poisoned").clone()
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        self.place.lock().expect("not poisoned").clone()
    }
    fn show_folder(&self, folder: &Path) -> std::io::Result<()> {
        self.events.lock().expect("not poisoned").push(("shown".to_owned(), json!(folder.display().to_string())));
        Ok(())
    }
    fn reader(&self) -> ReaderCommand {
        ReaderCommand::new(env!("CARGO_BIN_EXE_guichet-cli-under-test").into())
    }
    fn data_folder(&self) -> PathBuf {
        self.data.clone()
    }
    fn emit(&self, event: &str, payload: Value) {
        if event == "progress" && payload["total"].is_number() {
            let app = self.impatient.lock().expect("not poisoned").as_ref().and_then(Weak::upgrade);
            app.map(|app| app.call("task_cancel", json!({})).expect("never refused"));
            if let Some(to) = self.copy.lock().expect("not poisoned").take() {
                copy_folder(&self.data.join("workspaces"), &to);
            }
        }
        if event == "progress" {
            let asked = self.meanwhile.lock().expect("not poisoned").take();
            if let Some((app, command, args)) =
                asked.and_then(|(app, command, args)| Some((app.upgrade()?, command, args)))
            {
                self.said.lock().expect("not poisoned").push(said_in_time(app, command, args));
            }
        }
        self.events.lock().expect("not poisoned").push((event.to_owned(), payload));
    }
}

/// Copies a folder with all it holds, but for locks.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else if entry.file_name() != "workspace.lock" {
            std::fs::copy(entry.path(), copy).expect("copied");
        }
    }
}

/// What the application says while the task waits for its window: nothing, when it says nothing before the task ends.
fn said_in_time(app: Arc<App>, command: &'static str, args: Value) -> Result<Value, String> {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(app.call(command, args).map_err(|failure| failure.code)));
    told.recv_timeout(Duration::from_secs(5)).unwrap_or_else(|_| Err("no answer".to_owned()))
}

impl Desk {
    /// A first start.
    pub(crate) fn new() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a folder"))
    }

    /// The window closed: what is done then.
    pub(crate) fn ends(&self) {
        self.app.end();
    }

    /// The application closed and started again.
    pub(crate) fn restarted(self) -> Self {
        let Self { folder, app, answers, .. } = self;
        drop((app, answers));
        Self::in_folder(folder)
    }

    fn in_folder(folder: TempDir) -> Self {
        let answers = Arc::new(Answers { data: folder.path().join("data"), ..Answers::default() });
        let ahead = Arc::new(AtomicU64::new(0));
        let clock = Arc::clone(&ahead);
        let clock = move || Tick::now().later(clock.load(Ordering::Relaxed));
        // A passphrase costs next to nothing here.
        let timing = Timing { clock: Box::new(clock), cost: Cost::new(8, 1) };
        let app = Arc::new(App::timed(Arc::clone(&answers) as Arc<dyn Host>, timing));
        Self { folder, answers, app, ahead }
    }

    /// Nobody is at the desk for so many minutes.
    pub(crate) fn leave_alone(&self, minutes: u64) {
        self.ahead.fetch_add(60 * minutes, Ordering::Relaxed);
    }

    /// So many seconds pass.
    pub(crate) fn wait(&self, seconds: u64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// What the window does every few seconds.
    pub(crate) fn looks(&self) {
        self.app.look();
    }

    /// What the dialog for files answers.
    pub(crate) fn choose_files(&self, files: &[PathBuf]) {
        *self.answers.files.lock().expect("not poisoned") = files.to_vec();
    }

    /// What the dialog for a workspace answers.
    pub(crate) fn choose_workspace(&self, file: &Path) {
        *self.answers.workspace.lock().expect("not poisoned") = Some(file.to_owned());
    }

    /// What the dialog for saving answers.
    pub(crate) fn choose_save(&self, file: &Path) {
        *self.answers.save.lock().expect("not poisoned") = Some(file.to_owned());
    }

    /// What the dialog for a mapping or a rulebook answers.
    pub(crate) fn choose_toml(&self, file: &Path) {
        *self.answers.toml.lock().expect("not poisoned") = Some(file.to_owned());
    }

    /// What the dialog for a folder answers.
    pub(crate) fn choose_folder(&self, folder: &Path) {
        *self.answers.place.lock().expect("not poisoned") = Some(folder.to_owned());
    }

    /// Whether the person presses « Cancel » as soon as an import says how far it is.
    pub(crate) fn be_impatient(&self, impatient: bool) {
        *self.answers.impatient.lock().expect("not poisoned") = impatient.then(|| Arc::downgrade(&self.app));
    }

    /// Where the workspaces are copied as soon as an import says how far it is: what a program ended then would leave.
    pub(crate) fn copy_midway(&self, to: &Path) {
        *self.answers.copy.lock().expect("not poisoned") = Some(to.to_owned());
    }

    /// Where the application keeps the workspaces it makes.
    pub(crate) fn workspaces(&self) -> PathBuf {
        self.answers.data.join("workspaces")
    }

    /// What the person asks for as soon as a task says how far it is.
    pub(crate) fn ask_meanwhile(&self, command: &'static str, args: Value) {
        *self.answers.meanwhile.lock().expect("not poisoned") = Some((Arc::downgrade(&self.app), command, args));
    }

    /// What was said to it.
    pub(crate) fn said_meanwhile(&self) -> Vec<Result<Value, String>> {
        std::mem::take(&mut self.answers.said.lock().expect("not poisoned"))
    }

    /// Files dropped on the window.
    pub(crate) fn drop_files(&self, files: &[PathBuf]) {
        self.app.drop_files(files.to_vec());
    }

    /// What the window was told by an event of this name, the last time.
    pub(crate) fn last_event(&self, name: &str) -> Option<Value> {
        let events = self.answers.events.lock().expect("not poisoned");
        events.iter().rev().find(|(event, _)| event == name).map(|(_, payload)| payload.clone())
    }

    /// Rows of an opened list of files, each with the columns that always come.
    pub(crate) fn rows(&self, view: &Value, offset: usize, limit: usize) -> Vec<Value> {
        let page = self.call("files_rows", json!({ "view": view["view"], "offset": offset, "limit": limit }));
        let columns = page.as_object().expect("columns");
        let row = |at: usize| {
            let values = columns.iter().filter(|(name, _)| !["programmes", "further"].contains(&name.as_str()));
            let mut row: Value = values.map(|(name, column)| (name.clone(), column[at].clone())).collect();
            row["programme"] = columns["programmes"][row["programme"].as_u64().expect("a place") as usize].clone();
            row
        };
        (0..columns["id"].as_array().expect("ids").len()).map(row).collect()
    }

    /// A command that succeeds.
    pub(crate) fn call(&self, command: &str, args: Value) -> Value {
        self.app.call(command, args).unwrap_or_else(|failure| panic!("{command}: {} {}", failure.code, failure.message))
    }

    /// A command that fails: its code and its sentence.
    pub(crate) fn fails(&self, command: &str, args: Value) -> (String, String) {
        let failure = self.app.call(command, args).expect_err("the command is refused");
        (failure.code, failure.message)
    }
}
