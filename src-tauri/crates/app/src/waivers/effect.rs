use crate::desk::Desk;
use crate::failure::AppError;
use guichet_model::{FileState, Instant, RegistrationId, Waiver};
use guichet_rules::{FileVerdict, basis, seen, weigh};
use guichet_store::{OperationId, StoreError, WaiverTarget, WaiverTerms};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What waiving the findings of a rule on some files would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Effect {
    /// The findings that count and would not any more.
    targets: Vec<WaiverTarget>,
    /// How many files would go from one state to another.
    pub(crate) moves: Vec<Move>,
    /// How many of the files have no such finding that counts.
    pub(crate) untouched: usize,
    /// Names the effect: what is shown is what is done.
    pub(crate) fingerprint: String,
}

/// Files that would go from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub(crate) from: FileState,
    pub(crate) to: FileState,
    pub(crate) files: usize,
}

/// How many files go from each state to another.
pub(crate) fn moves_of(passed: impl IntoIterator<Item = (FileState, FileState)>) -> Vec<Move> {
    let mut moves: BTreeMap<(FileState, FileState), usize> = BTreeMap::new();
    for states in passed.into_iter().filter(|(from, to)| from != to) {
        *moves.entry(states).or_default() += 1;
    }
    moves.into_iter().map(|((from, to), files)| Move { from, to, files }).collect()
}

impl Effect {
    /// On these files, of this rule, for waivers that hold until a day or as long as nothing changes.
    ///
    /// # Errors
    /// [`AppError::EndPast`]; [`StoreError::DecisionRefused`] when the terms are not whole.
    pub(crate) fn of(
        desk: &Desk,
        files: &[RegistrationId],
        code: &str,
        terms: &WaiverTerms,
        now: Instant,
    ) -> Result<Self, AppError> {
        terms.check()?;
        let day = desk.day(now);
        if let Some(until) = terms.until.filter(|until| *until < day) {
            return Err(AppError::EndPast { until, day });
        }
        let (mut targets, mut passed, mut untouched) = (Vec::new(), Vec::new(), 0);
        for verdict in files.iter().filter_map(|file| desk.seen.verdict(*file)) {
            match target(desk, &verdict, code) {
                None => untouched += 1,
                Some(target) => {
                    passed.push(state_change(desk, &verdict, &target, terms, now));
                    targets.push(target);
                }
            }
        }
        let mut hash = Sha256::new();
        for target in &targets {
            hash.update(target.registration.0.to_le_bytes());
            hash.update(&target.code);
            hash.update(&target.basis);
        }
        let fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { targets, moves: moves_of(passed), untouched, fingerprint })
    }

    /// How many findings would count no more: each is of a file of its own.
    pub(crate) fn findings(&self) -> usize {
        self.targets.len()
    }

    /// Refuses to waive nothing.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`].
    pub(crate) fn does_something(&self) -> Result<(), AppError> {
        if self.targets.is_empty() {
            return Err(StoreError::DecisionRefused { sentence: "error-store-nothing-to-decide" }.into());
        }
        Ok(())
    }

    /// Does it; the files are then to be judged again. With the fingerprint of what was shown, exactly that or nothing.
    ///
    /// # Errors
    /// [`StoreError::PlanOutdated`] when the effect is not the one shown any more; otherwise as the workspace refuses.
    pub(crate) fn apply(
        &self,
        desk: &mut Desk,
        terms: &WaiverTerms,
        shown: Option<&str>,
        now: Instant,
    ) -> Result<OperationId, AppError> {
        if shown.is_some_and(|shown| shown != self.fingerprint) {
            return Err(AppError::Store(StoreError::PlanOutdated));
        }
        Ok(desk.workspace.waive(&self.targets, terms, now)?)
    }
}

/// The finding of a rule that counts on a file.
fn target(desk: &Desk, verdict: &FileVerdict, code: &str) -> Option<WaiverTarget> {
    let at = verdict.findings.iter().position(|finding| finding.code == code)?;
    let weighed = weigh(verdict, desk.seen.waivers_of(verdict.registration), &desk.seen.rulebook, desk.seen.as_of);
    weighed.standings[at].counts().then(|| WaiverTarget {
        registration: verdict.registration,
        code: code.to_owned(),
        basis: basis(&verdict.findings[at], &desk.seen.rulebook),
        seen: seen(&verdict.findings[at]),
    })
}

/// The state of a file, and the one it would have.
fn state_change(
    desk: &Desk,
    verdict: &FileVerdict,
    target: &WaiverTarget,
    terms: &WaiverTerms,
    now: Instant,
) -> (FileState, FileState) {
    let own = desk.seen.waivers_of(verdict.registration);
    let before = weigh(verdict, own, &desk.seen.rulebook, desk.seen.as_of).state;
    let mut with: Vec<Waiver> = own.iter().filter(|waiver| waiver.code != target.code).cloned().collect();
    with.push(Waiver {
        registration: target.registration,
        code: target.code.clone(),
        basis: target.basis.clone(),
        seen: Vec::new(),
        reason: terms.reason,
        text: None,
        until: terms.until,
        who: String::new(),
        at: now,
    });
    (before, weigh(verdict, &with, &desk.seen.rulebook, desk.seen.as_of).state)
}
