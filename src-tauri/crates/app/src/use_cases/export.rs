use crate::app::App;
use crate::desk::Desk;
use crate::entries::{self, EntryLine, Said};
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::pseudonyms::Pseudonyms;
use crate::report::{Judged, Setting, assemble};
use crate::seen::Seen;
use crate::waivers::{told, veiled};
use crate::watch::Watch;
use crate::whole_file::write_whole;
use crate::wire::Exported;
use crate::words;
use guichet_model::{Finding, Language, Message, Office, Waiver};
use guichet_report::{Input, JournalHead, WaivedFinding};
use guichet_rules::{FileVerdict, Standing, weigh};
use guichet_store::{ImportedSheet, JournalEntry};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::path::Path;

#[derive(Deserialize)]
pub(crate) struct ExportArguments {
    /// Without names, identifiers and birth dates.
    #[serde(default)]
    pseudonymise: bool,
}

/// What a report shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// The end of the journal, so that it differs from one operation to the next.
    pub sealed: bool,
    /// Pseudonyms, drawn for this report, in the place of names and identifiers.
    pub pseudonymised: bool,
}

/// Writes the validation report where the person chooses; nothing when they gave up.
pub(crate) fn export(app: &App, args: ExportArguments) -> Result<Option<Exported>, AppError> {
    let suggested = {
        let mut state = app.state();
        let language = state.language();
        let day = state.desk()?.seen.as_of.date().to_string();
        words::say(
            language,
            &Message::new(if args.pseudonymise { "app-report-file-pseudonymised" } else { "app-report-file" })
                .with("day", day),
        )
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let task = app.begin_task()?;
    let watch = task.watch();
    let material = {
        let mut state = app.state();
        let language = state.language();
        Material::of(state.desk()?, language, Shown { sealed: true, pseudonymised: args.pseudonymise })?
    };
    let (bytes, files, findings) = material.report(&watch)?;
    write_wanted(&path, &bytes, &watch)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Some(Exported {
        path: path.display().to_string(),
        sha256,
        files: words::whole(files),
        findings: words::whole(findings),
    }))
}

/// Writes a file, unless it is not wanted any more: nothing of it is left then.
pub(crate) fn write_wanted(path: &Path, bytes: &[u8], watch: &Watch<'_>) -> Result<(), AppError> {
    watch.begin("app-progress-writing");
    watch.check()?;
    write_whole(path, bytes)
}

/// What a report is made from, taken from a workspace at once: it can be worked on while the report is made.
pub(crate) struct Material {
    pub(crate) seen: Seen,
    pub(crate) veil: Veil,
    shown: Shown,
    workspace: String,
    sheets: Vec<ImportedSheet>,
    last: Option<JournalEntry>,
    entries: Vec<EntryLine>,
}

impl Material {
    pub(crate) fn of(desk: &Desk, language: Language, shown: Shown) -> Result<Self, AppError> {
        let veil = Veil::of(desk, language);
        Ok(Self {
            seen: desk.seen.clone(),
            veil,
            shown,
            entries: entries::lines(desk, veil)?,
            workspace: desk.workspace.descriptor().name.clone(),
            sheets: desk.workspace.summary()?.sheets,
            last: if shown.sealed { desk.workspace.journal(1)?.pop() } else { None },
        })
    }

