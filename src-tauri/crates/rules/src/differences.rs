//! What another rulebook, instant or state of facts would change.

use crate::engine::FileVerdict;
use guichet_model::{FileState, Finding, Outcome, RegistrationId};
use std::collections::{BTreeSet, HashMap};

/// One rule's word on a file: a flag and a "cannot tell" are different words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The rule.
    pub code: String,
    /// What it says.
    pub outcome: Outcome,
}

/// One file of which two judgements say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub registration: RegistrationId,
    /// Where it stood; nothing when it was not judged.
    pub before: Option<FileState>,
    /// Where it stands; nothing when it is not judged any more.
    pub after: Option<FileState>,
    /// What is said now and was not.
    pub appearing: Vec<Said>,
    /// What was said and is not any more.
    pub disappearing: Vec<Said>,
}

/// The files of which two judgements say different things, in the order of the second; those it has not come last.
#[must_use]
pub fn differences(before: &[FileVerdict], after: &[FileVerdict]) -> Vec<Difference> {
    let mut former: HashMap<RegistrationId, &FileVerdict> =
        before.iter().map(|verdict| (verdict.registration, verdict)).collect();
    let mut found: Vec<Difference> =
        after.iter().filter_map(|verdict| difference(former.remove(&verdict.registration), Some(verdict))).collect();
    let gone = before.iter().filter(|verdict| former.contains_key(&verdict.registration));
    found.extend(gone.filter_map(|verdict| difference(Some(verdict), None)));
    found
}

fn difference(before: Option<&FileVerdict>, after: Option<&FileVerdict>) -> Option<Difference> {
    let registration = after.or(before)?.registration;
    let (old, new) = (said(before), said(after));
    let state = |verdict: Option<&FileVerdict>| verdict.map(|verdict| verdict.state);
    let found = Difference {
        registration,
        before: state(before),
        after: state(after),
        appearing: new.difference(&old).cloned().collect(),
        disappearing: old.difference(&new).cloned().collect(),
    };
    let is_same = found.before == found.after && found.appearing.is_empty() && found.disappearing.is_empty();
    (!is_same).then_some(found)
}

fn said(verdict: Option<&FileVerdict>) -> BTreeSet<Said> {
    let one = |finding: &Finding| Said { code: finding.code.clone(), outcome: finding.outcome };
    verdict.into_iter().flat_map(|verdict| &verdict.findings).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::{Rulebook, evaluate, scene};
    use guichet_model::parse_instant;

    #[test]
    fn only_files_of_which_something_else_is_said_differ() {
        let office = "
            roster: student_number = 1; level = L2; route = Réinscription; regime = 10; registered_at = 2024-09-10T10:00; channel = en ligne; cvec_number = AIX4 ABCDEF 11; previous_result = ADM; exchange = aucun
            roster: student_number = 2; level = L2; route = Réinscription; regime = 10; registered_at =; channel = en ligne; cvec_number = AIX4 ABCDEF 12; previous_result = ADM; exchange = aucun
        ";
        let scene = scene(office).unwrap();
        let at = |text: &str| {
            let (as_of, _) = parse_instant(text).unwrap();
            evaluate(&scene.office, &scene.book, as_of)
        };
        let (during, late) = (at("2024-09-05T09:00"), at("2024-12-01T09:00"));
        assert!(differences(&during, &during).is_empty());
        let found = differences(&during, &late);
        let codes = |said: &[super::Said]| said.iter().map(|said| said.code.clone()).collect::<Vec<_>>();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].registration, scene.office.registrations[1].id);
        assert_eq!(codes(&found[0].appearing), ["CAL007"]);
        let national = evaluate(&scene.office, &Rulebook::shipped("national").unwrap(), scene.as_of);
        assert!(!differences(&during, &national).is_empty());
        assert_eq!(differences(&during, &[]).len(), 2);
    }
}
