//! Which files must be judged again when facts change.

use guichet_model::{CvecNumber, Office, PersonId, RegistrationId};
use std::collections::BTreeSet;

/// The files that a change of facts can have another verdict for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every file.
    Everything,
    /// These, still in the office.
    Files(BTreeSet<RegistrationId>),
}

/// The files reached by what differs between two states of an office: those of every person one of whose facts differs,
/// and of everybody a rule compares with such a person, before or after. Another kind of sheet reaches every file, since
/// rules tell "no such sheet" from "no such row".
#[must_use]
pub fn reached(before: &Office, after: &Office) -> Reach {
    if before.kinds != after.kinds {
        return Reach::Everything;
    }
    let mut persons = BTreeSet::new();
    for id in everybody(before, after) {
        if !knows_the_same(before, after, id) {
            persons.extend(before.linked(id));
            persons.extend(after.linked(id));
        }
    }
    for number in controlled_otherwise(before, after) {
        persons.extend(before.holders_of_number(number));
        persons.extend(after.holders_of_number(number));
    }
    let files = persons.iter().flat_map(|id| after.registrations_of(*id)).map(|registration| registration.id);
    Reach::Files(files.collect())
}

fn everybody(before: &Office, after: &Office) -> BTreeSet<PersonId> {
    before.persons.iter().chain(&after.persons).map(|person| person.id).collect()
}

/// Whether every fact of a person is the same, the row it was read from included: evidence names it.
fn knows_the_same(before: &Office, after: &Office, id: PersonId) -> bool {
    before.person(id) == after.person(id)
        && before.registrations_of(id).eq(after.registrations_of(id))
        && before.certificates_of(id).eq(after.certificates_of(id))
        && before.history_of(id).eq(after.history_of(id))
        && before.requests_of(id).eq(after.requests_of(id))
        && before.documents_of(id).eq(after.documents_of(id))
}

