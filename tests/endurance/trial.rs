//! A workspace to be broken, and the judgement of what is left of it.

use crate::bench::{Deed, REPORT};
use crate::guichet;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const WORKSPACE: &str = "espace";
/// Where the programs put what they need for a moment.
const MOMENT: &str = "tmp";

/// What a workspace holds, as `verify` tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    entries: i64,
    head: String,
    state: Option<String>,
    backups: BTreeSet<String>,
}

/// Whether a deed was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// A folder with a workspace in it, files to import, and a report.
pub(crate) struct Trial {
    folder: PathBuf,
}

impl Trial {
    pub(crate) fn empty(folder: &Path) -> Self {
        std::fs::create_dir_all(folder.join(MOMENT)).expect("made");
        Self { folder: folder.to_owned() }
    }

    /// A copy of a folder, in the place of the last one.
    pub(crate) fn of(template: &Path, folder: &Path) -> Self {
        if folder.exists() {
            std::fs::remove_dir_all(folder).expect("removed");
        }
        copy(template, folder);
        Self { folder: folder.to_owned() }
    }

    pub(crate) fn beside(&self, folder: &Path) -> Self {
        Self::of(&self.folder, folder)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.folder.join(WORKSPACE)
    }

    /// The command line on its workspace; another program may run it.
    pub(crate) fn command(&self, mut program: Command, words: &[String]) -> Command {
        program.args(words).args(["--db", WORKSPACE]).current_dir(&self.folder).env("TMPDIR", self.folder.join(MOMENT));
        program
    }

    pub(crate) fn run(&self, words: &[String]) -> Output {
        self.command(guichet(), words).output().expect("guichet-cli starts")
    }

    /// Reads the workspace and its backups whole; what is wrong.
    pub(crate) fn verify(&self) -> Result<Held, String> {
        let output = self.run(&["verify", "--format", "json"].map(str::to_owned));
        let answer: Value = serde_json::from_slice(&output.stdout)
            .map_err(|_| format!("not verified: {}", String::from_utf8_lossy(&output.stderr)))?;
        let held = &answer["workspace"];
        let (Some(entries), Some(head), true) =
            (held["entries"].as_i64(), held["head"].as_str(), output.status.success())
        else {
            return Err(format!("not sound: {answer}"));
        };
        let names = answer["backups"].as_array().into_iter().flatten().filter_map(|backup| backup["name"].as_str());
        let (head, state) = (head.to_owned(), held["state"].as_str().map(str::to_owned));
        Ok(Held { entries, head, state, backups: names.map(str::to_owned).collect() })
    }

