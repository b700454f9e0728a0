//! The list of findings in groups: opened once, then asked for by place.

use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::wire::{Count, FindingGroup, FindingRow, FindingsBy, FindingsQuery, FindingsView};
use crate::words;
use guichet_model::{Evidence, Finding, Instant, Language, Message, Outcome, RegistrationId, Severity, parse_instant};
use guichet_store::{FacetCount, FindingPlace};
use serde::Deserialize;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

/// The largest slice of a list that is given at once.
const MOST_ROWS: usize = 200;

#[derive(Deserialize)]
pub(crate) struct OpenArguments {
    query: FindingsQuery,
}

/// Opens a list of findings.
pub(crate) fn open(app: &App, args: OpenArguments) -> Result<FindingsView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let by = args.query.by;
    let found = desk.workspace.open_findings(&store_query(args.query))?;
    let total = words::whole(found.places.len());
    let mut rest = found.places.as_slice();
    let grouped = found.groups.into_iter().map(|group| {
        let (own, others) = rest.split_at(group.count.min(rest.len()));
        rest = others;
        // A rule speaks once of a file.
        let files = if by == FindingsBy::Rule { own.len() } else { files_of(own) };
        group_in_words(language, by, group, files)
    });
    let groups = grouped.collect();
    let facet = |counts: Vec<FacetCount>, by: FindingsBy| -> Vec<Count> {
        let label = |found: &FacetCount| named(language, by, Some(found.value.as_str()), found.label.as_deref());
        counts.iter().map(|found| words::count(&found.value, label(found), found.count)).collect()
    };
    let worded = |counts: Vec<FacetCount>, list: &str| -> Vec<Count> {
        let label = |value: &str| words::word(language, &format!("{list}-{}", value.replace('_', "-")));
        counts.iter().map(|found| words::count(&found.value, label(&found.value), found.count)).collect()
    };
    Ok(FindingsView {
        total,
        all: words::whole(found.total),
        files: words::whole(found.files),
        groups,
        severities: worded(found.severities, "severity"),
        outcomes: worded(found.outcomes, "outcome"),
        codes: facet(found.codes, FindingsBy::Rule),
        programmes: facet(found.programmes, FindingsBy::Programme),
        deadlines: facet(found.deadlines, FindingsBy::Deadline),
        sources: facet(found.sources, FindingsBy::Source),
        view: state.keep_findings(found.places),
    })
}

fn store_query(query: FindingsQuery) -> guichet_store::FindingsQuery {
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let outcomes = [Outcome::Flag, Outcome::CannotTell];
    guichet_store::FindingsQuery {
        search: query.search,
        by: match query.by {
            FindingsBy::Rule => guichet_store::FindingsBy::Rule,
            FindingsBy::Programme => guichet_store::FindingsBy::Programme,
            FindingsBy::Deadline => guichet_store::FindingsBy::Deadline,
            FindingsBy::Source => guichet_store::FindingsBy::Source,
        },
        severities: severities
            .into_iter()
            .filter(|one| query.severities.iter().any(|name| name == one.as_str()))
            .collect(),
        outcomes: outcomes.into_iter().filter(|one| query.outcomes.iter().any(|name| name == one.as_str())).collect(),
        codes: query.codes,
        programmes: query.programmes,
        deadlines: query.deadlines,
        sources: query.sources,
    }
}

/// How many files some findings speak of.
fn files_of(places: &[FindingPlace]) -> usize {
    places.iter().map(|place| place.file).collect::<HashSet<_>>().len()
}

fn group_in_words(
    language: Language,
    by: FindingsBy,
    group: guichet_store::FindingGroup,
    files: usize,
) -> FindingGroup {
    FindingGroup {
        label: named(language, by, group.value.as_deref(), group.label.as_deref()),
        value: group.value.unwrap_or_default(),
        count: words::whole(group.count),
        files: words::whole(files),
        undecided: words::whole(group.undecided),
        severity: group.severity,
    }
}

