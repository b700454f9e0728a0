//! Facts and findings in the words of a language, for the window.

use crate::wire::{AuthorityLine, CellPlace, Count, EvidenceLine, FactLine, FindingDetail, ProblemLine};
use guichet_model::{
    Arg, Authority, Catalogue, Coded, Evidence, Field, FieldShape, Finding, Instant, Language, Message, Problem,
    SheetKind, SourceRow, parse_instant,
};
use time::Date;

/// A sentence of the catalogue.
pub(crate) fn say(language: Language, message: &Message) -> String {
    Catalogue::shared().render(language, message)
}

/// A word of the catalogue.
pub(crate) fn word(language: Language, id: &str) -> String {
    Catalogue::shared().say(language, id)
}

/// A field in words.
pub(crate) fn field(language: Language, field: Field) -> String {
    word(language, &format!("field-{}", field.as_str().replace('_', "-")))
}

/// A kind of sheet in words.
pub(crate) fn kind(language: Language, kind: SheetKind) -> String {
    word(language, &format!("kind-{}", kind.as_str()))
}

/// A rule's title.
pub(crate) fn title(language: Language, code: &str) -> String {
    word(language, &format!("{code}-title"))
}

/// A value of a coded field in words.
pub(crate) fn code<T: Coded>(language: Language, list: &str, value: Option<T>) -> String {
    value.map_or(String::new(), |value| word(language, &format!("code-{list}-{}", value.as_str().replace('_', "-"))))
}

/// A word of a rulebook, where it is one of those that the shipped ones say; else as it is written.
pub(crate) fn of_rulebook(language: Language, said: &str) -> String {
    let id = format!("rulebook-word-{}", said.replace('_', "-"));
    if Catalogue::shared().has(&id) { word(language, &id) } else { said.to_owned() }
}

/// A date in the language's form; empty when unknown.
pub(crate) fn date(language: Language, date: Option<Date>) -> String {
    argument(language, date.map(Arg::Date))
}

/// An instant in the language's form; empty when unknown.
pub(crate) fn instant(language: Language, instant: Option<Instant>) -> String {
    argument(language, instant.map(Arg::Instant))
}

/// An instant, or its day when only that is known.
pub(crate) fn moment(language: Language, at: Option<Instant>, day_only: bool) -> String {
    if day_only { date(language, at.map(Instant::date)) } else { instant(language, at) }
}

pub(crate) fn argument(language: Language, value: Option<Arg>) -> String {
    value.map_or(String::new(), |value| Catalogue::shared().word_of(language, &value))
}

/// A fact with the cell it was read from.
pub(crate) fn fact(language: Language, of: Field, value: String, source: &SourceRow) -> FactLine {
    FactLine { label: field(language, of), value, place: place_of(source, of) }
}

/// The cell of a field on a row, when the sheet has that column.
pub(crate) fn place_of(source: &SourceRow, of: Field) -> Option<CellPlace> {
    let source = source.speaking_for(of);
    let column = source.sheet.columns_of(of).next()?;
    let address = source.address(column.column);
    Some(CellPlace {
        sha256: source.sheet.sha256.clone(),
        file: source.sheet.file.clone(),
        sheet: source.sheet.name.clone(),
        row: address.row,
        column: address.column,
        cell: address.to_string(),
    })
}

/// A finding, worded.
pub(crate) fn finding(language: Language, finding: &Finding) -> FindingDetail {
    FindingDetail {
        code: finding.code.clone(),
        title: title(language, &finding.code),
        severity: finding.severity,
        outcome: finding.outcome,
        message: say(language, &finding.message),
        why: say(language, &finding.why),
        remedy: say(language, &finding.remedy),
        evidence: finding.evidence.iter().map(|found| evidence(language, found)).collect(),
        authorities: finding.authorities.iter().map(|found| authority(language, found)).collect(),
    }
}

fn evidence(language: Language, evidence: &Evidence) -> EvidenceLine {
    let sheet = &evidence.sheet;
    let place = evidence.address.map(|address| CellPlace {
        sha256: sheet.sha256.clone(),
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        row: address.row,
        column: address.column,
        cell: address.to_string(),
    });
    EvidenceLine {
        label: field(language, evidence.field),
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        cell: evidence.cell(),
        header: evidence.header().map(str::to_owned),
        raw: evidence.raw.clone(),
        value: evidence.value.as_deref().map(|value| understood(language, evidence.field, value)),
        place,
    }
}

/// A canonical value in the words of a language.
pub(crate) fn understood(language: Language, field: Field, value: &str) -> String {
    let instant = || parse_instant(value).map(|(instant, _)| instant);
    let worded = match field.shape() {
        FieldShape::Date => instant().map(|instant| date(language, Some(instant.date()))),
        FieldShape::Instant => instant().map(|moment| self::instant(language, Some(moment))),
        FieldShape::Flag => Some(word(language, if value == "yes" { "app-yes" } else { "app-no" })),
        FieldShape::Code => {
            let (list, name) = (field.as_str().replace('_', "-"), value.replace('_', "-"));
            Some(word(language, &format!("code-{list}-{name}")))
        }
        FieldShape::Text | FieldShape::Amount | FieldShape::Level | FieldShape::Year => None,
    };
    worded.unwrap_or_else(|| value.to_owned())
}

/// The words a rule rests on.
pub(crate) fn authority(language: Language, authority: &Authority) -> AuthorityLine {
    let status = format!("status-{}", authority.status.as_str().replace('_', "-"));
    AuthorityLine {
        rulebook: authority.rulebook.clone(),
        key: authority.key.clone(),
        document: authority.document.clone(),
        heading: authority.heading.clone(),
        quote: authority.quote.clone(),
        status: authority.status,
        status_label: word(language, &status),
        note: authority.note.as_ref().map(|note| note.in_language(language).to_owned()),
    }
}

/// A problem, worded.
pub(crate) fn problem(language: Language, problem: &Problem) -> ProblemLine {
    ProblemLine {
        file: problem.file.clone(),
        sheet: problem.sheet.clone(),
        cell: problem.cell.clone(),
        code: problem.code.as_str().to_owned(),
        fails: problem.code.fails(),
        message: say(language, &problem.message),
    }
}

/// A count with its label.
pub(crate) fn count(value: &str, label: String, count: usize) -> Count {
    Count { value: value.to_owned(), label, count: whole(count) }
}

/// A count as the window takes it; no list of an office passes four thousand million.
pub(crate) fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