    /// What is decided of files and stands, whenever it was.
    pub(crate) fn decisions(&self) -> Result<Value, String> {
        let asked = [&["decide", "--list"][..], &["waivers"]].map(|words| {
            let words: Vec<String> = words.iter().chain(&["--format", "json"]).map(|word| (*word).to_owned()).collect();
            let output = self.run(&words);
            let answer: Result<Value, _> = serde_json::from_slice(&output.stdout);
            answer.map_err(|_| format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
        });
        let mut told: Vec<Value> = asked.into_iter().collect::<Result<_, _>>()?;
        told.iter_mut().for_each(forget_when);
        Ok(told.into())
    }

    fn side(&self, held: &Held, deed: &Deed) -> Result<Option<Side>, String> {
        match &deed.decided {
            Some(decided) if held.entries == deed.after.entries => {
                let kept = deed.before.backups.is_subset(&held.backups);
                Ok((kept && self.decisions()? == *decided).then_some(Side::After))
            }
            _ => Ok(side(held, deed)),
        }
    }

    /// On which side of a deed it is, opened by nobody since; an error when it is on neither, when what was confirmed is
    /// lost, or when work cannot go on.
    pub(crate) fn judge(&self, deed: &Deed, said: &Output) -> Result<Side, String> {
        let held = self.verify()?;
        let side = self.side(&held, deed)?.ok_or_else(|| format!("neither before nor after: {held:?}"))?;
        let confirmed = is_confirmed(said);
        let backup =
            serde_json::from_slice::<Value>(&said.stdout).ok().and_then(|said| Some(said["name"].as_str()?.to_owned()));
        if confirmed && side == Side::Before || backup.is_some_and(|name| !held.backups.contains(&name)) {
            return Err("confirmed, and lost".to_owned());
        }
        if let Some(whole) = &deed.report {
            let found = std::fs::read(self.folder.join(REPORT)).unwrap_or_default();
            let before = std::fs::read(deed.template.join(REPORT)).unwrap_or_default();
            if found != *whole && (confirmed || found != before) {
                return Err(format!("a report of {} bytes", found.len()));
            }
        }
        self.goes_on(deed)?;
        // A purge replaces the backups of before, at the latest at the next opening.
        if deed.name == "purge" && side == Side::After && !self.verify()?.backups.is_disjoint(&deed.before.backups) {
            return Err("backups of before the purge are left".to_owned());
        }
        Ok(side)
    }

    /// Whether work goes on, and nothing is left of what was interrupted once it does.
    fn goes_on(&self, deed: &Deed) -> Result<(), String> {
        let backup = vec!["backup".to_owned()];
        // Another report takes away what was left of the one that was interrupted.
        for words in [Some(&backup), deed.report.as_ref().map(|_| &deed.words)].into_iter().flatten() {
            let output = self.run(words);
            if !output.status.success() {
                return Err(format!("{words:?} afterwards: {}", String::from_utf8_lossy(&output.stderr)));
            }
        }
        self.has_nothing_left_over()
    }

    /// Whether nothing is there that only stands for a moment.
    pub(crate) fn has_nothing_left_over(&self) -> Result<(), String> {
        let mut left = Vec::new();
        for folder in
            [self.folder.clone(), self.folder.join(MOMENT), self.workspace(), self.workspace().join("backups")]
        {
            let entries = std::fs::read_dir(&folder).map_err(|error| error.to_string())?;
            let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
            let moment = folder.ends_with(MOMENT);
            left.extend(names.filter(|name| moment || is_left_over(name)));
        }
        if left.is_empty() { Ok(()) } else { Err(format!("left over: {left:?}")) }
    }
}

/// Whether it was said that the deed was done.
pub(crate) fn is_confirmed(said: &Output) -> bool {
    match serde_json::from_slice::<Value>(&said.stdout) {
        // The number of an operation, the name of a backup, a restore that is done, a history.
        Ok(Value::Object(told)) => {
            let done = told.get("done").is_none_or(|done| *done == true);
            told.get("operation").or(told.get("name")).map_or(done, |told| !told.is_null())
        }
        Ok(_) => true,
        Err(_) => said.status.success(),
    }
}

fn side(held: &Held, deed: &Deed) -> Option<Side> {
    let Deed { before, after, .. } = deed;
    let kept = before.backups.is_subset(&held.backups);
    if (held.entries, &held.head, &held.state) == (before.entries, &before.head, &before.state) {
        return kept.then_some(if before.state == after.state { Side::After } else { Side::Before });
    }
    if (held.entries, &held.state) != (after.entries, &after.state) {
        return None;
    }
    // Nothing but a purge touches the backups of before.
    let replaced = deed.name == "purge" && before.backups.is_disjoint(&held.backups) && !held.backups.is_empty();
    (kept || replaced).then_some(Side::After)
}

/// Takes out of an answer when things were done.
fn forget_when(answer: &mut Value) {
    match answer {
        Value::Object(told) => {
            told.remove("at");
            told.values_mut().for_each(forget_when);
        }
        Value::Array(values) => values.iter_mut().for_each(forget_when),
        _ => {}
    }
}

/// What only stands for a moment.
fn is_left_over(name: &str) -> bool {
    name.starts_with('.') || ["exchange.json", "purge.json"].contains(&name)
}

/// Copies a folder with all it holds.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("listed").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
