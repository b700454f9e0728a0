//! What recording an import for its undoing costs, on a roster of 80,000 rows. Run alone:
//! `cargo test --release -p guichet-store --lib cost -- --ignored --nocapture`.

use super::apply::{Steps, execute};
use crate::testing::{NOW, plan, sheet, workspace};
use crate::{OperationKind, Plan, PlannedFile, Workspace};
use guichet_model::SheetKind;
use std::sync::atomic::AtomicBool;
use tempfile::tempdir;

const ROWS: usize = 80_000;
const ROUNDS: usize = 3;
const HEADERS: &str = "student_number;ine;birth_name;use_name;given_name;birth_date;email;phone;nationality;academic_year;level;\
    programme_code;programme;component;site;regime;registered_at;scholarship;cvec_number;fee_paid;Remarque";

pub(crate) fn office() -> PlannedFile {
    let line = |at: usize| {
        format!(
            "{};{:09}ZZ;NOM-DE-NAISSANCE-{at};Nom{at};Prénom{at};2004-05-{:02};prenom.nom{at}@etu.exemple.fr;06 00 {at:06};\
             Française;2024;L{};PROG{};Licence Sciences humaines et sociales;ALLSH;Aix;initial;2024-07-{:02}T09:30;\
             oui;MAR4 {at:06} 87;170,00;à vérifier",
            22_400_000 + at,
            at,
            at % 28 + 1,
            at % 3 + 1,
            at % 90,
            at % 31 + 1
        )
    };
    let lines: Vec<String> = (0..ROWS).map(line).collect();
    sheet("inscriptions.csv", SheetKind::Roster, HEADERS, &lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Processor seconds of this thread so far.
pub(crate) fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    let nanoseconds: u64 = told.split(' ').next().and_then(|text| text.parse().ok()).expect("a number");
    std::time::Duration::from_nanos(nanoseconds).as_secs_f64()
}

/// Processor seconds of writing a plan, as an operation of a kind that is recorded or not.
fn write(workspace: &mut Workspace, plan: &Plan, kind: OperationKind) -> f64 {
    let before = processor();
    let never = AtomicBool::new(false);
    workspace
        .transact(kind, "essai", NOW, |tx| {
            execute(tx, plan, &mut Steps { done: 0, total: plan.len(), progress: &mut |_, _| {}, cancel: &never })
        })
        .unwrap();
    processor() - before
}

#[test]
#[ignore = "a measure, run alone: see above"]
fn recording_an_import_costs_less_than_half_of_it() {
    let folder = tempdir().unwrap();
    let file = [office()];
    let mut best = [f64::MAX; 4];
    let mut kept = 0_i64;
    for round in 0..ROUNDS {
        let mut plain = workspace(&folder.path().join(format!("plain-{round}")));
        let before = processor();
        let planned = plan(&plain, &file);
        let planning = processor() - before;
        let without = write(&mut plain, &planned, OperationKind::Setting);
        let mut recorded = workspace(&folder.path().join(format!("recorded-{round}")));
        let planned = plan(&recorded, &file);
        let with = write(&mut recorded, &planned, OperationKind::Import);
        kept = recorded.connection.query_row("SELECT length(changes) FROM undo", [], |row| row.get(0)).unwrap();
        let operation = recorded.journal(1).unwrap()[0].operation;
        let before = processor();
        recorded.undo(operation, NOW).unwrap();
        let undoing = processor() - before;
        assert!(recorded.office().unwrap().persons.is_empty());
        for (best, now) in best.iter_mut().zip([planning, without, with, undoing]) {
            *best = best.min(now);
        }
    }
    let [planning, without, with, undoing] = best;
    let ratio = (planning + with) / (planning + without);
    println!("planning {planning:.2} s, writing {without:.2} s, recorded {with:.2} s, undoing {undoing:.2} s");
    println!("planning and writing cost {ratio:.2} times as much; {:.1} MB are kept", kept as f64 / 1e6);
    assert!(ratio <= 1.5, "{ratio}");
}
