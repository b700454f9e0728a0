//! What encrypting costs, on a roster of 80,000 rows, beside a plain database opened for this measure only. Run alone:
//! `cargo test --release --workspace --lib encryption_cost -- --ignored --nocapture`.

use crate::connection::tune;
use crate::import::cost::{office, processor};
use crate::testing::{apply, plan, workspace};
use crate::workspace::DATABASE;
use crate::{FilesQuery, Workspace};
use guichet_model::RegistrationId;
use rusqlite::Connection;
use std::path::Path;
use tempfile::tempdir;

const ROUNDS: usize = 5;
/// How often each search is made: the system counts in steps of several milliseconds.
const TIMES: usize = 100;
const SEARCHES: [&str; 6] = ["d", "nom7", "nom70", "nom70000", "prénom123", "22412345"];
const NAMES: [&str; 6] = [
    "an import planned and written",
    "every fact read again",
    "the first search after opening",
    "the index read again, and a search",
    "a search",
    "200 rows of it, from the database",
];

/// Puts a plain copy of its database under a new workspace.
fn make_plain(workspace: &mut Workspace) {
    let file = workspace.folder.join("plain.db");
    // This connection opens files, it creates none.
    std::fs::File::create(&file).unwrap();
    let attach = format!("ATTACH DATABASE '{}' AS plain KEY '';", file.display());
    workspace.connection.execute_batch(&attach).unwrap();
    workspace.connection.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(())).unwrap();
    workspace.connection.execute_batch("DETACH DATABASE plain;").unwrap();
    workspace.connection = open_plain(&file);
}

fn open_plain(file: &Path) -> Connection {
    let connection = Connection::open(file).unwrap();
    tune(&connection).unwrap();
    connection
}

/// Opens the database again, so that nothing of it is in the cache.
fn open_again(workspace: &mut Workspace, plain: bool) {
    workspace.connection = if plain {
        open_plain(&workspace.folder.join("plain.db"))
    } else {
        let (connection, _) =
            crate::connection::open(&workspace.folder.join(DATABASE), &workspace.key, |_| Ok(())).unwrap();
        tune(&connection).unwrap();
        connection
    };
    workspace.files.replace(None);
}

/// Processor seconds of some work.
fn spent<T>(work: impl FnOnce() -> T) -> f64 {
    let before = processor();
    std::hint::black_box(work());
    processor() - before
}

fn search(workspace: &Workspace, text: &str) -> Vec<RegistrationId> {
    workspace.open_view(&FilesQuery { search: text.to_owned(), ..FilesQuery::default() }).unwrap().ids
}

/// Processor seconds of each thing named above.
fn measure(folder: &Path, plain: bool) -> [f64; NAMES.len()] {
    let mut workspace = workspace(folder);
    if plain {
        make_plain(&mut workspace);
    }
    let file = [office()];
    let importing = spent(|| {
        let plan = plan(&workspace, &file);
        apply(&mut workspace, &plan, "essai").unwrap()
    });
    open_again(&mut workspace, plain);
    let facts = spent(|| workspace.office().unwrap());
    open_again(&mut workspace, plain);
    let first = spent(|| search(&workspace, SEARCHES[0]));
    workspace.files.replace(None);
    let read_again = spent(|| search(&workspace, SEARCHES[0]));
    let searching =
        spent(|| (0..TIMES).map(|_| SEARCHES.map(|text| search(&workspace, text).len())).collect::<Vec<_>>());
    let found = search(&workspace, "");
    assert!(found.len() > 79_000);
    let pages: Vec<&[RegistrationId]> = found.chunks(200).step_by(10).collect();
    let rows = spent(|| pages.iter().map(|page| workspace.rows(page).unwrap().len()).sum::<usize>());
    [importing, facts, first, read_again, searching / (SEARCHES.len() * TIMES) as f64, rows / pages.len() as f64]
}

#[test]
#[ignore = "a measure, run alone: see above"]
fn encrypting_costs_little() {
    let folder = tempdir().unwrap();
    let mut best = [[f64::MAX; NAMES.len()]; 2];
    for round in 0..ROUNDS {
        // One after the other, so that what else the computer does weighs on both.
        for plain in [false, true] {
            let place = folder.path().join(format!("{round}-{plain}"));
            for (best, now) in best[usize::from(plain)].iter_mut().zip(measure(&place, plain)) {
                *best = best.min(now);
            }
            std::fs::remove_dir_all(place).unwrap();
        }
    }
    println!("| | plain (ms) | encrypted (ms) | ratio |\n|---|--:|--:|--:|");
    for ((name, encrypted), plain) in NAMES.iter().zip(best[0]).zip(best[1]) {
        println!("| {name} | {:.2} | {:.2} | {:.2} |", plain * 1e3, encrypted * 1e3, encrypted / plain);
    }
    let [import, search] = [0, 4].map(|at| best[0][at] / best[1][at]);
    assert!(import <= 1.2 && search <= 1.1, "import {import:.2}, search {search:.2}");
}
