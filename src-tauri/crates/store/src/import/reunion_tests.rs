use crate::testing::{NOW, assemble, facts_dump, import, plan, sheet, table_dump, workspace};
use crate::{PlannedFile, Workspace};
use guichet_model::{ProblemCode, SheetKind};
use tempfile::tempdir;

fn numbers() -> PlannedFile {
    sheet("numéros.csv", SheetKind::Roster, "student_number;level", &["101;L1", "102;L1"])
}

fn full() -> PlannedFile {
    let columns = "student_number;ine;birth_name;given_name;birth_date;level";
    let lines = ["101;1409002949V;Dupré;Zoé;2004-05-06;L1", "102;;Exemple;Anne;2003-02-03;L1"];
    sheet("inscrits.csv", SheetKind::Roster, columns, &lines)
}

fn certificates() -> PlannedFile {
    sheet("cvec.csv", SheetKind::Certificates, "ine;cvec_number", &["1409002949V;MAR4 GBZETK 87"])
}

fn history() -> PlannedFile {
    let columns = "birth_name;given_name;birth_date;academic_year;level";
    let lines = ["Exemple;Anne;2003-02-03;2023;L1", "Dupré;Zoé;2004-05-06;2023;L1"];
    sheet("historique.csv", SheetKind::History, columns, &lines)
}

/// How many certificates and past registrations are about each person of a roster, by student number.
fn by_number(workspace: &Workspace) -> (usize, Vec<(String, usize, usize)>) {
    let office = workspace.office().unwrap();
    let of = |person| {
        let certificates = office.certificates.iter().filter(|one| one.person == person).count();
        (certificates, office.history.iter().filter(|one| one.person == person).count())
    };
    let mut all: Vec<(String, usize, usize)> = office
        .registrations
        .iter()
        .map(|one| {
            let person = office.persons.iter().find(|person| person.id == one.person).unwrap();
            let (certificates, history) = of(person.id);
            (person.identity.student_number.clone().unwrap_or_default(), certificates, history)
        })
        .collect();
    all.sort();
    (office.persons.len(), all)
}

fn codes(workspace: &Workspace, files: &[PlannedFile]) -> Vec<ProblemCode> {
    plan(workspace, files).problems().iter().map(|problem| problem.code).collect()
}

#[test]
fn no_order_of_imports_leaves_what_is_known_of_a_student_with_somebody_else() {
    let folder = tempdir().unwrap();
    let files = [numbers(), full(), certificates(), history()];
    let expected = (2, vec![("101".to_owned(), 1, 1), ("102".to_owned(), 0, 1)]);
    let together = workspace(&folder.path().join("ensemble"));
    let mut together = together;
    import(&mut together, &files);
    assert_eq!(by_number(&together), expected);
    let orders = [[0, 2, 3, 1], [0, 3, 2, 1], [2, 0, 3, 1], [3, 0, 2, 1], [2, 3, 0, 1], [1, 2, 3, 0], [2, 3, 1, 0]];
    for (at, order) in orders.into_iter().enumerate() {
        let mut workspace = workspace(&folder.path().join(at.to_string()));
        order.iter().for_each(|at| drop(import(&mut workspace, &files[*at..=*at])));
        assert_eq!(by_number(&workspace), expected, "{order:?}");
        let before = facts_dump(&workspace);
        assert!(!import(&mut workspace, &files[1..]).changes.facts, "{order:?}");
        assert_eq!(facts_dump(&workspace), before);
    }
}

#[test]
fn a_reunion_is_told_and_undone_with_its_import() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[numbers()]);
    let given = import(&mut workspace, &[certificates(), history()]);
    assert_eq!(by_number(&workspace).0, 5, "the certificate’s, the history’s two and the roster’s");
    let (hash, dump) = (workspace.state_hash().unwrap(), facts_dump(&workspace));
    assert_eq!(codes(&workspace, &[full()]), [ProblemCode::PersonReunited]);
    let applied = import(&mut workspace, &[full()]);
    assert_eq!(by_number(&workspace).0, 2);
    assert_eq!(table_dump(&workspace, "person_ine"), "person_ine\n", "the Ine is the identity’s own");
    // The certificates' import is what the reunion rests on.
    assert!(workspace.undo(given.operation, NOW).is_err());
    workspace.undo(applied.operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), facts_dump(&workspace)), (hash, dump));
    workspace.undo(given.operation, NOW).unwrap();
    assert_eq!(by_number(&workspace).0, 2);
}

#[test]
fn a_wrong_name_on_an_earlier_certificate_does_not_hold_up_the_roster() {
    let folder = tempdir().unwrap();
    let certificate = sheet(
        "cvec.csv",
        SheetKind::Certificates,
        "ine;birth_name;given_name;birth_date;cvec_number",
        &["1409002949V;Autre;Paul;1999-01-02;MAR4 GBZETK 87"],
    );
    for (at, columns) in ["student_number;ine", "ine;student_number"].into_iter().enumerate() {
        let numbered = columns.starts_with("student_number");
        let columns = "student_number;ine;birth_name;given_name;birth_date;level";
        let number = if numbered { "101" } else { "" };
        let roster = sheet(
            "inscrits.csv",
            SheetKind::Roster,
            columns,
            &[&format!("{number};1409002949V;Dupré;Zoé;2004-05-06;L1")],
        );
        let mut workspace = workspace(&folder.path().join(at.to_string()));
        import(&mut workspace, std::slice::from_ref(&certificate));
        assert_eq!(codes(&workspace, std::slice::from_ref(&roster)), [ProblemCode::PersonOtherName], "{numbered}");
        import(&mut workspace, std::slice::from_ref(&roster));
        let office = workspace.office().unwrap();
        assert_eq!((office.persons.len(), office.registrations.len(), office.certificates.len()), (1, 1, 1));
        assert_eq!(office.persons[0].identity.birth_name.as_deref(), Some("Dupré"), "the roster says who it is");
        assert_eq!(office.certificates[0].person, office.persons[0].id);
        let together = assemble(&[roster, certificate.clone()]);
        assert_eq!(together.certificates[0].person, together.persons[0].id);
    }
}

#[test]
fn homonyms_and_rosters_persons_are_not_united() {
    let folder = tempdir().unwrap();
    let mut one = workspace(&folder.path().join("homonymes"));
    import(&mut one, &[numbers(), history()]);
    let columns = "student_number;birth_name;given_name;birth_date;level";
    let lines = ["101;Dupré;Zoé;2004-05-06;L1", "102;Dupré;Zoé;2004-05-06;L1"];
    import(&mut one, &[sheet("inscrits.csv", SheetKind::Roster, columns, &lines)]);
    assert_eq!(by_number(&one).0, 4, "which of two homonyms a row is about, nothing says");
    let mut two = workspace(&folder.path().join("deux listes"));
    let own = sheet("sans.csv", SheetKind::Roster, "ine;level", &["1409002949V;L2"]);
    import(&mut two, &[numbers(), own]);
    assert_eq!(codes(&two, &[full()]), [ProblemCode::PersonSameIne], "both have a file: told, never merged");
    import(&mut two, &[full()]);
    assert_eq!(by_number(&two).0, 3);
}
