//! Requests as things of their own: the office's list, and a person's.

use super::file_detail::request;
use super::files::row_in_words;
use super::request_order;
use crate::app::App;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::wire::{ClockLine, Count, DeskMark, DocumentLine, PieceLine, RequestLine, RequestsQuery, RequestsView};
use crate::words;
use guichet_model::{
    Coded as _, Document, DocumentState, Field, Instant, Language, Message, RequestKind, RequestState, SourceRow, fold,
    instant_text,
};
use guichet_rules::{Clock, Dossier, PieceStatus, Unattached, dossiers};
use guichet_store::Workspace;
use serde::Deserialize;

/// Requests of a page.
const SHOWN: usize = 1_000;
/// The name of a kind or state that is not understood.
const UNKNOWN: &str = "unknown";

#[derive(Deserialize)]
pub(crate) struct RequestsArguments {
    query: RequestsQuery,
}

/// The requests of the office that a query keeps.
pub(crate) fn requests(app: &App, args: RequestsArguments) -> Result<RequestsView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let veil = Veil::of(desk, language);
    let all = dossiers(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of);
    let query = &args.query;
    let found: Vec<&Dossier<'_>> = all.iter().filter(|dossier| is_searched(query, dossier)).collect();
    let of_kind = |dossier: &&&Dossier<'_>| is_among(&query.kinds, kind_of(dossier));
    let of_state = |dossier: &&&Dossier<'_>| is_among(&query.states, name_of(dossier));
    let attached = |dossier: &&&Dossier<'_>| query.attached.is_none_or(|wanted| wanted == dossier.attached.is_ok());
    let kinds = found.iter().filter(of_state).filter(attached).map(|dossier| kind_of(dossier));
    let states = found.iter().filter(of_kind).filter(attached).map(|dossier| name_of(dossier));
    let kinds = kind_counts(language, &query.kinds, kinds);
    let states = state_counts(language, &query.states, states);
    let of_both: Vec<&Dossier<'_>> = found.iter().filter(of_kind).filter(of_state).copied().collect();
    let unattached = of_both.iter().filter(|dossier| dossier.attached.is_err()).count();
    let mut kept: Vec<&Dossier<'_>> = of_both.iter().filter(attached).copied().collect();
    request_order::put(&mut kept, query.sort, query.descending, language);
    // A list that became shorter is shown by its last page.
    let last = kept.len().saturating_sub(1) / SHOWN;
    let offset = (query.offset as usize / SHOWN).min(last) * SHOWN;
    let shown = kept.iter().skip(offset).take(SHOWN).map(|dossier| line(veil, &desk.workspace, dossier));
    Ok(RequestsView {
        all: words::whole(all.len()),
        total: words::whole(kept.len()),
        kinds,
        states,
        unattached: words::whole(unattached),
        offset: words::whole(offset),
        page: words::whole(SHOWN),
        requests: shown.collect::<Result<_, _>>()?,
    })
}

fn is_searched(query: &RequestsQuery, dossier: &Dossier<'_>) -> bool {
    let identity = &dossier.person.identity;
    let names = [&identity.student_number, &identity.birth_name, &identity.use_name, &identity.given_name];
    let key: Vec<String> = names.into_iter().flatten().map(|name| fold(name)).collect();
    let has = |word: &str| key.iter().any(|name| name.contains(&fold(word)));
    query.search.split_whitespace().all(has)
}

fn is_among(wanted: &[String], name: &str) -> bool {
    wanted.is_empty() || wanted.iter().any(|wanted| wanted == name)
}

pub(crate) fn kind_of(dossier: &Dossier<'_>) -> &'static str {
    dossier.kind.map_or(UNKNOWN, RequestKind::as_str)
}

pub(crate) fn name_of(dossier: &Dossier<'_>) -> &'static str {
    dossier.state.as_str().unwrap_or(UNKNOWN)
}

fn kind_counts<'a>(language: Language, kept: &[String], found: impl Iterator<Item = &'a str>) -> Vec<Count> {
    let names = RequestKind::ALL.iter().map(|kind| kind.as_str()).chain([UNKNOWN]);
    counts(names, kept, found, |name| label(language, "request-kind", name))
}

fn state_counts<'a>(language: Language, kept: &[String], found: impl Iterator<Item = &'a str>) -> Vec<Count> {
    let names = RequestState::ALL.iter().map(|state| state.as_str()).chain(["mixed", UNKNOWN]);
    counts(names, kept, found, |name| label(language, "request-state", name))
}

/// How many have each name; a name that the query keeps is told even when none has it.
fn counts<'a>(
    names: impl Iterator<Item = &'static str>,
    kept: &[String],
    found: impl Iterator<Item = &'a str>,
    label: impl Fn(&str) -> String,
) -> Vec<Count> {
    let found: Vec<&str> = found.collect();
    let count = |name: &str| found.iter().filter(|found| **found == name).count();
    let counts = names.map(|name| words::count(name, label(name), count(name)));
    counts.filter(|count| count.count > 0 || kept.contains(&count.value)).collect()
}

pub(crate) fn label(language: Language, list: &str, name: &str) -> String {
    match name {
        UNKNOWN | "mixed" => words::word(language, &format!("dossier-{list}-{name}")),
        _ => words::word(language, &format!("code-{list}-{}", name.replace('_', "-"))),
    }
}

