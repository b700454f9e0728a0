//! Files imported together are one office, whatever their order; imported one after another, the later one is newer.

use super::tests::assert_same;
use crate::testing::{NOW, assemble, facts_dump, import, plan, sheet, table_dump, workspace};
use crate::{PlannedFile, RowOutcome, Workspace};
use guichet_model::{Field, ProblemCode, SheetKind};
use tempfile::tempdir;

const WIDE: &str = "student_number;ine;birth_name;given_name;birth_date;academic_year;level;scholarship;cvec_number";
const OTHER: &str = "ine;birth_name;given_name;birth_date;level;fee_paid;Observations";

fn wide() -> PlannedFile {
    let lines = ["101;;Dupré;Zoé;2004-05-06;2024;L1;oui;", "102;;Exemple;Anne;2003-02-03;2024;L2;non;MAR4 GBZETK 87"];
    sheet("large.csv", SheetKind::Roster, WIDE, &lines)
}

fn other() -> PlannedFile {
    let lines = ["1409002949V;DUPRÉ;ZOÉ;2004-05-06;Licence 1;170,00;vu", "0AAAAA00018;Exemple;Anne;2003-02-03;L2;;"];
    sheet("autre.csv", SheetKind::Roster, OTHER, &lines)
}

fn outcomes(workspace: &Workspace, files: &[PlannedFile]) -> Vec<RowOutcome> {
    plan(workspace, files).rows().map(|(_, row, _)| row.outcome.clone()).collect()
}

fn codes(workspace: &Workspace, files: &[PlannedFile]) -> Vec<ProblemCode> {
    plan(workspace, files).problems().iter().map(|problem| problem.code).collect()
}

#[test]
fn two_rosters_of_the_same_persons_are_one_office_whatever_their_order() {
    let folder = tempdir().unwrap();
    for (at, files) in [[wide(), other()], [other(), wide()]].into_iter().enumerate() {
        let mut workspace = workspace(&folder.path().join(at.to_string()));
        let applied = import(&mut workspace, &files);
        let (new, changed): (usize, usize) =
            applied.counts.iter().fold((0, 0), |sum, counts| (sum.0 + counts.new, sum.1 + counts.changed));
        assert_eq!((new, changed), (2, 0));
        let office = workspace.office().unwrap();
        assert_same(&office, &assemble(&files));
        assert_eq!((office.persons.len(), office.registrations.len()), (2, 2));
        let own = &office.registrations[0];
        assert_eq!(own.fee_paid.map(|fee| fee.0), Some(17_000));
        assert!(own.scholarship.is_some());
        assert_eq!(own.source.speaking_for(Field::FeePaid).sheet.file, "autre.csv");
        assert!(
            office
                .persons
                .iter()
                .all(|person| { person.identity.ine.is_some() && person.identity.student_number.is_some() })
        );
        // Together again in the other order, and each alone, brings nothing.
        let before = facts_dump(&workspace);
        for again in [vec![files[1].clone(), files[0].clone()], vec![files[0].clone()], vec![files[1].clone()]] {
            assert!(!import(&mut workspace, &again).changes.facts, "{at}");
        }
        assert_eq!(facts_dump(&workspace), before);
        let file = workspace.file(own.id).unwrap().expect("the file");
        assert_eq!((&file.registration, &file.person), (own, &office.persons[0]), "one file is read as all are");
    }
}

#[test]
fn files_imported_one_by_one_and_then_together_change_nothing_when_they_agree() {
    let folder = tempdir().unwrap();
    for (at, order) in [[0, 1], [1, 0]].into_iter().enumerate() {
        let files = [wide(), other()];
        let mut workspace = workspace(&folder.path().join(at.to_string()));
        order.iter().for_each(|at| drop(import(&mut workspace, &files[*at..=*at])));
        let before = facts_dump(&workspace);
        if at == 1 {
            // The wide one's empty Ine is newer: together, the other one says it.
            import(&mut workspace, &files);
        } else {
            assert!(!import(&mut workspace, &files).changes.facts);
            assert_eq!(facts_dump(&workspace), before);
        }
        let office = workspace.office().unwrap();
        assert_eq!((office.persons.len(), office.registrations.len()), (2, 2));
        assert!(office.persons.iter().all(|person| person.identity.ine.is_some()), "{at}");
    }
}

