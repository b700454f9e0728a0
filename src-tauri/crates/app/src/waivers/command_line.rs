//! Waivers from the command line.

use super::effect::{Effect, Move};
use super::lines::{WaiverLine, lines, told};
use crate::access::Access;
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::words;
use guichet_model::{Coded, Field, FileState, Language, RegistrationId};
use guichet_store::{Role, WaiverTerms};
use serde_json::{Value, json};

/// What is to be waived.
pub struct WaiveRequest<'a> {
    /// The rule.
    pub code: &'a str,
    /// On what grounds.
    pub terms: WaiverTerms,
    /// Student numbers: each file of these persons with a finding of the rule.
    pub students: &'a [String],
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
}

/// What was waived, or would be.
pub struct WaiveAnswer {
    /// The findings that count no more; each is of a file of its own.
    pub findings: usize,
    /// The files without such a finding.
    pub untouched: usize,
    /// How many files went from one state to another.
    pub moves: Vec<(FileState, FileState, usize)>,
    /// The operation in the journal; nothing when nothing was done.
    pub operation: Option<i64>,
}

impl WaiveAnswer {
    /// The JSON of `waive`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "operation": self.operation, "findings": self.findings, "files": self.findings,
            "untouched": self.untouched, "moves": moves_json(&self.moves),
        })
    }
}

/// How many files go from one state to another, in an outward answer.
pub(crate) fn moves_json(moves: &[(FileState, FileState, usize)]) -> Value {
    moves.iter().map(|(from, to, files)| json!({ "from": from.as_str(), "to": to.as_str(), "files": files })).collect()
}

/// Waives the findings of a rule on the files of some persons of a workspace.
///
/// # Errors
/// [`AppError::NoSuchStudent`], [`AppError::EndPast`]; [`AppError::Store`] when there is no such finding or the grounds are not
/// whole, whether it is to be done or only said. The workspace is then as it was.
pub fn waive(workspace: &Access, request: &WaiveRequest<'_>) -> Result<WaiveAnswer, AppError> {
    let mut desk = workspace.open(Role::Check)?;
    let files = files_of(&desk, request.students)?;
    let now = now_in_paris();
    let effect = Effect::of(&desk, &files, request.code, &request.terms, now)?;
    effect.does_something()?;
    let mut operation = None;
    if !request.dry_run {
        operation = Some(effect.apply(&mut desk, &request.terms, None, now)?.0);
        desk.judge()?;
    }
    let moves = effect.moves.iter().map(|Move { from, to, files }| (*from, *to, *files)).collect();
    Ok(WaiveAnswer { findings: effect.findings(), untouched: effect.untouched, moves, operation })
}

/// Takes the waivers of a rule away on the files of some persons; the operation, unless there was none.
///
/// # Errors
/// [`AppError::NoSuchStudent`]; [`AppError::Store`] when the workspace cannot be opened or written.
pub fn unwaive(workspace: &Access, code: &str, students: &[String]) -> Result<Option<i64>, AppError> {
    let mut desk = workspace.open(Role::Check)?;
    let which: Vec<_> = files_of(&desk, students)?.into_iter().map(|file| (file, code.to_owned())).collect();
    let operation = desk.workspace.unwaive(&which, now_in_paris())?;
    desk.judge()?;
    Ok(operation.map(|operation| operation.0))
}

/// Every file of the persons with these student numbers.
pub(crate) fn files_of(desk: &Desk, students: &[String]) -> Result<Vec<RegistrationId>, AppError> {
    let mut files = Vec::new();
    for number in students {
        let is_own = |own: &Option<String>| own.as_deref() == Some(number.as_str());
        let mut persons =
            desk.seen.office.persons.iter().filter(|person| is_own(&person.identity.student_number)).peekable();
        if persons.peek().is_none() {
            return Err(AppError::NoSuchStudent(number.clone()));
        }
        files.extend(persons.flat_map(|person| desk.seen.office.registrations_of(person.id)).map(|file| file.id));
    }
    files.sort_unstable();
    files.dedup();
    Ok(files)
}

/// Every waiver of a workspace, as it stands by the workspace's own rulebook and instant.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be opened.
pub fn waivers(workspace: &Access, language: Language) -> Result<Vec<WaiverLine>, AppError> {
    let desk = workspace.look(Role::Read)?;
    Ok(lines(&desk, Veil::of(&desk, language)))
}

impl WaiverLine {
    /// Who waived it, when, why and until when, in one sentence.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        words::say(language, &told(&self.waiver))
    }
}

fn values(of: &[(Field, String)]) -> Value {
    of.iter().map(|(field, said)| json!({ "field": field.as_str(), "value": said })).collect()
}

/// The JSON of `waivers`: an outward contract, changed only by adding.
#[must_use]
pub fn waivers_json(lines: &[WaiverLine]) -> Value {
    let one = |line: &WaiverLine| {
        let waiver = &line.waiver;
        json!({
            "key": line.key,
            "registration": {
                "academic_year": line.academic_year.map(|year| year.to_string()),
                "level": line.level.map(|level| level.as_str()), "programme_code": line.programme_code,
            },
            "code": waiver.code, "reason": waiver.reason.as_str(), "text": waiver.text,
            "until": waiver.until.map(|day| day.to_string()), "who": waiver.who,
            "at": guichet_model::instant_text(waiver.at), "standing": line.standing.as_str(),
            "cause": line.standing.cause().map(|cause| cause.as_str()),
            "then": values(&waiver.seen), "now": values(&line.now),
        })
    };
    json!({ "waivers": lines.iter().map(one).collect::<Vec<_>>() })
}
