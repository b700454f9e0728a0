//! A newer extract changes what it has columns for, and nothing else: what an older one said stays, with its place.

use crate::testing::{NOW, age, apply, facts_dump, holder, import, plan, sheet, table_dump, workspace};
use crate::{FieldChange, OperationId, Plan, PlannedFile, RowOutcome, Workspace};
use guichet_model::{Field, ProblemCode, SheetKind, SourceRow};
use std::borrow::Cow;
use tempfile::tempdir;

const WIDE: &str = "student_number;ine;birth_name;given_name;birth_date;email;academic_year;level;programme_code;\
    scholarship;cvec_number;fee_paid;Observations";
const NARROW: &str = "student_number;birth_name;given_name;academic_year;level;fee_paid";

fn wide() -> PlannedFile {
    sheet(
        "large.csv",
        SheetKind::Roster,
        WIDE,
        &[
            "101;1409002949V;Dupré;Zoé;2004-05-06;zoe@exemple.fr;2024;L1;PSY1;oui;MAR4 GBZETK 87;170,00;vu",
            "102;;Exemple;Anne;2003-02-03;;2024;L2;HIS2;non;;;",
        ],
    )
}

fn narrow(lines: &[&str]) -> PlannedFile {
    sheet("étroit.csv", SheetKind::Roster, NARROW, lines)
}

fn outcomes(plan: &Plan) -> Vec<RowOutcome> {
    plan.rows().map(|(_, row, _)| row.outcome.clone()).collect()
}

fn shown(changes: &[FieldChange]) -> Vec<(Option<Field>, Option<&str>, Option<&str>)> {
    changes.iter().map(|change| (change.field, change.old.as_deref(), change.new.as_deref())).collect()
}

fn place(source: &SourceRow, field: Field) -> (&str, Option<&str>) {
    let row = source.speaking_for(field);
    let Some(Cow::Borrowed(raw)) = row.raw(field) else { panic!("no cell for {field}") };
    (row.sheet.file.as_str(), Some(raw))
}

#[test]
fn a_narrower_extract_that_says_the_same_changes_nothing() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    let before = facts_dump(&workspace);
    let files = [narrow(&["102;Exemple;Anne;2024;L2;", "101;Dupré;Zoé;2024-2025;Licence 1;170"])];
    let again = import(&mut workspace, &files);
    assert_eq!((again.counts[0].same, again.counts[0].gone, again.changes.facts), (2, 0, false));
    assert_eq!(facts_dump(&workspace), before);
}

#[test]
fn what_a_narrower_extract_has_no_column_for_stays_with_the_cell_that_said_it() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    let files = [narrow(&["101;Dupré-Martin;Zoé;2024;L1;243,00"])];
    let planned = plan(&workspace, &files);
    let decision = &planned.files[0].sheets[0].decisions[0];
    assert_eq!(
        shown(&decision.changes),
        [
            (Some(Field::BirthName), Some("Dupré"), Some("Dupré-Martin")),
            (Some(Field::FeePaid), Some("17000"), Some("24300")),
        ]
    );
    assert_eq!(planned.gone.len(), 1, "the other person's");
    apply(&mut workspace, &planned, "étroit").unwrap();
    let office = workspace.office().unwrap();
    let (person, own) = (&office.persons[0], &office.registrations[0]);
    assert_eq!(office.registrations.len(), 2);
    assert_eq!(person.identity.birth_name.as_deref(), Some("Dupré-Martin"));
    assert_eq!(person.identity.email.as_deref(), Some("zoe@exemple.fr"));
    assert!(person.identity.birth_date.is_some() && person.identity.ine.is_some());
    assert_eq!((own.programme_code.as_deref(), own.fee_paid.map(|fee| fee.0)), (Some("PSY1"), Some(24_300)));
    assert!(own.scholarship.is_some() && own.cvec_number.is_some());
    assert_eq!(place(&own.source, Field::FeePaid), ("étroit.csv", Some("243,00")));
    assert_eq!(place(&own.source, Field::CvecNumber), ("large.csv", Some("MAR4 GBZETK 87")));
    assert_eq!(place(&person.source, Field::BirthName), ("étroit.csv", Some("Dupré-Martin")));
    assert_eq!(place(&person.source, Field::BirthDate), ("large.csv", Some("2004-05-06")));
    assert!(own.source.has(Field::Scholarship) && !own.source.has(Field::Site));
    let shown = workspace.file(own.id).unwrap().expect("the file");
    assert_eq!((&shown.registration, &shown.person), (own, person), "one file is read as all are");
    // The same file again, in whatever order, changes nothing; the wide one gives back what it says.
    let before = facts_dump(&workspace);
    assert!(!import(&mut workspace, &files).changes.facts);
    assert_eq!(facts_dump(&workspace), before);
    let back = import(&mut workspace, &[wide()]);
    assert_eq!((back.counts[0].changed, back.counts[0].same), (1, 1));
    let office = workspace.office().unwrap();
    assert_eq!(office.registrations[0].fee_paid.map(|fee| fee.0), Some(17_000));
    assert!(office.registrations[0].source.others.is_empty() && office.persons[0].source.others.is_empty());
    assert_eq!(table_dump(&workspace, "kept_row").lines().count(), 1);
}

