use crate::joining::tests::sheet;
use crate::{Field, Office, Problem, ProblemCode, SheetKind, TypedRow};
use std::collections::BTreeSet;

const ONE: &[Field] = &[
    Field::StudentNumber,
    Field::BirthName,
    Field::GivenName,
    Field::BirthDate,
    Field::Ine,
    Field::Level,
    Field::Site,
];
const TWO: &[Field] = &[Field::StudentNumber, Field::Ine, Field::Level, Field::Site, Field::FeePaid, Field::Email];

fn assembled(sheets: &[Vec<TypedRow>]) -> (Office, Vec<Problem>) {
    Office::assemble(&sheets.concat(), BTreeSet::from([SheetKind::Roster]))
}

fn codes(problems: &[Problem]) -> Vec<ProblemCode> {
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn what_one_sheet_lacks_is_taken_from_the_other_with_its_cell() {
    let one = sheet("a", SheetKind::Roster, ONE, &["1;Dupré;Zoé;2004-05-06;;L1;Aix"]);
    let two = sheet("b", SheetKind::Roster, TWO, &["1;1409002949V;Licence 1;;170,00;z@exemple.fr"]);
    for sheets in [[one.clone(), two.clone()], [two, one]] {
        let (office, problems) = assembled(&sheets);
        assert_eq!((office.registrations.len(), office.persons.len(), codes(&problems)), (1, 1, vec![]));
        let (own, person) = (&office.registrations[0], &office.persons[0]);
        assert_eq!((own.site.as_deref(), own.fee_paid.map(|fee| fee.0)), (Some("Aix"), Some(17_000)));
        assert_eq!(person.identity.ine.as_ref().map(crate::Ine::as_str), Some("1409002949V"));
        assert_eq!(person.identity.birth_name.as_deref(), Some("Dupré"));
        let file = |field| own.source.speaking_for(field).sheet.file.as_str();
        assert_eq!((file(Field::Site), file(Field::FeePaid)), ("a", "b"), "an empty cell does not speak");
        assert_eq!(person.source.speaking_for(Field::Ine).sheet.file, "b");
        assert_eq!(own.source.raw(Field::Ine).as_deref(), Some("1409002949V"));
    }
}

#[test]
fn values_that_contradict_each_other_are_told_and_neither_is_taken() {
    let one = sheet("a", SheetKind::Roster, ONE, &["1;Dupré;Zoé;2004-05-06;;L1;Aix"]);
    let two = sheet("b", SheetKind::Roster, TWO, &["1;;L1;Arles;170,00;"]);
    for sheets in [[one.clone(), two.clone()], [two, one]] {
        let (office, problems) = assembled(&sheets);
        let own = &office.registrations[0];
        assert_eq!((own.site.as_deref(), own.source.raw(Field::Site).as_deref()), (None, Some("Aix / Arles")));
        assert_eq!(own.source.speakers(Field::Site).len(), 2);
        assert_eq!(codes(&problems), [ProblemCode::ValuesContradict]);
        let said = crate::Catalogue::shared().render(crate::Language::Fr, &problems[0].message);
        for part in ["« Aix »", "« Arles »", "G2", "D2"] {
            assert!(said.contains(part), "{said}");
        }
        assert!(ProblemCode::ValuesContradict.is_unclean());
    }
}

#[test]
fn an_identity_that_rows_contradict_is_chosen_by_what_they_say() {
    let lines = ["1;Dupré;Zoé;2004-05-06;1409002949V;L1;", "1;Dupré;Zoé;2004-05-07;;L2;"];
    for lines in [lines, [lines[1], lines[0]]] {
        let (office, problems) = assembled(&[sheet("a", SheetKind::Roster, ONE, &lines)]);
        assert_eq!(office.persons[0].identity.birth_date.map(|date| date.day()), Some(6));
        assert_eq!(codes(&problems), [ProblemCode::PersonContradicted]);
    }
    for other in ["1;Dupré;Anne;2004-05-06;1409002949V;L2;", "1;Dupré;Zoé;2004-05-06;0AAAAA00018;L2;"] {
        let (_, problems) = assembled(&[sheet("a", SheetKind::Roster, ONE, &[lines[0], other])]);
        assert_eq!(codes(&problems), [ProblemCode::PersonContradicted], "{other}");
    }
    let same = "1;DUPRE;zoé;2004-05-06;1409 002949v;L2;";
    assert!(assembled(&[sheet("a", SheetKind::Roster, ONE, &[lines[0], same])]).1.is_empty());
}

#[test]
fn wholly_different_persons_under_one_number_are_two_and_each_is_told() {
    let lines = ["1;Dupré;Zoé;2004-05-06;;L1;", "1;Autre;Paul;1999-01-02;;L2;"];
    for lines in [lines, [lines[1], lines[0]]] {
        let (office, problems) = assembled(&[sheet("a", SheetKind::Roster, ONE, &lines)]);
        assert_eq!((office.persons.len(), office.registrations.len()), (2, 2));
        for (at, line) in lines.iter().enumerate() {
            let name = office.person(office.registrations[at].person).and_then(|one| one.identity.birth_name.clone());
            assert!(name.is_some_and(|name| line.contains(&name)));
        }
        assert_eq!(codes(&problems), [ProblemCode::NumberReused]);
        let said = crate::Catalogue::shared().render(crate::Language::Fr, &problems[0].message);
        assert!(said.contains("2 lignes"), "{said}");
    }
    let silent = assembled(&[sheet("a", SheetKind::Roster, ONE, &[lines[0], lines[1], "1;;;;;L3;"])]);
    assert_eq!(
        (silent.0.persons.len(), codes(&silent.1)),
        (2, vec![ProblemCode::NumberReused, ProblemCode::RowAmbiguous])
    );
}
