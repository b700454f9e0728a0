//! A workspace with a passphrase: who opens it, what they see, and when it shuts.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "un cheval gris dans la cour";
const OTHER: &str = "une pomme verte sur le toit";

fn write(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn import(desk: &Desk, files: &[PathBuf]) {
    desk.choose_files(files);
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
}

/// A desk whose workspace holds these people, protected by an administrator; and the recovery code.
fn protected(people: &str) -> (Desk, String) {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Espace des lettres" }));
    let header =
        "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau;Régime;Bourse;Motif d'exonération;Droits payés";
    let roster = write(&desk, "inscrits.csv", &format!("{header}\n{people}"));
    import(&desk, &[roster]);
    let sheet = desk.call("protect", json!({ "name": "Ada Première", "passphrase": PASSPHRASE }));
    (desk, sheet["code"].as_str().expect("a code").to_owned())
}

fn one() -> (Desk, String) {
    protected("1;EXEMPLE;Zoé;2004-05-06;L2;10;non;réfugié;0")
}

fn unlock(desk: &Desk, passphrase: &str) -> Value {
    desk.call("unlock", json!({ "passphrase": passphrase }))
}

#[test]
fn a_locked_desk_shows_nothing_and_comes_back() {
    let (desk, _) = one();
    let before = desk.call("summary", json!({}));
    assert_eq!(
        (&before["workspace"]["account"], &before["workspace"]["role"]),
        (&json!("Ada Première"), &json!("administer"))
    );
    let locked = desk.call("lock", json!({}));
    assert_eq!(locked, json!({ "several": false, "recoverable": true, "dropped_import": false, "wait": 0 }));
    let start = desk.call("start", json!({}));
    assert_eq!((&start["workspace"], &start["locked"]), (&Value::Null, &locked));
    for command in ["summary", "history", "import_view", "protection", "rules"] {
        assert_eq!(desk.fails(command, json!({})).0, "workspace-locked", "{command}");
    }
    // Files are judged as of now, a moment has passed, and closing made a backup.
    let timeless = |mut summary: Value| {
        summary["workspace"]["as_of"].take();
        summary["workspace"]["last_backup"].take();
        summary
    };
    assert_eq!(timeless(unlock(&desk, PASSPHRASE)), timeless(before));
    assert!(desk.call("start", json!({}))["locked"].is_null());
}

#[test]
fn wrong_passphrases_wait_longer_and_longer() {
    let (desk, _) = one();
    desk.call("lock", json!({}));
    let wrong = || desk.fails("unlock", json!({ "passphrase": "pas celle-ci" })).0;
    assert_eq!((wrong().as_str(), wrong().as_str()), ("passphrase-wrong", "too-soon"));
    assert_eq!(desk.fails("unlock", json!({ "passphrase": PASSPHRASE })).0, "too-soon", "nor the right one");
    assert!(desk.call("start", json!({}))["locked"]["wait"].as_u64().is_some_and(|wait| wait > 0));
    desk.leave_alone(1);
    assert_eq!(wrong(), "passphrase-wrong");
    desk.leave_alone(1);
    unlock(&desk, PASSPHRASE);
}

#[test]
fn nobody_at_the_desk_shuts_it() {
    let (desk, _) = one();
    desk.leave_alone(9);
    desk.call("activity", json!({}));
    desk.leave_alone(9);
    desk.call("summary", json!({}));
    assert!(desk.last_event("locked").is_none());
    desk.choose_files(&[write(&desk, "suite.csv", "N° étudiant;Nom de naissance;Niveau\n2;SUITE;L1")]);
    desk.call("import_choose", json!({}));
    desk.leave_alone(10);
    assert_eq!(desk.fails("activity", json!({})).0, "workspace-locked", "coming back is not enough");
    assert!(desk.last_event("locked").is_some());
    assert_eq!(desk.call("start", json!({}))["locked"]["dropped_import"], true);
    unlock(&desk, PASSPHRASE);
    assert_eq!(desk.call("import_view", json!({})), Value::Null, "the import begun is given up");
    let view = desk.call("lock_after_set", json!({ "minutes": 25 }));
    assert_eq!(view["lock_after"], 25);
    assert_eq!(desk.call("lock_after_set", json!({ "minutes": 600 }))["lock_after"], 30, "it cannot be switched off");
    desk.leave_alone(29);
    desk.call("summary", json!({}));
    desk.leave_alone(30);
    assert!(desk.call("start", json!({}))["workspace"].is_null(), "nor does the first screen show anything");
}

#[test]
fn without_a_passphrase_nothing_shuts() {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Essai" }));
    desk.leave_alone(600);
    let summary = desk.call("summary", json!({}));
    assert_eq!(summary["workspace"]["role"], "administer");
    assert_eq!(desk.call("lock", json!({})), Value::Null);
    desk.call("summary", json!({}));
}

#[test]
fn a_reading_under_way_is_not_cut_off() {
    let (desk, _) = one();
    let people: String = (0..200).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "{at};AUTRE{at};L1");
        text
    });
    desk.choose_files(&[write(&desk, "suite.csv", &format!("N° étudiant;Nom de naissance;Niveau\n{people}"))]);
    desk.ask_meanwhile("lock", json!({}));
    let view = desk.call("import_choose", json!({}));
    assert_eq!(desk.said_meanwhile(), [Err("busy".to_owned())]);
    assert_eq!(desk.call("import_view", json!({})), view);
    desk.call("lock", json!({}));
}

