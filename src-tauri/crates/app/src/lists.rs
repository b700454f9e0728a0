//! Lists of a workspace's files to work on elsewhere: what was found, the files, whom to remind, which certificate numbers
//! to verify.

use crate::access::Access;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::report::{Judged, report_file, rule_lines};
use crate::rulebooks::Named;
use crate::seen::Seen;
use crate::use_cases::export::{Split, judged};
use crate::waivers::{told, veiled};
use crate::watch::Watch;
use crate::words;
use guichet_model::{Instant, Language, PersonId};
use guichet_report::{List, ListFormat, Listed, NumberLine, ReminderLine, ReportFile, WaivedFinding, write_list_while};
use guichet_rules::{numbers_to_verify, reminders};
use guichet_store::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The lists there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListName {
    /// One row per finding, with its evidence and what to do.
    Findings,
    /// One row per file, with its state.
    Files,
    /// One row per person who must do or bring something.
    Reminders,
    /// One row per certificate number to be put to the national control.
    CvecToVerify,
}

impl ListName {
    /// Every list.
    pub const ALL: &'static [Self] = &[Self::Findings, Self::Files, Self::Reminders, Self::CvecToVerify];

    /// Its stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Files => "files",
            Self::Reminders => "reminders",
            Self::CvecToVerify => "cvec-to-verify",
        }
    }

    /// The list of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.as_str() == name)
    }
}

/// What a list is made by; what is not said is the workspace's own choice.
pub struct ListRequest {
    /// Which list.
    pub what: ListName,
    /// The rulebook.
    pub rulebook: Option<Named>,
    /// The instant, civil time in Paris.
    pub as_of: Option<Instant>,
    /// The language of what is written.
    pub language: Language,
}

/// A list of a workspace, as the bytes of a file whose name says how it is written; the workspace keeps its own choice of
/// rulebook and instant.
///
/// # Errors
/// [`AppError::NotAListFile`] when the name ends in neither `.xlsx` nor `.csv`; [`AppError::Store`] or
/// [`AppError::Report`].
pub fn list(workspace: &Access, request: ListRequest, out: &Path) -> Result<Vec<u8>, AppError> {
    let format = format_of(out)?;
    let mut desk = workspace.open(Role::Read)?;
    if let Some(rulebook) = &request.rulebook {
        desk.seen.rulebook = Arc::new(rulebook.among(&desk.workspace)?);
    }
    desk.seen.as_of = request.as_of.unwrap_or(desk.seen.as_of);
    of_seen(&desk.seen, Veil::of(&desk, request.language), request.what, format, &Watch::nobody())
}

/// How a file of this name is written.
pub(crate) fn format_of(path: &Path) -> Result<ListFormat, AppError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx") => Ok(ListFormat::Workbook),
        Some("csv") => Ok(ListFormat::Csv),
        _ => Err(AppError::NotAListFile { path: path.to_owned() }),
    }
}

/// A list of an open workspace.
///
/// # Errors
/// [`AppError::Report`], and [`AppError::Cancelled`] once it is stopped.
pub(crate) fn of_seen(
    seen: &Seen,
    veil: Veil,
    what: ListName,
    format: ListFormat,
    watch: &Watch<'_>,
) -> Result<Vec<u8>, AppError> {
    let language = veil.language();
    let verdicts = match what {
        ListName::CvecToVerify => Vec::new(),
        _ => judged(seen, veil, watch)?,
    };
    let list = List {
        rulebook: seen.rulebook.id(),
        as_of: seen.as_of,
        application_version: env!("CARGO_PKG_VERSION"),
        listed: match what {
            ListName::Findings => {
                Listed::Findings { files: files(seen, veil, &verdicts), rules: rule_lines(&seen.rulebook) }
            }
            ListName::Files => Listed::Files(files(seen, veil, &verdicts)),
            ListName::Reminders => Listed::Reminders(reminder_lines(seen, language, &verdicts)),
            ListName::CvecToVerify => Listed::Numbers(number_lines(seen, language)),
        },
    };
    watch.begin("app-progress-writing");
    Ok(write_list_while(&list, language, format, &|done, total| watch.step(done, total).is_ok())?)
}

fn files<'a>(seen: &'a Seen, veil: Veil, verdicts: &'a [Split<'a>]) -> Vec<ReportFile<'a>> {
    let judged = seen.office.registrations.iter().zip(verdicts).map(|(registration, split)| {
        let by = |waiver| told(&veiled(veil, waiver));
        let waived = split.waived.iter().map(|(finding, waiver)| WaivedFinding { finding, by: by(*waiver) });
        Judged { registration, verdict: &split.verdict, waived: waived.collect() }
    });
    judged.filter_map(|judged| report_file(&seen.office, &seen.rulebook, None, judged)).collect()
}

/// Whoever must do or bring something, once each, in the order of their first file.
fn reminder_lines<'a>(seen: &'a Seen, language: Language, verdicts: &[Split<'_>]) -> Vec<ReminderLine<'a>> {
    let office = &seen.office;
    let mut lines: Vec<ReminderLine<'a>> = Vec::new();
    let mut known: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (registration, split) in office.registrations.iter().zip(verdicts) {
        let asked = reminders(office, &seen.rulebook, seen.as_of, registration, &split.verdict.findings);
        let Some(person) = office.person(registration.person).filter(|_| !asked.is_empty()) else { continue };
        let identity = &person.identity;
        let at = *known.entry(person.id).or_insert_with(|| {
            lines.push(ReminderLine {
                student_number: identity.student_number.as_deref(),
                birth_name: identity.birth_name.as_deref(),
                use_name: identity.use_name.as_deref(),
                given_name: identity.given_name.as_deref(),
                email: identity.email.as_deref(),
                phone: identity.phone.as_deref(),
                ..ReminderLine::default()
            });
            lines.len() - 1
        });
        let Some(line) = lines.get_mut(at) else { continue };
        let programme = registration.programme.as_deref().or(registration.discipline.as_deref());
        add(&mut line.programmes, programme);
        add(&mut line.programme_codes, registration.programme_code.as_deref());
        add(&mut line.levels, registration.level.map(guichet_model::Level::as_str));
        for reminder in asked {
            add(&mut line.missing, Some(words::say(language, &reminder.message)));
            add(&mut line.codes, Some(reminder.code));
            line.until = line.until.into_iter().chain(reminder.until).min();
        }
    }
    lines
}

/// Adds what is not there yet.
fn add<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    list.extend(item.filter(|item| !list.contains(item)));
}

fn number_lines(seen: &Seen, language: Language) -> Vec<NumberLine<'_>> {
    let numbers = numbers_to_verify(&seen.office, &seen.rulebook, seen.as_of);
    numbers
        .into_iter()
        .map(|number| {
            let identity = &number.person.identity;
            NumberLine {
                number: number.number.to_string(),
                name_letters: number.name_letters(),
                student_number: identity.student_number.as_deref(),
                ine: identity.ine.as_ref().map(guichet_model::Ine::as_str),
                birth_name: identity.birth_name.as_deref(),
                given_name: identity.given_name.as_deref(),
                birth_date: identity.birth_date,
                year: number.year.map(|year| year.to_string()),
                reasons: number.reasons.iter().map(|reason| words::say(language, reason)).collect(),
                controlled_at: number.controlled_at,
            }
        })
        .collect()
}
