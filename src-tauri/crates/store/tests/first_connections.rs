//! A program whose first workspaces are opened by several threads at once.

use guichet_store::{DataKey, Holder, NewWorkspace, Workspace};
use std::process::Command;
use std::sync::Barrier;
use time::macros::datetime;

const THREADS: usize = 12;
/// SQLite starts once a program: each try is a program of its own.
const PROGRAMS: usize = 10;

#[test]
fn several_threads_may_open_the_first_workspaces() {
    for program in 0..PROGRAMS {
        let tried = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "one_program", "--ignored", "--nocapture"])
            .output()
            .unwrap();
        assert!(tried.status.success(), "program {program}: {}", String::from_utf8_lossy(&tried.stderr));
        assert!(String::from_utf8_lossy(&tried.stdout).contains("1 passed"), "the program ran");
    }
}

#[test]
#[ignore = "run by the test above, alone in its program"]
fn one_program() {
    let folder = tempfile::tempdir().unwrap();
    let together = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (folder, together) = (folder.path().join(thread.to_string()), &together);
            scope.spawn(move || {
                let new = NewWorkspace { name: "Essai".to_owned(), demo: true, key: DataKey::new([7; 32]) };
                let holder = Holder { user: "Une Personne".to_owned(), host: "poste-1".to_owned() };
                together.wait();
                Workspace::create(&folder, &new, &holder, datetime!(2024-09-21 12:00)).unwrap();
            });
        }
    });
}
