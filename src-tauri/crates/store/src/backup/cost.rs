//! What a backup of 80,000 rows costs, beside their import. Run alone:
//! `cargo test --release --workspace --lib -- backup::cost --ignored --nocapture`.

use super::BackupReason;
use crate::import::cost::office;
use crate::testing::{NOW, import, workspace};
use std::time::Instant;
use tempfile::tempdir;

#[test]
#[ignore = "a measure, run alone: see above"]
fn a_backup_costs_less_than_the_import_it_follows() {
    let folder = tempdir().unwrap();
    let mut made = workspace(&folder.path().join("w"));
    let started = Instant::now();
    import(&mut made, &[office()]);
    let importing = started.elapsed();
    let started = Instant::now();
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    let backing = started.elapsed();
    let started = Instant::now();
    let shut = made.shut();
    shut.put_back(&backup.name, false, NOW).unwrap();
    let restoring = started.elapsed();
    let bytes = backup.record.map_or(0, |record| record.bytes);
    println!("import {importing:.2?}, backup {backing:.2?}, restore {restoring:.2?}; {:.1} MB", bytes as f64 / 1e6);
    assert!(backing < importing, "{backing:?} {importing:?}");
}