#[test]
fn an_empty_cell_empties_even_what_an_older_extract_said() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    import(&mut workspace, &[narrow(&["101;Dupré;Zoé;2024;L1;243,00"])]);
    // The words are those of the narrow row; the columns are not.
    let columns = format!("{NARROW};scholarship;email");
    let files = [sheet("vide.csv", SheetKind::Roster, &columns, &["101;Dupré;Zoé;2024;L1;243,00;;"])];
    let planned = plan(&workspace, &files);
    let changes = &planned.files[0].sheets[0].decisions[0].changes;
    assert_eq!(
        shown(changes),
        [(Some(Field::Email), Some("zoe@exemple.fr"), None), (Some(Field::Scholarship), Some("social"), None)]
    );
    apply(&mut workspace, &planned, "vide").unwrap();
    let office = workspace.office().unwrap();
    let own = &office.registrations[0];
    assert_eq!((own.scholarship, office.persons[0].identity.email.as_deref()), (None, None));
    assert_eq!(place(&own.source, Field::Scholarship), ("vide.csv", Some("")));
    assert!(own.cvec_number.is_some() && office.persons[0].identity.birth_date.is_some());
    assert!(!import(&mut workspace, &files).changes.facts);
}

#[test]
fn three_extracts_speak_for_one_file() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    let middle = "student_number;academic_year;level;programme_code;scholarship;site";
    import(&mut workspace, &[sheet("moyen.csv", SheetKind::Roster, middle, &["101;2024;L1;PSY1;non;Aix"])]);
    import(&mut workspace, &[narrow(&["101;Dupré;Zoé;2024;L1;243,00"])]);
    let office = workspace.office().unwrap();
    let own = &office.registrations[0];
    let files =
        [Field::FeePaid, Field::Site, Field::Scholarship, Field::CvecNumber].map(|field| place(&own.source, field).0);
    assert_eq!(files, ["étroit.csv", "moyen.csv", "moyen.csv", "large.csv"]);
    assert_eq!(own.site.as_deref(), Some("Aix"));
    // What one file says in full is all there is, and one row is enough for it.
    let full = format!("{WIDE};site");
    let line = "101;1409002949V;Dupré;Zoé;2004-05-06;zoe@exemple.fr;2024;L1;PSY1;non;MAR4 GBZETK 87;243,00;vu;Aix";
    let full = [sheet("tout.csv", SheetKind::Roster, &full, &[line])];
    assert_eq!(outcomes(&plan(&workspace, &full)), [RowOutcome::Same], "all three say it together");
}

#[test]
fn undoing_a_narrower_import_gives_back_the_exact_state() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    let (before, dump) = (workspace.state_hash().unwrap(), facts_dump(&workspace));
    let first = import(&mut workspace, &[narrow(&["101;Dupré-Martin;Zoé;2024;L1;243,00"])]);
    let (middle, middle_dump) = (workspace.state_hash().unwrap(), facts_dump(&workspace));
    let line = "student_number;academic_year;level;site";
    let second = import(&mut workspace, &[sheet("s.csv", SheetKind::Roster, line, &["101;2024;L1;Aix"])]);
    assert_eq!(second.counts[0].changed, 1);
    assert!(workspace.undo(first.operation, NOW).is_err(), "the second rests on it");
    workspace.undo(second.operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), facts_dump(&workspace)), (middle, middle_dump));
    workspace.undo(first.operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), facts_dump(&workspace)), (before, dump));
}

/// Two registrations of one person that only the programme code tells apart.
fn double() -> PlannedFile {
    let lines = ["101;;;2024;L1;PSY1;170,00", "101;;;2024;L1;HIS1;56,00"];
    sheet(
        "double.csv",
        SheetKind::Roster,
        "student_number;birth_name;given_name;academic_year;level;programme_code;fee_paid",
        &lines,
    )
}

