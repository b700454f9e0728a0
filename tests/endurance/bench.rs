//! The deeds in the middle of which something breaks, each with the workspace it is done to, and what that holds before
//! and after.

use crate::trial::{Held, Trial};
use acceptance::project;
use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The report of the workspace, where one of before stands.
pub(crate) const REPORT: &str = "rapport.xlsx";
const HEADER: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Année universitaire;Niveau;Remarque";

/// The rule whose findings are waived: without a column for the regime it says something of each file.
const WAIVED: &str = "CVC010";

/// One thing a person does.
pub(crate) struct Deed {
    pub(crate) name: &'static str,
    /// What it is done to: a folder with the workspace in it.
    pub(crate) template: PathBuf,
    pub(crate) words: Vec<String>,
    pub(crate) before: Held,
    pub(crate) after: Held,
    /// What is decided after it. What it decides bears the moment it is done at: the state after it is told by this, not by its hash.
    pub(crate) decided: Option<Value>,
    /// The report it leaves; nothing when it writes none.
    pub(crate) report: Option<Vec<u8>>,
    /// How long it takes here.
    pub(crate) lasts: Duration,
}

/// The deeds, and the folder in which everything lies.
pub(crate) struct Bench {
    folder: TempDir,
    pub(crate) deeds: Vec<Deed>,
}

impl Bench {
    /// On a workspace of so many persons.
    pub(crate) fn new(persons: usize) -> Self {
        let mut bench = Self { folder: tempfile::tempdir().expect("a folder"), deeds: Vec::new() };
        let start = bench.start(persons);
        let backup = answer(&start, &["backup"])["name"].as_str().expect("a name").to_owned();
        let further = start.beside(&bench.folder.path().join("further"));
        let operation = answer(&further, &["import", "suite.csv", "--kind", "roster"])["operation"].to_string();
        let old = bench.old();
        let report = ["report", "--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00", "--out", REPORT];
        bench.add("import", &start, &["import", "suite.csv", "--kind", "roster", "--format", "json"]);
        bench.add("undo", &further, &["undo", &operation, "--format", "json"]);
        bench.add("backup", &further, &["backup", "--format", "json"]);
        bench.add("restore", &further, &["restore", &backup, "--yes", "--format", "json"]);
        bench.add("migration", &old, &["history", "--format", "json"]);
        bench.add("purge", &further, &["purge", "--person", "22500001", "--yes", "--format", "json"]);
        bench.add("export", &further, &report);
        bench.add_decisions(&start);
        bench
    }

    /// What somebody decides of files, and takes back.
    fn add_decisions(&mut self, start: &Trial) {
        let one = ["--student", "22400000", "22400002", "--format", "json"];
        let waive = ["waive", "--rule", WAIVED, "--reason", "decision", "--text", "Vu"];
        let derogation = ["decide", "derogation", "--by", "Doyen", "--on", "2024-09-12", "--reference", "D-2"];
        let document = ["decide", "document", "--piece", "Photo", "--state", "rejected", "--reason", "floue"];
        for (name, words) in [
            ("waive", &waive[..]),
            ("derogation", &derogation),
            ("document", &document),
            ("note", &["decide", "note", "--text", "À rappeler"]),
        ] {
            self.add_dated(name, start, &[words, &one].concat());
        }
        self.add("unwaive", start, &["unwaive", "--rule", WAIVED, "--student", "22400001", "--format", "json"]);
        self.add("withdraw", start, &["decide", "withdraw", "derogation-1", "--format", "json"]);
        let waived = start.beside(&self.folder.path().join("waived"));
        let operation = answer(&waived, &[&waive[..], &one[..3]].concat())["operation"].to_string();
        self.add("undo-waive", &waived, &["undo", &operation, "--format", "json"]);
    }

    /// Where everything lies.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where a case is tried.
    pub(crate) fn trial(&self, deed: &Deed) -> Trial {
        Trial::of(&deed.template, &self.folder.path().join("trial"))
    }

    fn start(&self, persons: usize) -> Trial {
        let folder = self.folder.path().join("start");
        let start = Trial::empty(&folder);
        let (mut first, mut further) = (HEADER.to_owned(), HEADER.to_owned());
        for number in 0..persons {
            let year = if number % 5 == 4 { "2023-2024" } else { "2024-2025" };
            let _ = write!(first, "\r\n224{number:05};Nom{number};Zoé;06/05/2004;{year};L1;");
            let _ = write!(further, "\r\n225{number:05};Suite{number};Éric;03/02/2003;2024-2025;L2;à revoir");
        }
        // What is already known changes too.
        further.push_str("\r\n22400000;Nom0;Zoé;06/05/2004;2024-2025;L3;vu");
        write(&folder.join("debut.csv"), first.as_bytes());
        write(&folder.join("suite.csv"), further.as_bytes());
        write(&folder.join(REPORT), b"the report of before");
        answer(&start, &["import", "debut.csv", "--kind", "roster"]);
        decide(&start);
        start
    }

    /// A workspace that the first version made.
    fn old(&self) -> Trial {
        let old = Trial::empty(&self.folder.path().join("old"));
        std::fs::create_dir(old.workspace()).expect("made");
        for file in ["data.db", "workspace.guichet"] {
            let kept = project().join("tests/fixtures/workspaces/schema-1").join(file);
            std::fs::copy(kept, old.workspace().join(file)).expect("copied");
        }
        old
    }

    /// A deed whose state after it bears the moment it is done at.
    fn add_dated(&mut self, name: &'static str, template: &Trial, words: &[&str]) {
        self.add(name, template, words);
        let trial = Trial::of(&self.folder.path().join("trial"), &self.folder.path().join("decided"));
        let decided = trial.decisions().expect("decided");
        assert_ne!(decided, template.beside(trial.folder()).decisions().expect("decided"), "{name} decides something");
        self.deeds.last_mut().expect("added").decided = Some(decided);
    }

    fn add(&mut self, name: &'static str, template: &Trial, words: &[&str]) {
        let trial = Trial::of(template.folder(), &self.folder.path().join("trial"));
        let before = trial.verify().expect("sound before");
        // What verifying brings up to date is not what is broken.
        let trial = Trial::of(template.folder(), &self.folder.path().join("trial"));
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let begun = Instant::now();
        let output = trial.run(&words);
        let lasts = begun.elapsed();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let after = trial.verify().expect("sound after");
        let report = (name == "export").then(|| std::fs::read(trial.folder().join(REPORT)).expect("written"));
        let (template, decided) = (template.folder().to_owned(), None);
        self.deeds.push(Deed { name, template, words, before, after, decided, report, lasts });
    }
}

/// One of each of what can be decided, so that it is there whatever is done.
fn decide(start: &Trial) {
    answer(start, &["waive", "--rule", WAIVED, "--reason", "proof-seen", "--student", "22400001"]);
    answer(start, &["decide", "note", "--text", "Vue au guichet", "--student", "22400001"]);
    answer(start, &["decide", "derogation", "--by", "Doyen", "--on", "2024-09-12", "--student", "22400002"]);
    answer(start, &["decide", "document", "--piece", "Photo", "--state", "valid", "--student", "22400003"]);
}

fn answer(trial: &Trial, words: &[&str]) -> Value {
    let words: Vec<String> = words.iter().chain(&["--format", "json"]).map(|word| (*word).to_owned()).collect();
    let output = trial.run(&words);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("written");
}