/// The numbers whose control results differ.
fn controlled_otherwise<'a>(before: &'a Office, after: &'a Office) -> Vec<&'a CvecNumber> {
    let results = before.controls.iter().chain(&after.controls);
    let numbers: BTreeSet<&CvecNumber> = results.filter_map(|result| result.number.as_ref()).collect();
    numbers.into_iter().filter(|number| !before.controls_of(number).eq(after.controls_of(number))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Reach, reached};
    use crate::{FileVerdict, evaluate, evaluate_file, scene};
    use guichet_model::RegistrationId;
    use std::collections::BTreeSet;

    /// Eight persons: 2 shares the Ine of 1, 3 the certificate of 1, 4 the name and birth date of 1, 5 a unit with 6.
    const OFFICE: &str = "
        roster: student_number = 1; ine = 1409002949V; birth_name = Dupré; given_name = Zoé; birth_date = 2004-05-06; level = L1; regime = 10; cvec_number = MAR4 GBZETK 87
        roster: student_number = 1; ine = 1409002949V; birth_name = Dupré; given_name = Zoé; birth_date = 2004-05-06; level = L2; regime = 10; cvec_number = MAR4 GBZETK 87
        roster: student_number = 2; ine = 1409002949V; birth_name = Exemple; given_name = Anne; birth_date = 2003-02-03; level = L1; regime = 10; cvec_number = AIX4 ABCDEF 11
        roster: student_number = 3; birth_name = Martin; given_name = Luc; birth_date = 2002-02-03; level = L1; regime = 10; cvec_number = MAR4 GBZETK 87
        roster: student_number = 4; birth_name = DUPRE; given_name = Zoe; birth_date = 2004-05-06; level = L1; regime = 10; cvec_number = AIX4 ABCDEF 12
        roster: student_number = 5; birth_name = Un; given_name = Un; birth_date = 2001-01-01; level = L1; regime = auditeur libre; cvec_number = AIX4 ABCDEF 13
        roster: student_number = 6; birth_name = Deux; given_name = Deux; birth_date = 2001-01-02; level = L1; regime = auditeur libre; cvec_number = AIX4 ABCDEF 14
        roster: student_number = 7; birth_name = Trois; given_name = Trois; birth_date = 2001-01-03; level = L3; regime = 10; cvec_number = AIX4 ABCDEF 15
        roster: student_number = 8; birth_name = Quatre; given_name = Quatre; birth_date = 2001-01-04; level = L3; regime = 10; cvec_number = AIX4 ABCDEF 16
        requests: student_number = 5; request_kind = auditeur libre; request_state = accordée; units = UE1; units_capacity = 1
        requests: student_number = 6; request_kind = auditeur libre; request_state = accordée; units = UE1; units_capacity = 1
        certificates: student_number = 7; cvec_number = AIX4 ABCDEF 15; cvec_year = 2024
        documents: student_number = 8; document_kind = Photo; document_state = validée
        history: student_number = 7; academic_year = 2022; level = L3
        cvec-states: cvec_number = AIX4 ABCDEF 15; control_state = 70
    ";

    /// Replaces one text of the office, and says whose files are reached; the verdicts kept and renewed are checked to be
    /// those of a whole evaluation.
    fn touched(from: &str, to: &str) -> BTreeSet<String> {
        let (before, after) = (scene(OFFICE).unwrap(), scene(&OFFICE.replacen(from, to, 1)).unwrap());
        assert_ne!(from, to);
        let Reach::Files(files) = reached(&before.office, &after.office) else { panic!("everything is reached") };
        let mut verdicts = evaluate(&before.office, &before.book, before.as_of);
        let renew = |verdict: &mut FileVerdict| {
            if let Some(file) = after.office.registration(verdict.registration).filter(|file| files.contains(&file.id))
            {
                *verdict = evaluate_file(&after.office, &after.book, after.as_of, file);
            }
        };
        verdicts.iter_mut().for_each(renew);
        assert_eq!(verdicts, evaluate(&after.office, &after.book, after.as_of), "{from} -> {to}");
        let owner = |id: &RegistrationId| {
            let file = after.office.registration(*id).unwrap();
            let number = after.office.person(file.person).unwrap().identity.student_number.clone();
            format!("{}/{}", number.unwrap(), file.level.unwrap())
        };
        files.iter().map(owner).collect()
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn one_change_reaches_the_person_and_whom_a_rule_compares_it_with() {
        assert_eq!(touched("level = L2", "level = L3"), set(&["1/L1", "1/L3", "2/L1", "3/L1", "4/L1"]));
        assert_eq!(touched("birth_name = Exemple", "birth_name = Autre"), set(&["1/L1", "1/L2", "2/L1"]));
        assert_eq!(touched("UE1; units_capacity = 1", "UE2; units_capacity = 1"), set(&["5/L1", "6/L1"]));
        assert_eq!(touched("cvec_year = 2024", "cvec_year = 2023"), set(&["7/L3"]));
        assert_eq!(touched("academic_year = 2022", "academic_year = 2021"), set(&["7/L3"]));
        assert_eq!(touched("control_state = 70", "control_state = 81"), set(&["7/L3"]));
        assert_eq!(touched("document_state = validée", "document_state = rejetée"), set(&["8/L3"]));
    }

    #[test]
    fn whoever_was_or_becomes_linked_is_reached() {
        assert_eq!(
            touched("cvec_number = AIX4 ABCDEF 16", "cvec_number = AIX4 ABCDEF 11"),
            set(&["2/L1", "8/L3"]),
            "8 now shares the certificate of 2"
        );
        assert_eq!(
            touched(
                "birth_name = Martin; given_name = Luc; birth_date = 2002-02-03; level = L1; regime = 10; cvec_number = MAR4 GBZETK 87",
                "birth_name = Martin; given_name = Luc; birth_date = 2002-02-03; level = L1; regime = 10; cvec_number = AIX4 ABCDEF 99"
            ),
            set(&["1/L1", "1/L2", "3/L1"]),
            "3 shared the certificate of 1"
        );
    }

    #[test]
    fn nothing_changed_reaches_nothing_and_another_kind_of_sheet_everything() {
        let scene_of = |text: &str| scene(text).unwrap().office;
        assert_eq!(reached(&scene_of(OFFICE), &scene_of(OFFICE)), Reach::Files(BTreeSet::new()));
        let without = OFFICE.replace("history: student_number = 7; academic_year = 2022; level = L3", "");
        assert_eq!(reached(&scene_of(&without), &scene_of(OFFICE)), Reach::Everything);
    }
}