#[test]
fn a_row_that_could_be_of_two_registrations_is_left_out_and_told() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[double()]);
    let before = facts_dump(&workspace);
    let planned = plan(&workspace, &[narrow(&["101;;;2024;L1;12,00"])]);
    assert_eq!(outcomes(&planned), [RowOutcome::Unplaced]);
    assert_eq!(planned.problems()[0].code, ProblemCode::RowUnplaced);
    assert_eq!(planned.gone, [], "either may be meant");
    assert_eq!(planned.counts()[0].skipped, 1);
    assert!(!apply(&mut workspace, &planned, "étroit").unwrap().changes.facts);
    assert_eq!(facts_dump(&workspace), before);
    // What both, or one of them, says already needs no place.
    let planned = plan(&workspace, &[narrow(&["101;;;2024;L1;56,00"])]);
    assert_eq!((outcomes(&planned), planned.gone.len()), (vec![RowOutcome::Same], 0));
    // Another column tells which.
    let other = sheet("o.csv", SheetKind::Roster, "student_number;programme_code;level;site", &["101;HIS1;L1;Aix"]);
    let planned = plan(&workspace, &[other]);
    assert!(matches!(outcomes(&planned)[..], [RowOutcome::Changed(_)]), "{:?}", outcomes(&planned));
}

#[test]
fn what_a_wider_extract_tells_apart_is_new() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[narrow(&["101;;;2024;L1;12,00"])]);
    let planned = plan(&workspace, &[double()]);
    assert_eq!((outcomes(&planned), planned.gone.len()), (vec![RowOutcome::New; 2], 1));
    let one = sheet(
        "un.csv",
        SheetKind::Roster,
        "student_number;academic_year;level;programme_code;fee_paid",
        &["101;2024;L1;PSY1;12,00"],
    );
    let planned = plan(&workspace, &[one]);
    let decision = &planned.files[0].sheets[0].decisions[0];
    assert_eq!(shown(&decision.changes), [(Some(Field::ProgrammeCode), None, Some("PSY1"))]);
    assert_eq!(planned.gone, []);
}

#[test]
fn every_kind_of_sheet_keeps_what_a_narrower_one_lacks() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(
        &mut workspace,
        &[
            sheet(
                "h.csv",
                SheetKind::History,
                "student_number;academic_year;level;field;institution;proof;registration_state",
                &["1;2023;L1;Lettres;AMU;oui;validée"],
            ),
            sheet(
                "c.csv",
                SheetKind::Certificates,
                "student_number;birth_name;given_name;cvec_number;cvec_year;cvec_issued_at;cvec_mode",
                &["1;Dupré;Zoé;MAR4 GBZETK 87;2024;2024-07-02;paiement"],
            ),
            sheet(
                "d.csv",
                SheetKind::Documents,
                "student_number;document_kind;academic_year;document_state;document_reason",
                &["1;Photo;2024;rejetée;floue"],
            ),
            sheet(
                "r.csv",
                SheetKind::Requests,
                "student_number;request_kind;academic_year;requested_at;request_state;decided_by",
                &["1;dérogation;2024;2024-09-01T10:00:05;en attente;Commission"],
            ),
        ],
    );
    let later = import(
        &mut workspace,
        &[
            sheet(
                "h2.csv",
                SheetKind::History,
                "student_number;academic_year;level;registration_state",
                &["1;2023;L1;démission"],
            ),
            sheet(
                "c2.csv",
                SheetKind::Certificates,
                "student_number;cvec_number;cvec_mode",
                &["1;MAR4 GBZETK 87;exonération"],
            ),
            sheet("d2.csv", SheetKind::Documents, "student_number;document_kind;document_state", &["1;Photo;validée"]),
            sheet(
                "r2.csv",
                SheetKind::Requests,
                "student_number;request_kind;request_state",
                &["1;dérogation;accordée"],
            ),
        ],
    );
    assert!(later.counts.iter().all(|counts| (counts.changed, counts.new) == (1, 0)), "{:?}", later.counts);
    let office = workspace.office().unwrap();
    assert_eq!((office.history[0].institution.as_deref(), office.history[0].proof), (Some("AMU"), Some(true)));
    assert_eq!(place(&office.history[0].source, Field::RegistrationState).0, "h2.csv");
    let certificate = &office.certificates[0];
    assert!(certificate.issued_at.is_some() && certificate.identity.birth_name.is_some());
    assert_eq!(place(&certificate.source, Field::CvecMode).0, "c2.csv");
    assert_eq!(office.documents[0].reason.as_deref(), Some("floue"));
    assert_eq!(office.requests[0].decided_by.as_deref(), Some("Commission"));
    assert!(office.requests[0].requested_at.is_some() && !office.requests[0].requested_day_only);
}

