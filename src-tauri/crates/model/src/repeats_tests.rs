use crate::joining::tests::sheet;
use crate::{Field, Office, Problem, ProblemCode, SheetKind};
use std::collections::BTreeSet;

const ROSTER: &[Field] = &[
    Field::BirthName,
    Field::GivenName,
    Field::BirthDate,
    Field::Level,
    Field::ProgrammeCode,
    Field::Site,
    Field::Email,
];

const DUPRE: &str = "Dupré;Zoé;2004-05-06;L1;E1;Aix;z.e@exemple.fr";

fn assembled(kind: SheetKind, fields: &[Field], lines: &[&str]) -> (Office, Vec<Problem>) {
    let roster = sheet("r", SheetKind::Roster, ROSTER, &[DUPRE]);
    let rows = sheet("a", kind, fields, lines);
    let sheets = if kind == SheetKind::Roster { vec![rows] } else { vec![roster, rows] };
    Office::assemble(&sheets.concat(), BTreeSet::from([SheetKind::Roster, kind]))
}

/// The registrations of a roster, and the codes of its problems with the row that each names.
fn told(lines: &[&str]) -> (usize, Vec<(ProblemCode, String)>) {
    let (office, problems) = assembled(SheetKind::Roster, ROSTER, lines);
    let problems = problems.into_iter().map(|problem| (problem.code, problem.cell.unwrap_or_default()));
    (office.registrations.len(), problems.collect())
}

#[test]
fn what_a_row_repeats_but_for_typography_counts_once_whatever_the_order() {
    for other in
        ["DUPRE;zoe;2004-05-06;Licence 1;e1;AIX;Z.E@exemple.fr", "Dupré;Zoé;2004-05-06;L1;E 1;Aix;z.e@exemple.fr"]
    {
        let kept = |lines: &[&str]| {
            let (office, problems) = assembled(SheetKind::Roster, ROSTER, lines);
            let codes: Vec<ProblemCode> = problems.iter().map(|problem| problem.code).collect();
            assert_eq!((office.registrations.len(), codes), (1, vec![ProblemCode::RowRepeated]), "{other}");
            let raw = |field| office.registrations[0].source.raw(field).map(String::from);
            [raw(Field::BirthName), raw(Field::ProgrammeCode)]
        };
        assert_eq!(kept(&[DUPRE, other]), kept(&[other, DUPRE]));
    }
}

#[test]
fn a_registration_given_twice_with_other_values_is_two_and_told_with_what_differs() {
    let twice = |line: &str| (line.to_owned(), 2, vec![(ProblemCode::RegistrationTwice, "3".to_owned())]);
    let apart = |line: &str| (line.to_owned(), 2, Vec::new());
    for (line, files, problems) in [
        twice("Dupré;Zoé;2004-05-06;L1;E1;Arles;z.e@exemple.fr"),
        twice("Dupré;Zoé;2004-05-06;;E1;Aix;z.e@exemple.fr"),
        twice("Dupré;Zoé;2004-05-06;L1;E1;Aix;ze@exemple.fr"),
        apart("Dupré;Zoé;2004-05-06;L1;E2;Aix;z.e@exemple.fr"),
        apart("Dupré;Zoé;2004-05-06;L2;E1;Aix;z.e@exemple.fr"),
    ] {
        assert_eq!(told(&[DUPRE, &line]), (files, problems), "{line}");
    }
    let (_, problems) =
        assembled(SheetKind::Roster, ROSTER, &[DUPRE, "Dupré;Zoé;2004-05-06;L1;E1;Arles;z.e@exemple.fr"]);
    let text = crate::Catalogue::shared().render(crate::Language::Fr, &problems[0].message);
    assert!(text.contains("« Arles » (F3) ou « Aix » (F2)"), "{text}");
}

#[test]
fn a_cancelled_registration_made_again_is_no_repetition() {
    const STATES: &[Field] = &[Field::StudentNumber, Field::Level, Field::RegistrationState, Field::MainRegistration];
    for (lines, codes) in [
        (["1;L1;annulée;", "1;L1;en cours;"], vec![]),
        (["1;L1;en cours;oui", "1;L1;en cours;non"], vec![]),
        (["1;L1;en cours;oui", "1;L1;validée;oui"], vec![ProblemCode::RegistrationTwice]),
    ] {
        let mut rows = sheet("a", SheetKind::Roster, STATES, &lines);
        for row in &mut rows {
            for field in [Field::RegistrationState, Field::MainRegistration] {
                let raw = row.source.raw(field).unwrap_or_default().into_owned();
                let value = match field {
                    Field::MainRegistration => (!raw.is_empty()).then_some(crate::FieldValue::Flag(raw == "oui")),
                    _ => crate::Coded::parse(&raw)
                        .map(|state: crate::RegistrationState| crate::FieldValue::Code(crate::Coded::as_str(state))),
                };
                row.values.remove(&field);
                row.values.extend(value.map(|value| (field, value)));
            }
        }
        let (_, problems) = Office::assemble(&rows, BTreeSet::from([SheetKind::Roster]));
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes, "{lines:?}");
    }
}

#[test]
fn every_kind_but_requests_counts_a_repeated_row_once() {
    const HISTORY: &[Field] =
        &[Field::BirthName, Field::GivenName, Field::BirthDate, Field::AcademicYear, Field::Institution];
    let lines = ["Dupré;Zoé;2004-05-06;2023;Exempleville", "DUPRÉ;Zoé;2004-05-06;2023;exempleville"];
    let (office, problems) = assembled(SheetKind::History, HISTORY, &lines);
    assert_eq!((office.history.len(), problems.len()), (1, 1));
    let (office, problems) = assembled(SheetKind::Requests, HISTORY, &lines);
    assert_eq!((office.requests.len(), problems.len()), (2, 0));
}