    /// The report, with how many files and findings it tells.
    pub(crate) fn report(&self, watch: &Watch<'_>) -> Result<(Vec<u8>, usize, usize), AppError> {
        let (seen, veil) = (&self.seen, self.veil);
        let office: &Office = &seen.office;
        let pseudonyms = self.shown.pseudonymised.then(|| Pseudonyms::draw(office)).transpose()?;
        let mut verdicts = judged(seen, veil, watch)?;
        if let Some(pseudonyms) = &pseudonyms {
            verdicts.iter_mut().flat_map(Split::findings).for_each(|finding| pseudonyms.hide(finding));
        }
        let findings = verdicts.iter().map(|split| split.verdict.findings.len()).sum();
        let file_word =
            |name: &str| pseudonyms.as_ref().map_or_else(|| name.to_owned(), |hidden| hidden.file_name(name));
        let named: Vec<(String, String)> =
            self.sheets.iter().map(|sheet| (file_word(&sheet.file), file_word(&sheet.name))).collect();
        let inputs = self.sheets.iter().zip(&named).map(|(sheet, (file, name))| Input {
            file,
            sha256: &sheet.sha256,
            sheet: name,
            kind: sheet.kind,
            rows: u64::try_from(sheet.rows).unwrap_or(u64::MAX),
        });
        let mut problems = crate::check::unattached_requests(office);
        if let Some(pseudonyms) = &pseudonyms {
            problems = problems.iter().map(|problem| pseudonyms.problem(problem)).collect();
        }
        let mut entries = self.entries.clone();
        if let Some(pseudonyms) = &pseudonyms {
            entries.retain(|entry| !matches!(entry.said, Said::Note(_)));
            entries.iter_mut().for_each(|entry| hide(entry, pseudonyms, office));
        }
        let seal = self.last.as_ref().map(JournalEntry::short_seal).unwrap_or_default();
        let workspace = file_word(&self.workspace);
        let setting = Setting {
            workspace: Some(&workspace),
            journal: self.last.as_ref().map(|last| JournalHead { operation: last.operation.0, seal: &seal }),
            rulebook: &seen.rulebook,
            as_of: seen.as_of,
            inputs: inputs.collect(),
            problems: &problems,
            entries: &entries,
            notes_left_out: entries.len() < self.entries.len(),
            pseudonyms: pseudonyms.as_ref(),
        };
        // Free words may name somebody.
        let by = |waiver: &Waiver| match &pseudonyms {
            Some(_) => told(&Waiver { text: None, ..waiver.clone() }),
            None => told(&veiled(veil, waiver)),
        };
        let judged = office.registrations.iter().zip(&verdicts).map(|(registration, split)| {
            let waived = split.waived.iter().map(|(finding, waiver)| WaivedFinding { finding, by: by(waiver) });
            Judged { registration, verdict: &split.verdict, waived: waived.collect() }
        });
        let bytes = assemble(&setting, office, judged, veil.language(), watch)?;
        Ok((bytes, verdicts.len(), findings))
    }
}

/// Takes out of an entry what tells whose it is, who entered it, and free words, which may name somebody.
fn hide(entry: &mut EntryLine, pseudonyms: &Pseudonyms, office: &Office) {
    entry.key = office.person(entry.person).map(|person| pseudonyms.file_key(person)).unwrap_or_default();
    entry.who = String::new();
    let text = |said: &mut Option<String>| *said = said.take().map(|said| pseudonyms.text(&said));
    match &mut entry.said {
        Said::Derogation { by, reference, .. } => [by, reference].into_iter().for_each(text),
        Said::Document { piece, reason, .. } => {
            text(piece);
            *reason = None;
        }
        Said::Note(words) => words.clear(),
    }
}

/// A file's verdict, what was waived of it apart.
pub(crate) struct Split<'d> {
    /// What counts.
    pub(crate) verdict: FileVerdict,
    /// What counts no more, and on whose word.
    pub(crate) waived: Vec<(Finding, &'d Waiver)>,
}

/// What the rules and the waivers say of every file, as far as whoever asks may see it.
pub(crate) fn judged<'s>(seen: &'s Seen, veil: Veil, watch: &Watch<'_>) -> Result<Vec<Split<'s>>, AppError> {
    let verdicts = seen.verdicts(watch)?.into_iter();
    let mut verdicts: Vec<Split<'_>> = verdicts.map(|verdict| Split::of(seen, verdict)).collect();
    verdicts.iter_mut().flat_map(Split::findings).for_each(|finding| veil.draw(finding));
    Ok(verdicts)
}

impl<'d> Split<'d> {
    /// Every finding, waived or not.
    fn findings(&mut self) -> impl Iterator<Item = &mut Finding> {
        self.verdict.findings.iter_mut().chain(self.waived.iter_mut().map(|(finding, _)| finding))
    }

    fn of(seen: &'d Seen, verdict: FileVerdict) -> Self {
        let waivers = seen.waivers_of(verdict.registration);
        if waivers.is_empty() {
            return Self { verdict, waived: Vec::new() };
        }
        let weighed = weigh(&verdict, waivers, &seen.rulebook, seen.as_of);
        let (mut findings, mut waived) = (Vec::new(), Vec::new());
        for (finding, standing) in verdict.findings.into_iter().zip(weighed.standings) {
            match standing {
                Standing::Waived(waiver) => waived.push((finding, waiver)),
                Standing::Open | Standing::ToReview(..) => findings.push(finding),
            }
        }
        Self { verdict: FileVerdict { registration: verdict.registration, state: weighed.state, findings }, waived }
    }
}