#[test]
fn the_recovery_code_gives_a_new_passphrase_after_a_restart() {
    let (desk, code) = one();
    let desk = desk.restarted();
    assert_eq!(desk.call("start", json!({}))["locked"]["recoverable"], true);
    let recover = |code: &str, passphrase: &str| json!({ "code": code, "passphrase": passphrase });
    let mistyped = code.replacen(&code[..1], if code.starts_with('7') { "8" } else { "7" }, 1);
    assert_eq!(desk.fails("recover", recover(&mistyped, OTHER)).0, "recovery-mistyped");
    assert_eq!(desk.fails("recover", recover(&code, "motdepasse")).0, "passphrase-weak");
    let summary = desk.call("recover", recover(&code.to_lowercase(), OTHER));
    assert_eq!(summary["workspace"]["account"], "Ada Première");
    let desk = desk.restarted();
    assert_eq!(desk.fails("unlock", json!({ "passphrase": PASSPHRASE })).0, "passphrase-wrong");
    desk.leave_alone(1);
    unlock(&desk, OTHER);
    let sheet = desk.folder.path().join("code.txt");
    let renewed = desk.call("recovery_renew", json!({}));
    desk.choose_save(&desk.workspaces().join("espace-des-lettres/workspace.guichet"));
    assert_eq!(desk.fails("recovery_save", json!({ "code": renewed["code"] })).0, "out-in-workspace");
    desk.choose_save(&sheet);
    desk.call("recovery_save", json!({ "code": renewed["code"] }));
    let text = std::fs::read_to_string(sheet).expect("written");
    assert!(text.contains(renewed["code"].as_str().expect("a code")) && text.contains("Espace des lettres"));
    desk.call("lock", json!({}));
    assert_eq!(
        desk.fails("recover", recover(&code, PASSPHRASE)).0,
        "recovery-wrong",
        "the former sheet is worth nothing"
    );
}

#[test]
fn a_passphrase_is_changed_by_who_knows_it() {
    let (desk, _) = one();
    let judged = |text: &str| desk.call("passphrase_check", json!({ "passphrase": text }))["accepted"].clone();
    assert_eq!(
        (judged(OTHER), judged("Espace des lettres"), judged("court")),
        (json!(true), json!(false), json!(false))
    );
    let change = |current: &str, new: &str| json!({ "current": current, "passphrase": new });
    assert_eq!(desk.fails("passphrase_change", change(OTHER, OTHER)).0, "not-own-passphrase");
    desk.call("passphrase_change", change(PASSPHRASE, OTHER));
    desk.call("lock", json!({}));
    unlock(&desk, OTHER);
    assert_eq!(desk.fails("unprotect", json!({ "passphrase": PASSPHRASE })).0, "not-own-passphrase");
    let view = desk.call("unprotect", json!({ "passphrase": OTHER }));
    assert_eq!((&view["protected"], &view["accounts"]), (&json!(false), &json!([])));
    let desk = desk.restarted();
    assert!(desk.call("start", json!({}))["workspace"].is_object());
}