/// A request in words.
pub(crate) fn line(veil: Veil, workspace: &Workspace, dossier: &Dossier<'_>) -> Result<RequestLine, AppError> {
    let language = veil.language();
    let identity = &dossier.person.identity;
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let (at, day_only) = dossier.requested_at.unzip();
    let files = workspace.rows(dossier.attached.as_deref().unwrap_or_default())?;
    Ok(RequestLine {
        kind: kind_of(dossier).to_owned(),
        kind_label: label(language, "request-kind", kind_of(dossier)),
        state: name_of(dossier).to_owned(),
        state_label: label(language, "request-state", name_of(dossier)),
        student_number: owned(identity.student_number.as_deref()),
        birth_name: owned(identity.birth_name.as_deref()),
        given_name: owned(identity.given_name.as_deref()),
        year: dossier.academic_year.map(|year| year.to_string()).unwrap_or_default(),
        level: dossier.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
        requested_at: words::moment(language, at, day_only.unwrap_or(false)),
        channel: words::code(language, "request-channel", dossier.channel),
        decided_at: words::date(language, dossier.decided_at),
        decided_by: owned(dossier.decided_by),
        reference: owned(dossier.reference),
        units: dossier.units.iter().map(|unit| (*unit).to_owned()).collect(),
        files: files.into_iter().map(|row| row_in_words(language, row)).collect(),
        unattached: dossier.attached.as_ref().err().map(|reason| unattached(language, *reason)),
        clock: dossier.clock.as_ref().map(|clock| clock_line(language, clock)),
        pieces: dossier.pieces.iter().map(|piece| piece_line(veil, piece)).collect(),
        records: dossier.rows.iter().map(|row| request(veil, row)).collect(),
        desk: dossier.rows.iter().find_map(|row| desk_mark(veil, &row.source, Field::RequestState)),
    })
}

fn unattached(language: Language, reason: Unattached) -> String {
    words::word(language, &format!("dossier-unattached-{}", reason.as_str()))
}

fn clock_line(language: Language, clock: &Clock) -> ClockLine {
    let message = Message::new(format!("dossier-clock-{}", clock.state.as_str()));
    let until = |until: Instant| until.date();
    ClockLine {
        state: clock.state.as_str().to_owned(),
        label: words::say(language, &message.with("until", words::date(language, clock.until.map(until)))),
        until: clock.until.map(instant_text),
        authority: clock.authority.as_ref().map(|authority| words::authority(language, authority)),
    }
}

fn piece_line(veil: Veil, status: &PieceStatus<'_>) -> PieceLine {
    PieceLine {
        key: status.piece.key.clone(),
        title: veil.text(status.piece.title(veil.language()).to_owned()),
        year: status.year.map(|year| year.to_string()),
        state: status.as_str().to_owned(),
        state_label: words::word(veil.language(), &format!("dossier-piece-{}", status.as_str())),
        documents: status.documents.iter().map(|document| document_line(veil, document)).collect(),
    }
}

/// A document in words; a state that is not understood, as written.
pub(crate) fn document_line(veil: Veil, document: &Document) -> DocumentLine {
    let raw = || document.source.raw(Field::DocumentState).unwrap_or_default().into_owned();
    let state = document.state;
    DocumentLine {
        kind: veil.text(document.kind.clone().unwrap_or_default()),
        state: state.map_or(UNKNOWN, DocumentState::as_str).to_owned(),
        state_label: state.map_or_else(raw, |state| words::code(veil.language(), "document-state", Some(state))),
        reason: veil.text(document.reason.clone().unwrap_or_default()),
        expiry: words::date(veil.language(), document.expiry),
        year: document.academic_year.map(|year| year.to_string()).unwrap_or_default(),
        programme_code: document.programme_code.clone().unwrap_or_default(),
        place: words::place_of(&document.source, Field::DocumentState),
        desk: desk_mark(veil, &document.source, Field::DocumentState),
    }
}

/// What was entered at the desk, when that is what speaks for a field, with what an extract says instead.
fn desk_mark(veil: Veil, source: &SourceRow, field: Field) -> Option<DeskMark> {
    let speaking = source.speaking_for(field);
    let sheet = speaking.sheet.is_by_hand().then_some(&speaking.sheet)?;
    let language = veil.language();
    let said =
        |row: &SourceRow| row.raw(field).map(|raw| field.code(&raw).map_or_else(|| raw.to_string(), str::to_owned));
    let others = source.others.iter().map(|other| &other.row);
    let mut extracts = others.filter(|row| !row.sheet.is_by_hand());
    let told = extracts.find(|row| row.raw(field).is_some_and(|raw| !raw.is_empty()));
    let otherwise = told.filter(|row| said(row) != said(speaking)).map(|row| {
        let raw = veil.text(row.raw(field).unwrap_or_default().into_owned());
        words::say(
            language,
            &Message::new("app-entry-otherwise").with("file", row.sheet.file.as_str()).with("said", raw),
        )
    });
    Some(DeskMark {
        sha256: sheet.sha256.clone(),
        row: speaking.row,
        by: words::say(language, &Message::new("app-entry-by").with("who", sheet.name.as_str())),
        otherwise,
    })
}