#[test]
fn one_of_two_sheets_that_changes_leaves_what_the_other_says() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide(), other()]);
    let (hash, dump) = (workspace.state_hash().unwrap(), facts_dump(&workspace));
    let lines = ["1409002949V;Dupré;Zoé;2004-05-06;L1;243,00;vu", "0AAAAA00018;Exemple;Anne;2003-02-03;L2;;"];
    let changed = sheet("autre-2.csv", SheetKind::Roster, OTHER, &lines);
    let applied = import(&mut workspace, &[wide(), changed]);
    assert_eq!(applied.counts.iter().map(|counts| counts.new).sum::<usize>(), 0);
    let office = workspace.office().unwrap();
    assert_eq!(office.registrations.len(), 2);
    assert_eq!(office.registrations[0].fee_paid.map(|fee| fee.0), Some(24_300));
    assert!(office.registrations[0].scholarship.is_some());
    assert!(office.persons.iter().all(|person| person.identity.ine.is_some()));
    workspace.undo(applied.operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), facts_dump(&workspace)), (hash, dump));
}

#[test]
fn a_third_sheet_joins_what_two_said_though_only_one_of_them_is_read_again() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide(), other()]);
    let third = sheet("tiers.csv", SheetKind::Roster, "student_number;level;site;email", &["101;L1;Aix;z@exemple.fr"]);
    import(&mut workspace, &[wide(), third]);
    let office = workspace.office().unwrap();
    let (own, person) = (&office.registrations[0], &office.persons[0]);
    assert_eq!(own.site.as_deref(), Some("Aix"));
    assert_eq!((own.fee_paid.map(|fee| fee.0), own.scholarship.is_some()), (Some(17_000), true));
    assert_eq!(person.identity.email.as_deref(), Some("z@exemple.fr"));
    assert!(person.identity.ine.is_some(), "the other sheet still says it");
    assert_eq!(person.source.speaking_for(Field::Ine).sheet.file, "autre.csv");
}

#[test]
fn values_that_contradict_each_other_are_told_and_left_open() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let roster = |name: &str, line: &str| sheet(name, SheetKind::Roster, "student_number;level;site", &[line]);
    let files = [roster("a.csv", "101;L1;Aix"), roster("b.csv", "101;L1;Arles")];
    assert_eq!(codes(&workspace, &files), [ProblemCode::ValuesContradict]);
    import(&mut workspace, &files);
    let office = workspace.office().unwrap();
    assert_same(&office, &assemble(&files));
    assert_eq!(office.registrations[0].site, None);
    assert_eq!(office.registrations[0].source.raw(Field::Site).as_deref(), Some("Aix / Arles"));
    assert_eq!(outcomes(&workspace, &files), [RowOutcome::Same, RowOutcome::Same]);
    assert_eq!(codes(&workspace, &files), [ProblemCode::ValuesContradict], "told as long as the files say it");
    import(&mut workspace, &[roster("c.csv", "101;L1;Arles")]);
    assert_eq!(workspace.office().unwrap().registrations[0].site.as_deref(), Some("Arles"), "a newer file says which");
    assert!(import(&mut workspace, &files).changes.facts, "which is open again when both are read together");
}

#[test]
fn every_kind_of_sheet_is_joined() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let files = [
        sheet("h.csv", SheetKind::History, "student_number;academic_year;level;institution", &["1;2023;L1;AMU"]),
        sheet("h2.csv", SheetKind::History, "student_number;academic_year;level;proof", &["1;2023;L1;oui"]),
        sheet("c.csv", SheetKind::Certificates, "student_number;cvec_number;cvec_year", &["1;MAR4 GBZETK 87;2024"]),
        sheet("c2.csv", SheetKind::Certificates, "student_number;cvec_number;cvec_mode", &["1;MAR4GBZETK87;paiement"]),
        sheet("d.csv", SheetKind::Documents, "student_number;document_kind;document_state", &["1;Photo;validée"]),
        sheet("d2.csv", SheetKind::Documents, "student_number;document_kind;document_reason", &["1;photo;nette"]),
        sheet("r.csv", SheetKind::Requests, "student_number;request_kind;request_state", &["1;dérogation;accordée"]),
        sheet("r2.csv", SheetKind::Requests, "student_number;request_kind;decided_by", &["1;dérogation;Commission"]),
    ];
    import(&mut workspace, &files);
    let office = workspace.office().unwrap();
    assert_same(&office, &assemble(&files));
    let counts = [office.persons.len(), office.history.len(), office.certificates.len(), office.documents.len()];
    assert_eq!((counts, office.requests.len()), ([1; 4], 1));
    assert!(office.history[0].institution.is_some() && office.history[0].proof == Some(true));
    assert!(office.certificates[0].year.is_some() && office.certificates[0].mode.is_some());
    assert_eq!(office.documents[0].reason.as_deref(), Some("nette"));
    assert!(office.requests[0].state.is_some() && office.requests[0].decided_by.is_some());
    let before = facts_dump(&workspace);
    assert!(!import(&mut workspace, &files).changes.facts);
    assert_eq!(facts_dump(&workspace), before);
}