#[test]
fn who_only_reads_changes_nothing_and_sees_no_sensitive_ground() {
    let (desk, _) = protected(
        "1;EXEMPLE;Zoé;2004-05-06;L2;10;non;réfugié;0\n2;AUTRE;Yann;2003-05-06;L2;10;non;pupille de la Nation;0",
    );
    let documents = "N° étudiant;Pièce;État de la pièce\n1;Attestation OFPRA;validée\n1;Carte d'identité;validée";
    import(&desk, &[write(&desk, "pieces.csv", documents)]);
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    desk.call("account_add", json!({ "name": "Bob", "role": "enter", "passphrase": OTHER }));
    let details = || {
        let view = desk.call("files_open", json!({ "query": { "sort": "student_number" } }));
        let rows = desk.rows(&view, 0, 10);
        rows.iter().map(|row| desk.call("file_detail", json!({ "id": row["id"] }))).collect::<Vec<_>>()
    };
    let place = |detail: &Value| {
        let facts = detail["facts"].as_array().expect("facts").clone();
        facts.iter().find(|fact| fact["label"] == "Motif d’exonération").expect("the ground").clone()
    };
    let seen = details();
    let text = Value::from(seen.clone()).to_string();
    assert!(text.contains("Réfugié") && text.contains("OFPRA") && !text.contains("motif réservé"));
    let ground = place(&seen[0]);
    desk.call("lock", json!({}));
    assert_eq!(desk.fails("unlock", json!({ "passphrase": OTHER })).0, "account-needed");
    desk.call("unlock", json!({ "account": "bob", "passphrase": OTHER }));
    let seen = details();
    assert_eq!(place(&seen[0])["value"], "motif réservé");
    assert_eq!(place(&seen[1])["value"], "Pupille de la Nation");
    let extract = desk.call("extract", json!({ "place": ground["place"] })).to_string();
    assert!(extract.contains("motif réservé") && extract.contains("pupille de la Nation"), "{extract}");
    for text in [Value::from(seen).to_string(), extract] {
        for word in ["éfugi", "OFPRA", "fee.ground.refugee"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
    let corrected = "N° étudiant;Niveau;Motif d'exonération\n1;L2;pupille de la Nation";
    desk.choose_files(&[write(&desk, "corrige.csv", corrected)]);
    let view = desk.call("import_choose", json!({}));
    let args = json!({ "session": view["session"], "tab": "changed", "offset": 0, "limit": 5 });
    let changes = desk.call("import_rows", args)[0]["changes"].as_array().expect("changes").clone();
    let change = changes.iter().find(|change| change["field_label"] == "Motif d’exonération").expect("the ground");
    assert_eq!((&change["old"], &change["new"]), (&json!("motif réservé"), &json!("Pupille de la Nation")));
    assert_eq!(desk.fails("campaign_set", json!({ "rulebook": "national", "as_of": null })).0, "not-allowed");
    let history = desk.call("history", json!({}));
    assert_eq!(history[0]["who"], "Ada Première");
}

/// The files of a folder that hold a name.
fn holding(folder: &Path, names: &[String], found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            holding(&path, names, found);
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let holds = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
        let held = names.iter().filter(|name| holds(name.as_bytes()) || holds(&wide(name)));
        found.extend(held.map(|name| format!("{name} in {}", path.display())));
    }
}

#[test]
fn no_file_of_a_locked_workspace_holds_a_name() {
    let marked: Vec<String> = (0..50).map(|at| format!("MARQUE{at:02}XYZ")).collect();
    let people: String = marked.iter().zip(1..).fold(String::new(), |mut text, (name, at)| {
        let _ = writeln!(text, "{at};{name};Prénom{at};2004-05-06;L2;10;non;;");
        text
    });
    let (desk, _) = protected(&people);
    desk.choose_files(&[write(
        &desk,
        "suite.csv",
        &format!("N° étudiant;Nom de naissance;Niveau\n99;{};L1", marked[0]),
    )]);
    desk.call("import_choose", json!({}));
    desk.call("lock", json!({}));
    let folder = desk.folder.path();
    let (mut found, mut names) = (Vec::new(), marked.clone());
    names.extend(marked.iter().map(|name| name.to_lowercase()));
    holding(&folder.join("data"), &names, &mut found);
    assert!(found.is_empty(), "{found:?}");
    holding(folder, &marked[..1], &mut found);
    assert_eq!(found.len(), 2, "the files to import are the office's: they are there, and were searched");
}

#[test]
fn a_computer_that_slept_finds_the_workspace_locked() {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Essai" }));
    desk.looks();
    desk.wait(3_600);
    desk.looks();
    assert!(desk.last_event("locked").is_none(), "without a passphrase there is nothing to lock");
    desk.call("summary", json!({}));
    desk.call("protect", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    desk.wait(20);
    desk.looks();
    desk.wait(20);
    desk.looks();
    desk.call("summary", json!({}));
    // Far less than the minutes after which it locks by itself.
    desk.wait(60);
    desk.looks();
    assert_eq!(desk.last_event("locked"), Some(Value::Null));
    assert_eq!(desk.fails("summary", json!({})).0, "workspace-locked");
    desk.call("unlock", json!({ "passphrase": PASSPHRASE }));
    desk.looks();
    desk.call("summary", json!({}));
    // The window asks for something before the look that comes late.
    desk.wait(60);
    assert_eq!(desk.fails("file_detail", json!({ "id": 1 })).0, "workspace-locked");
}
