use super::Nothing;
use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::report::{Judged, Setting, assemble};
use crate::waivers::{told, veiled};
use crate::whole_file::write_whole;
use crate::wire::Exported;
use crate::words;
use guichet_model::{Finding, Language, Message, Waiver};
use guichet_report::{Input, JournalHead, WaivedFinding};
use guichet_rules::{FileVerdict, Standing, evaluate, weigh};
use guichet_store::JournalEntry;
use sha2::{Digest, Sha256};

/// Writes the validation report where the person chooses; nothing when they gave up.
pub(crate) fn export(app: &App, _: Nothing) -> Result<Option<Exported>, AppError> {
    let suggested = {
        let mut state = app.state();
        let language = state.language();
        let day = state.desk()?.as_of.date().to_string();
        words::say(language, &Message::new("app-report-file").with("day", day))
    };
    let Some(path) = app.host.pick_save(&suggested) else { return Ok(None) };
    let mut state = app.state();
    let language = state.language();
    let (bytes, files, findings) = report(state.desk()?, language, true)?;
    write_whole(&path, &bytes)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Some(Exported {
        path: path.display().to_string(),
        sha256,
        files: words::whole(files),
        findings: words::whole(findings),
    }))
}

/// The report of a workspace, with how many files and findings it tells; `sealed` when it is to print the end of the
/// journal, so that it differs from one operation to the next.
pub(crate) fn report(desk: &Desk, language: Language, sealed: bool) -> Result<(Vec<u8>, usize, usize), AppError> {
    let office = &desk.office;
    let found = desk.workspace.summary()?;
    let veil = Veil::of(desk, language);
    let mut verdicts: Vec<Split<'_>> =
        evaluate(office, &desk.rulebook, desk.as_of).into_iter().map(|verdict| Split::of(desk, verdict)).collect();
    for split in &mut verdicts {
        split.verdict.findings.iter_mut().for_each(|finding| veil.draw(finding));
        split.waived.iter_mut().for_each(|(finding, _)| veil.draw(finding));
    }
    let findings = verdicts.iter().map(|split| split.verdict.findings.len()).sum();
    let inputs = found.sheets.iter().map(|sheet| Input {
        file: &sheet.file,
        sha256: &sheet.sha256,
        sheet: &sheet.name,
        kind: sheet.kind,
        rows: u64::try_from(sheet.rows).unwrap_or(u64::MAX),
    });
    let problems = crate::check::unattached_requests(office);
    let last = if sealed { desk.workspace.journal(1)?.pop() } else { None };
    let seal = last.as_ref().map(JournalEntry::short_seal).unwrap_or_default();
    let setting = Setting {
        workspace: Some(&desk.workspace.descriptor().name),
        journal: last.map(|last| JournalHead { operation: last.operation.0, seal: &seal }),
        rulebook: &desk.rulebook,
        as_of: desk.as_of,
        inputs: inputs.collect(),
        problems: &problems,
    };
    let judged = office.registrations.iter().zip(&verdicts).map(|(registration, split)| {
        let waived =
            split.waived.iter().map(|(finding, waiver)| WaivedFinding { finding, by: told(&veiled(veil, waiver)) });
        Judged { registration, verdict: &split.verdict, waived: waived.collect() }
    });
    let bytes = assemble(&setting, office, judged, language)?;
    Ok((bytes, verdicts.len(), findings))
}

/// A file's verdict, what was waived of it apart.
struct Split<'d> {
    /// What counts.
    verdict: FileVerdict,
    /// What counts no more, and on whose word.
    waived: Vec<(Finding, &'d Waiver)>,
}

impl<'d> Split<'d> {
    fn of(desk: &'d Desk, verdict: FileVerdict) -> Self {
        let waivers = desk.waivers_of(verdict.registration);
        if waivers.is_empty() {
            return Self { verdict, waived: Vec::new() };
        }
        let weighed = weigh(&verdict, waivers, &desk.rulebook, desk.as_of);
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
