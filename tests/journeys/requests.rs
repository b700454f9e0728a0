//! The list of requests: every one is reached, page after page, in the order asked for.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// More requests than a page holds.
const MANY: usize = 1_203;

/// A desk with that many students, each of whom asked for a derogation, the last one first.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Demandes" }));
    let (mut roster, mut requests) = (
        String::from("N° étudiant;Nom de naissance;Prénom;Niveau\n"),
        String::from("Demande;N° étudiant;Niveau demandé;Décision;Canal de la demande;Date de la demande\n"),
    );
    for at in 0..MANY {
        let (number, hour, minute) = (22_000_000 + at, 8 + at / 60 % 10, at % 60);
        let _ = writeln!(roster, "{number};FICTIF{:04};Ada;M2", MANY - at);
        let decision = if at == 700 { "" } else { "accordée" };
        let day = 1 + at / 600;
        let _ =
            writeln!(requests, "dérogation;{number};M2;{decision};télé-demande;{day:02}/07/2024 {hour:02}:{minute:02}");
    }
    let files = [("inscrits.csv", roster), ("demandes.csv", requests)].map(|(name, text)| {
        let path = desk.folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    });
    desk.choose_files(&files);
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    desk
}

fn names(view: &Value) -> Vec<String> {
    let requests = view["requests"].as_array().expect("a list");
    requests.iter().map(|request| request["birth_name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn every_request_is_reached_in_the_order_asked_for() {
    let desk = desk();
    let page = |query: Value| desk.call("requests", json!({ "query": query }));
    let first = page(json!({}));
    assert_eq!((first["total"].as_u64(), first["offset"].as_u64()), (Some(MANY as u64), Some(0)));
    let second = page(json!({ "offset": first["page"] }));
    let all: Vec<String> = names(&first).into_iter().chain(names(&second)).collect();
    assert_eq!(all.len(), MANY);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), MANY, "each once");

    // The order is that of the whole list, not of a page.
    let by_name = names(&page(json!({ "sort": "name" })));
    assert_eq!((by_name[0].as_str(), by_name[999].as_str()), ("FICTIF0001", "FICTIF1000"));
    let from_the_end = names(&page(json!({ "sort": "name", "descending": true })));
    assert_eq!(from_the_end[0], format!("FICTIF{MANY:04}"));
    let to_decide = page(json!({ "sort": "state" }));
    assert_ne!(to_decide["requests"][0]["state"], "granted", "the one still to decide comes first");
    let open = names(&to_decide)[0].clone();
    let others: Vec<String> = names(&first).into_iter().filter(|name| *name != open).take(999).collect();
    assert_eq!(names(&to_decide)[1..], others, "the others in the order of reception");

    // A list that became shorter shows its last page.
    let short = page(json!({ "search": "FICTIF0007", "offset": 1_000 }));
    assert_eq!((short["offset"].as_u64(), names(&short).len()), (Some(0), 1));
}