/// What findings share, in words.
fn named(language: Language, by: FindingsBy, value: Option<&str>, label: Option<&str>) -> String {
    match (by, value.filter(|value| !value.is_empty())) {
        (FindingsBy::Rule, Some(code)) => format!("{code} · {}", words::title(language, code)),
        (FindingsBy::Deadline, Some(text)) => words::instant(language, parse_instant(text).map(|(instant, _)| instant)),
        (_, Some(value)) => label.unwrap_or(value).to_owned(),
        (FindingsBy::Rule | FindingsBy::Programme, None) => words::word(language, "app-no-programme"),
        (FindingsBy::Deadline, None) => words::word(language, "app-no-deadline"),
        (FindingsBy::Source, None) => words::word(language, "app-no-source"),
    }
}

#[derive(Deserialize)]
pub(crate) struct RowsArguments {
    view: u64,
    offset: usize,
    limit: usize,
}

/// A slice of an opened list. What a finding says is not kept: each file is asked again.
pub(crate) fn rows(app: &App, args: RowsArguments) -> Result<Vec<FindingRow>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let places = state.finding_views.get(&args.view).ok_or(AppError::Gone("view"))?;
    let from = args.offset.min(places.len());
    let to = from.saturating_add(args.limit.min(MOST_ROWS)).min(places.len());
    let places: Vec<FindingPlace> = places[from..to].to_vec();
    let desk = state.desk()?;
    let mut files: BTreeMap<RegistrationId, Asked> = BTreeMap::new();
    for place in &places {
        if let Entry::Vacant(unasked) = files.entry(place.file) {
            unasked.insert(Asked::of(desk, place.file)?);
        }
    }
    let veil = Veil::of(desk, language);
    let row = |place: &FindingPlace| files.get(&place.file)?.row(veil, place);
    places.iter().map(|place| row(place).ok_or(AppError::Gone("view"))).collect()
}

/// A file with what the rules say of it.
struct Asked {
    row: guichet_store::FileRow,
    findings: Vec<Finding>,
}

impl Asked {
    fn of(desk: &Desk, file: RegistrationId) -> Result<Self, AppError> {
        let row = desk.workspace.rows(&[file])?.into_iter().next().ok_or(AppError::Gone("view"))?;
        let findings = desk.seen.verdict(file).ok_or(AppError::Gone("view"))?.findings;
        Ok(Self { row, findings })
    }

    fn row(&self, veil: Veil, place: &FindingPlace) -> Option<FindingRow> {
        let language = veil.language();
        let finding = self.findings.iter().find(|finding| *finding.code == *place.code)?;
        let seen = veil.finding(finding);
        let row = &self.row;
        let owned = |text: &Option<String>| text.clone().unwrap_or_default();
        Some(FindingRow {
            file: place.file.0,
            code: finding.code.clone(),
            severity: finding.severity,
            outcome: finding.outcome,
            student_number: owned(&row.student_number),
            birth_name: owned(&row.birth_name),
            given_name: owned(&row.given_name),
            level: row.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
            programme: owned(if row.programme.is_some() { &row.programme } else { &row.programme_code }),
            deadline: deadline_in_words(language, finding.deadline),
            message: words::say(language, &seen.message),
            evidence: seen.evidence.first().map(|evidence| address(language, evidence)).unwrap_or_default(),
        })
    }
}

fn deadline_in_words(language: Language, deadline: Option<Instant>) -> String {
    words::instant(language, deadline)
}

/// Where the deciding fact was read, and what is written there: `file › sheet › cell`.
fn address(language: Language, evidence: &Evidence) -> String {
    let place = [Some(evidence.sheet.file.as_str()), Some(evidence.sheet.name.as_str()), evidence.cell().as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" › ");
    let name = match (evidence.address, evidence.raw.as_deref().unwrap_or_default()) {
        (None, _) => Some("app-evidence-no-column"),
        (Some(_), "") => Some("app-evidence-empty"),
        (Some(_), _) => None,
    };
    match name {
        Some(name) => {
            let field = words::field(language, evidence.field);
            words::say(language, &Message::new(name).with("place", place).with("field", field))
        }
        None => place,
    }
}
