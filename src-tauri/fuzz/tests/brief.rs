//! The corpus through every target, and some seconds of blind changes at two of them; `cargo xtask fuzz` searches for
//! hours.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use guichet_fuzz::mutation::{Chance, mutate};
use guichet_fuzz::seeds::seeds;
use guichet_fuzz::{TARGETS, target};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Longest file that the corpus keeps.
const LARGEST: u64 = 16 << 10;

fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("an entry").path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("read");
        (path, bytes)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn every_target_stands_its_corpus() {
    for target in TARGETS {
        let files = corpus(target.name);
        assert!(!files.is_empty(), "{} begins with nothing", target.name);
        for (path, bytes) in files {
            assert!(bytes.len() as u64 <= LARGEST, "{} is no small file", path.display());
            (target.run)(&bytes);
        }
    }
}

#[test]
fn the_corpus_holds_what_the_generator_makes() {
    for target in TARGETS {
        let files = corpus(target.name);
        for (name, made) in seeds(target.name) {
            let kept = files.iter().find(|(path, _)| path.file_name().is_some_and(|file| file == name));
            let kept = kept.unwrap_or_else(|| panic!("{}/{name} lacks: run `fuzz-corpus`", target.name));
            assert_eq!(kept.1, *made, "{}/{name} is of another generator: run `fuzz-corpus`", target.name);
        }
    }
}

/// Throws blind changes at a target for a time, at least a thousand.
fn brief(name: &str, seed: u64, time: Duration) {
    let target = target(name).expect("a target");
    let files = corpus(name);
    let mut chance = Chance::new(seed);
    let started = Instant::now();
    let mut thrown = 0;
    while thrown < 1_000 || started.elapsed() < time {
        let mut bytes = files[chance.below(files.len())].1.clone();
        mutate(&mut bytes, &files[chance.below(files.len())].1, target.longest, &mut chance);
        (target.run)(&bytes);
        thrown += 1;
    }
}

#[test]
fn xls_stands_some_seconds_of_blind_changes() {
    brief("xls", 1, Duration::from_secs(2));
}

#[test]
fn z17_blind_changes_of_small_workbooks_break_no_reader() {
    for (seed, name) in (10..).zip(["xlsb", "ods", "xlsx", "zip", "compound"]) {
        brief(name, seed, Duration::ZERO);
    }
}

#[test]
fn csv_stands_some_seconds_of_blind_changes() {
    brief("csv", 2, Duration::from_secs(2));
}
