use super::mappings;
use super::reading::{Read, label};
use crate::app::State;
use crate::failure::AppError;
use crate::wire::RowPlace;
use guichet_intake::{Answers, FileReading, Mapping, RawFile, TablePlace, join_persons, understand};
use guichet_model::{Instant, Message, PersonId, Problem, ProblemCode, TypedRow, parse_instant};
use guichet_store::{Choice, Choices, Plan, PlannedFile, RowCandidate, RowPlan, Workspace};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An import under way: what was read, what was answered, and the plan that follows.
pub(crate) struct Session {
    /// Names it.
    pub(crate) number: u64,
    /// The files, in the order chosen.
    pub(crate) files: Vec<SessionFile>,
    /// Mappings opened from files, the last first.
    pub(crate) opened: Vec<Arc<Mapping>>,
    /// What was decided about rows that could be about several persons.
    pub(crate) decided: BTreeMap<RowKey, Decided>,
    /// What importing would do; nothing while something that must be answered is open.
    pub(crate) plan: Option<Arc<Plan>>,
}

/// One file of an import.
pub(crate) struct SessionFile {
    /// As its reader stated it.
    pub(crate) raw: RawFile,
    /// What was answered about it.
    pub(crate) answers: Answers,
    /// What follows.
    pub(crate) read: Read,
    /// Other files of the choice with the same content, which were not taken.
    pub(crate) twins: Vec<String>,
    /// When the workspace took this very file.
    pub(crate) already: Option<Instant>,
}

/// A row by where it stands in its file: another answer does not make it another row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RowKey {
    file: usize,
    table: TablePlace,
    row: u32,
}

/// What was decided about a row, and whom it could have been about.
pub(crate) struct Decided {
    pub(crate) decision: Decision,
    pub(crate) candidates: Vec<RowCandidate>,
}

/// What a person decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    Person(PersonId),
    SameAs(RowKey),
    New,
    LeaveOut,
}

impl Session {
    /// An import that begins.
    pub(crate) fn new(number: u64) -> Self {
        let (files, opened, decided) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { number, files, opened, decided, plan: None }
    }

    /// The plan, when nothing that must be answered is open.
    pub(crate) fn plan(&self) -> Result<&Plan, AppError> {
        self.plan.as_deref().ok_or(AppError::Gone("plan"))
    }

    /// The plan, for whoever applies it while it is shown.
    pub(crate) fn shared_plan(&self) -> Result<Arc<Plan>, AppError> {
        self.plan.clone().ok_or(AppError::Gone("plan"))
    }

    /// Takes files that were read; one whose content is there already is only told.
    pub(crate) fn take(&mut self, files: Vec<RawFile>) {
        for mut raw in files {
            let twin = |known: &&mut SessionFile| !raw.sha256().is_empty() && known.raw.sha256() == raw.sha256();
            match self.files.iter_mut().find(twin) {
                Some(known) => known.twins.push(raw.name().to_owned()),
                None => {
                    raw.tell_apart(self.files.iter().map(|file| file.raw.name()));
                    self.files.push(SessionFile::new(raw));
                }
            }
        }
    }

    /// Understands a file again, with what is remembered.
    pub(crate) fn understand(&mut self, file: usize, remembered: &[Arc<Mapping>]) {
        let mut known: Vec<Arc<Mapping>> = self.opened.clone();
        known.extend(self.answered_elsewhere(file));
        known.extend(remembered.iter().cloned());
        // A mapping without a shape is true of every sheet.
        let every = self.opened.iter().find(|mapping| mapping.shape.is_none()).cloned();
        if let Some(own) = self.files.get_mut(file) {
            own.answers.remembered = known;
            own.answers.mapping = every;
            own.take_reading(understand(&own.raw, &own.answers));
        }
    }

    /// Understands files again, then makes the plan again, when nothing that must be answered is open.
    pub(crate) fn understand_again(
        &mut self,
        files: &[usize],
        workspace: &Workspace,
        cancel: &AtomicBool,
    ) -> Result<(), AppError> {
        if !files.is_empty() {
            let remembered = mappings::remembered(workspace)?;
            files.iter().for_each(|file| self.understand(*file, &remembered));
        }
        self.plan = None;
        self.join();
        let taken = workspace.summary()?.sheets;
        let journal = workspace.journal(usize::MAX)?;
        for file in &mut self.files {
            let operation = taken.iter().find(|sheet| sheet.sha256 == file.raw.sha256()).map(|sheet| sheet.operation);
            let entry = journal.iter().find(|entry| Some(entry.operation) == operation);
            file.already = entry.and_then(|entry| parse_instant(&entry.at)).map(|(at, _)| at);
        }
        if !self.files.iter().any(|file| file.read.waits()) {
            self.plan = Some(Arc::new(workspace.plan(&self.planned(), &self.choices(), cancel)?));
        }
        Ok(())
    }