#[test]
fn what_cannot_be_understood_replaces_nothing() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide(), other()]);
    let before = facts_dump(&workspace);
    let lines = ["101;1,40901E+09;Dupré;Zoé;?;2024;LX9;peut-être;"];
    let files = [sheet("abîmé.csv", SheetKind::Roster, WIDE, &lines)];
    assert_eq!(outcomes(&workspace, &files), [RowOutcome::Same]);
    assert!(!import(&mut workspace, &files).changes.facts);
    assert_eq!(facts_dump(&workspace), before);
    // What it says besides is taken; the rest stays with the cells that said it.
    let lines = ["101;1,40901E+09;Dupré;Zoé;?;2024;LX9;peut-être;AIX4 ABCDEF 11"];
    import(&mut workspace, &[sheet("abîmé-2.csv", SheetKind::Roster, WIDE, &lines)]);
    let office = workspace.office().unwrap();
    let (own, person) = (&office.registrations[0], &office.persons[0]);
    assert_eq!(office.registrations.len(), 2);
    assert!(own.level.is_some() && own.scholarship.is_some() && own.cvec_number.is_some());
    assert!(person.identity.birth_date.is_some());
    assert_eq!(person.identity.ine.as_ref().map(guichet_model::Ine::as_str), Some("1409002949V"));
    assert_eq!(own.source.speaking_for(Field::Level).sheet.file, "large.csv");
    assert_eq!(own.source.speaking_for(Field::CvecNumber).sheet.file, "abîmé-2.csv");
    assert!(table_dump(&workspace, "kept_row").lines().count() > 1);
}

#[test]
fn a_level_that_cannot_be_understood_is_of_the_only_registration_or_left_out() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let roster = |name: &str, lines: &[&str]| sheet(name, SheetKind::Roster, "student_number;level;site", lines);
    import(&mut workspace, &[roster("a.csv", &["101;L1;Aix", "102;L1;Aix", "102;L2;Aix"])]);
    let planned = plan(&workspace, &[roster("b.csv", &["101;LX9;Arles", "102;LX9;Arles"])]);
    let found: Vec<RowOutcome> = planned.rows().map(|(_, row, _)| row.outcome.clone()).collect();
    assert!(matches!(found[..], [RowOutcome::Changed(_), RowOutcome::Unplaced]), "{found:?}");
    assert_eq!(planned.gone, [], "neither of the two is gone");
    // The correction of a level that was not understood is no second registration.
    import(&mut workspace, &[roster("c.csv", &["103;LX9;Aix"])]);
    import(&mut workspace, &[roster("d.csv", &["103;L3;Aix"])]);
    assert_eq!(workspace.office().unwrap().registrations.len(), 4);
}

#[test]
fn a_registration_whose_row_waits_for_an_answer_is_not_gone() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let columns = "student_number;birth_name;given_name;birth_date;level";
    let roster = |name: &str, lines: &[&str]| sheet(name, SheetKind::Roster, columns, lines);
    import(&mut workspace, &[roster("a.csv", &["101;Dupré;Zoé;2004-05-06;L1", "102;Exemple;Anne;2003-02-03;L1"])]);
    let planned = plan(&workspace, &[roster("b.csv", &["101;Autre;Paul;1999-01-02;L1"])]);
    assert_eq!(planned.counts()[0].ambiguous, 1);
    assert_eq!(planned.gone.len(), 1, "only the one that no row could be about");
}

#[test]
fn wholly_different_persons_under_one_number_are_kept_apart() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let lines = ["101;Dupré;Zoé;2004-05-06;L1", "101;Autre;Paul;1999-01-02;L1"];
    let files = [sheet("a.csv", SheetKind::Roster, "student_number;birth_name;given_name;birth_date;level", &lines)];
    assert_eq!(codes(&workspace, &files), [ProblemCode::NumberReused]);
    import(&mut workspace, &files);
    let office = workspace.office().unwrap();
    assert_same(&office, &assemble(&files));
    assert_eq!((office.persons.len(), office.registrations.len()), (2, 2));
    assert_eq!(codes(&workspace, &files), [ProblemCode::NumberReused], "told as long as the file says it");
    assert!(!import(&mut workspace, &files).changes.facts);
    // A later row of one of them is theirs.
    let later = [sheet("b.csv", SheetKind::Roster, "student_number;birth_name;level;site", &["101;Autre;L1;Aix"])];
    import(&mut workspace, &later);
    let office = workspace.office().unwrap();
    let sites: Vec<Option<&str>> = office.registrations.iter().map(|one| one.site.as_deref()).collect();
    assert_eq!(sites, [None, Some("Aix")]);
}
