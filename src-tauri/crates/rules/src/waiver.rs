//! Waivers: which findings of a file somebody decided not to count, and whether that still holds.

use crate::engine::FileVerdict;
use crate::rulebook::Rulebook;
use guichet_model::{Evidence, Field, FileState, Finding, Instant, SheetKind, Waiver};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What a finding rests on, in hexadecimal: its rule and outcome, the values read row by row, and what the rulebook entries
/// read say.
///
/// Where a value stands, how it was spelled and which file holds it are left out, and so is everything that follows from
/// the instant: the same facts read again elsewhere, at another moment, rest on the same.
#[must_use]
pub fn basis(finding: &Finding, book: &Rulebook) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    add("basis 1");
    add(&finding.code);
    add(finding.outcome.as_str());
    for row in rows_read(&finding.evidence) {
        add("row");
        row.iter().for_each(|part| add(part));
    }
    let entries: BTreeMap<&str, String> = finding
        .authorities
        .iter()
        .map(|authority| (authority.key.as_str(), book.says(&authority.rulebook, &authority.key)))
        .collect();
    for (key, says) in &entries {
        add("entry");
        add(key);
        add(says);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The values a finding was read from, each once: what a waiver of it lets one compare later.
#[must_use]
pub fn seen(finding: &Finding) -> Vec<(Field, String)> {
    let mut seen = Vec::new();
    for one in &finding.evidence {
        let said = one.value.as_deref().or(one.raw.as_deref()).map(str::trim).unwrap_or_default();
        let value = (one.field, said.to_owned());
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

/// A row of a kind of sheet, who it names or the rest: the file's fingerprint, the sheet, its header row and the row.
type RowPart<'e> = (SheetKind, bool, (&'e str, &'e str, u32, u32));

/// The values read of each row, in an order that does not depend on where they stand. What is empty says nothing: a
/// column that is not there and an empty cell are the same. Who somebody is stands apart from what else the row says:
/// any of a person's rows may tell it.
fn rows_read(evidence: &[Evidence]) -> Vec<Vec<String>> {
    let mut rows: BTreeMap<RowPart<'_>, BTreeSet<String>> = BTreeMap::new();
    for one in evidence {
        let said = one.value.as_deref().or(one.raw.as_deref()).map(str::trim).filter(|said| !said.is_empty());
        let (Some(said), Some(address)) = (said, one.address) else { continue };
        let sheet = &one.sheet;
        let place = (sheet.sha256.as_str(), sheet.name.as_str(), sheet.header_row, address.row);
        let row = (sheet.kind, one.field.is_identity(), place);
        // What is not understood is another thing than a value spelled the same.
        let mark = if one.value.is_some() { '=' } else { '?' };
        rows.entry(row).or_default().insert(format!("{}{mark}{said}", one.field.as_str()));
    }
    let in_words = |((kind, ..), said): (RowPart<'_>, BTreeSet<String>)| {
        [kind.as_str().to_owned()].into_iter().chain(said).collect()
    };
    let mut rows: Vec<Vec<String>> = rows.into_iter().map(in_words).collect();
    rows.sort_unstable();
    rows
}

/// How a finding stands, the waivers of its file considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'w> {
    /// It counts.
    Open,
    /// Somebody decided that it does not count.
    Waived(&'w Waiver),
    /// Somebody had decided so, and that is to be reviewed: it counts again.
    ToReview(&'w Waiver, ReviewCause),
}

/// Why a waiver is to be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewCause {
    /// The finding rests on other values than those on which it was waived.
    BasisChanged,
    /// Its last day has passed.
    Expired,
}

impl ReviewCause {
    /// The name in outward answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BasisChanged => "basis-changed",
            Self::Expired => "expired",
        }
    }
}

/// A file's findings with the waivers of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed<'w> {
    /// Where the file stands without its waived findings.
    pub state: FileState,
    /// How each finding stands, in the order of the verdict.
    pub standings: Vec<Standing<'w>>,
    /// The waivers of which no rule says anything any more.
    pub unused: Vec<&'w Waiver>,
}

/// Weighs a file's findings with its waivers at an instant.
#[must_use]
pub fn weigh<'w>(verdict: &FileVerdict, waivers: &'w [Waiver], book: &Rulebook, as_of: Instant) -> Weighed<'w> {
    let own =
        |code: &str| waivers.iter().find(|waiver| waiver.registration == verdict.registration && waiver.code == code);
    let standings: Vec<Standing<'w>> = verdict
        .findings
        .iter()
        .map(|finding| own(&finding.code).map_or(Standing::Open, |waiver| standing(finding, waiver, book, as_of)))
        .collect();
    let counted = verdict.findings.iter().zip(&standings).filter(|(_, standing)| standing.counts());
    let state = FileState::of(verdict.state == FileState::Cancelled, counted.map(|(finding, _)| finding));
    let is_said = |waiver: &&Waiver| verdict.findings.iter().any(|finding| finding.code == waiver.code);
    let of_file = waivers.iter().filter(|waiver| waiver.registration == verdict.registration);
    Weighed { state, standings, unused: of_file.filter(|waiver| !is_said(waiver)).collect() }
}

fn standing<'w>(finding: &Finding, waiver: &'w Waiver, book: &Rulebook, as_of: Instant) -> Standing<'w> {
    if waiver.until.is_some_and(|last| last < as_of.date()) {
        Standing::ToReview(waiver, ReviewCause::Expired)
    } else if basis(finding, book) != waiver.basis {
        Standing::ToReview(waiver, ReviewCause::BasisChanged)
    } else {
        Standing::Waived(waiver)
    }
}

impl Standing<'_> {
    /// Whether the finding counts.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(self, Self::Waived(_))
    }
}

impl FileVerdict {
    /// What is left to be settled of a file: its state and findings without the waived ones.
    #[must_use]
    pub fn without_waived(self, waivers: &[Waiver], book: &Rulebook, as_of: Instant) -> Self {
        if waivers.is_empty() {
            return self;
        }
        let Weighed { state, standings, .. } = weigh(&self, waivers, book, as_of);
        let kept = self.findings.into_iter().zip(standings).filter(|(_, standing)| standing.counts());
        Self { registration: self.registration, state, findings: kept.map(|(finding, _)| finding).collect() }
    }
}

#[cfg(test)]
#[path = "waiver_tests.rs"]
mod tests;