    /// Joins who persons are, which some files say and nothing else, to the rows of the others.
    fn join(&mut self) {
        let some_say_who = self.files.iter().any(|file| file.read.says_who);
        let concerned = |file: &SessionFile| some_say_who || file.read.needs_others;
        let mut readings: Vec<FileReading> = (self.files.iter().filter(|file| concerned(file)))
            .map(|file| understand(&file.raw, &file.answers))
            .collect();
        join_persons(&mut readings);
        for (file, reading) in self.files.iter_mut().filter(|file| concerned(file)).zip(readings) {
            let says_who = file.read.says_who;
            file.take_reading(reading);
            // Joined or not, the next choice of files may say otherwise.
            (file.read.needs_others, file.read.says_who) = (true, says_who);
        }
    }

    /// What was answered about tables of the other files: the same is not asked twice.
    fn answered_elsewhere(&self, file: usize) -> Vec<Arc<Mapping>> {
        let others = self.files.iter().enumerate().filter(|(rank, _)| *rank != file).map(|(_, other)| other);
        let own = others.filter(|other| other.answers.has_own());
        own.flat_map(|other| mappings::answered(&other.read, &other.read.file.name)).map(Arc::new).collect()
    }

    /// The files as the workspace plans them.
    pub(crate) fn planned(&self) -> Vec<PlannedFile> {
        self.files.iter().map(|file| file.read.file.clone()).collect()
    }

    /// What the journal shows for it.
    pub(crate) fn label(&self) -> String {
        label(self.files.iter().map(|file| &file.read))
    }

    /// The row at a place of the plan.
    pub(crate) fn row_at(&self, place: RowPlace) -> Option<(&RowPlan, &TypedRow)> {
        row_at(self.plan.as_deref()?, place)
    }

    /// By what a row stays known when something else is answered.
    pub(crate) fn key_of(&self, place: RowPlace) -> Option<RowKey> {
        let (_, row) = self.row_at(place)?;
        let file = place.file as usize;
        let table = *self.files.get(file)?.read.places.get(place.sheet as usize)?;
        Some(RowKey { file, table, row: row.source.row })
    }

    /// Where a row lies among the rows that are read now.
    pub(crate) fn place_of(&self, key: RowKey) -> Option<guichet_store::RowPlace> {
        let read = &self.files.get(key.file)?.read;
        let sheet = read.places.iter().position(|place| *place == key.table)?;
        let rows = &read.file.sheets.get(sheet)?.rows;
        let row = rows.binary_search_by_key(&key.row, |row| row.source.row).ok()?;
        Some(guichet_store::RowPlace { file: key.file, sheet, row })
    }

    /// The decisions by the rows as they are read now.
    fn choices(&self) -> Choices {
        let choice = |decision: Decision| match decision {
            Decision::Person(id) => Some(Choice::Person(id)),
            Decision::SameAs(other) => self.place_of(other).map(Choice::SameAs),
            Decision::New => Some(Choice::New),
            Decision::LeaveOut => Some(Choice::LeaveOut),
        };
        let found = self.decided.iter().map(|(key, decided)| Some((self.place_of(*key)?, choice(decided.decision)?)));
        found.flatten().collect()
    }

    /// Everything to be said of the files and of the plan, in the files' order.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let of_plan = self.plan.as_deref().map(Plan::problems).unwrap_or_default();
        let mut all = Vec::new();
        for file in &self.files {
            all.extend(file.read.problems.iter().cloned());
            all.extend(of_plan.iter().filter(|problem| problem.file == file.raw.name()).cloned());
        }
        all
    }
}

impl SessionFile {
    fn new(raw: RawFile) -> Self {
        let answers = Answers::default();
        let read = Read::of(understand(&raw, &answers));
        Self { raw, answers, read, twins: Vec::new(), already: None }
    }

    fn take_reading(&mut self, reading: FileReading) {
        self.read = Read::of(reading);
        let twins = self.twins.iter().map(|twin| told_twin(self.raw.name(), twin));
        self.read.problems.extend(twins);
    }
}

/// The row at a place of a plan.
pub(crate) fn row_at(plan: &Plan, place: RowPlace) -> Option<(&RowPlan, &TypedRow)> {
    let sheet = plan.files.get(place.file as usize)?.sheets.get(place.sheet as usize)?;
    let row = place.row as usize;
    Some((sheet.decisions.get(row)?, sheet.input.rows.get(row)?))
}

/// A file chosen twice, under this name and another.
pub(crate) fn told_twin(file: &str, twin: &str) -> Problem {
    let code = ProblemCode::FileTwice;
    let message = Message::new(format!("problem-{}", code.as_str())).with("other", twin);
    Problem { file: file.to_owned(), sheet: None, cell: None, code, message }
}

impl State {
    /// The import under way.
    pub(crate) fn session(&mut self, number: u64) -> Result<&mut Session, AppError> {
        self.import.as_mut().filter(|session| session.number == number).ok_or(AppError::Gone("import"))
    }

    /// Understands files of the import under way again, then makes its plan again.
    pub(crate) fn understand_again(&mut self, files: &[usize], cancel: &AtomicBool) -> Result<(), AppError> {
        let Some(mut session) = self.import.take() else { return Ok(()) };
        let done = self.desk().and_then(|desk| session.understand_again(files, &desk.workspace, cancel));
        self.import = Some(session);
        done
    }

    /// Makes the plan of the import under way again, when nothing that must be answered is open.
    pub(crate) fn plan_again(&mut self, cancel: &AtomicBool) -> Result<(), AppError> {
        self.understand_again(&[], cancel)
    }
}