#[test]
fn a_roster_says_all_of_an_identity_that_a_certificate_gave() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let columns = "student_number;birth_name;given_name;birth_date;cvec_number";
    import(
        &mut workspace,
        &[sheet("c.csv", SheetKind::Certificates, columns, &["101;DUPRE;Zoé;2004-05-06;MAR4 GBZETK 87"])],
    );
    import(&mut workspace, &[narrow(&["101;Dupré;Zoé;2024;L1;"])]);
    let office = workspace.office().unwrap();
    assert_eq!(office.persons[0].identity.birth_date, None);
    assert!(office.persons[0].source.others.is_empty() && office.certificates[0].identity.birth_date.is_some());
}

#[test]
fn a_corrected_level_is_a_change_and_not_another_registration() {
    let folder = tempdir().unwrap();
    let columns = "student_number;birth_name;level";
    let roster = |name: &str, lines: &[&str]| sheet(name, SheetKind::Roster, columns, lines);
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("a.csv", &["101;Dupré;L1", "102;Exemple;L1", "103;Autre;L1", "103;Autre;M1"])]);
    let planned =
        plan(&workspace, &[roster("b.csv", &["101;Dupré;L2", "102;Exemple;L1", "103;Autre;L1", "103;Autre;M2"])]);
    let decisions = &planned.files[0].sheets[0].decisions;
    assert_eq!(shown(&decisions[0].changes), [(Some(Field::Level), Some("L1"), Some("L2"))]);
    assert_eq!(decisions[3].outcome, RowOutcome::New, "of two registrations nothing tells which was corrected");
    assert_eq!((planned.counts()[0].changed, planned.gone.len()), (1, 1));
    apply(&mut workspace, &planned, "b").unwrap();
    let office = workspace.office().unwrap();
    assert_eq!(office.registrations.len(), 5);
    // Two rows for one known registration: neither is its correction.
    let planned = plan(&workspace, &[roster("c.csv", &["102;Exemple;L2", "102;Exemple;L3"])]);
    assert_eq!(outcomes(&planned), [RowOutcome::New, RowOutcome::New]);
}

#[test]
fn a_level_is_corrected_within_one_year_and_programme_only() {
    let folder = tempdir().unwrap();
    let columns = "student_number;academic_year;programme_code;level";
    let roster = |name: &str, lines: &[&str]| sheet(name, SheetKind::Roster, columns, lines);
    let mut workspace = workspace(&folder.path().join("w"));
    import(
        &mut workspace,
        &[roster("a.csv", &["101;2024;PSY;L1", "101;2024;HIS;L1", "102;2023;PSY;L1", "103;2024;PSY;L1"])],
    );
    let lines = ["101;2024;PSY;L2", "101;2024;HIS;L1", "102;2024;PSY;L2", "103;2024;HIS;L2"];
    let planned = plan(&workspace, &[roster("b.csv", &lines)]);
    let found = outcomes(&planned);
    assert!(matches!(found[0], RowOutcome::Changed(_)), "{found:?}");
    assert_eq!(found[1..], [RowOutcome::Same, RowOutcome::New, RowOutcome::New]);
}

#[test]
fn a_workspace_of_before_keeps_its_facts_and_merges_from_then_on() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("w");
    let mut made = workspace(&place);
    let first: OperationId = import(&mut made, &[wide()]).operation;
    let office = made.office().unwrap();
    made.connection.execute("UPDATE undo SET schema = 3", []).unwrap();
    age(&made, 3);
    drop(made);
    let mut opened = Workspace::open(&place, &holder(), NOW).unwrap();
    assert_eq!(opened.office().unwrap().registrations, office.registrations);
    assert!(opened.undo(first, NOW).is_err(), "what was kept fits an older form");
    import(&mut opened, &[narrow(&["101;Dupré;Zoé;2024;L1;243,00"])]);
    assert!(opened.office().unwrap().registrations[0].scholarship.is_some());
}

#[test]
fn what_a_workbook_of_corrections_does_not_hold_is_not_gone() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[wide()]);
    let mut corrected =
        sheet("à corriger.csv", SheetKind::Roster, WIDE, &["102;;Exemple;Anne;2003-02-03;;2024;L2;HIS2;oui;;;"]);
    assert_eq!(plan(&workspace, &[corrected.clone()]).gone.len(), 1, "an extract with one row");
    corrected.sheets[0].corrections = true;
    let planned = plan(&workspace, &[corrected]);
    assert_eq!((planned.gone.len(), planned.counts()[0].gone, planned.counts()[0].changed), (0, 0, 1));
}
