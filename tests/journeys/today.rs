//! What the desk says of the day: each count is that of the list it opens.

use crate::desk::Desk;
use acceptance::sample_office;
use serde_json::{Value, json};

fn demo() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    desk
}

fn total(desk: &Desk, query: Value) -> Value {
    desk.call("files_open", json!({ "query": query }))["total"].clone()
}

fn task<'v>(view: &'v Value, name: &str) -> &'v Value {
    view["tasks"].as_array().expect("tasks").iter().find(|task| task["task"] == name).unwrap_or(&Value::Null)
}

#[test]
fn each_count_is_that_of_its_list() {
    let desk = demo();
    let view = desk.call("desk", json!({}));
    assert_eq!(task(&view, "blocked")["count"], total(&desk, json!({ "states": ["blocked"] })));
    assert_eq!(view["funnel"]["imported"], total(&desk, json!({})));
    assert_eq!(view["funnel"]["complete"], total(&desk, json!({ "completeness": ["complete"] })));
    assert_eq!(view["funnel"]["ready"], total(&desk, json!({ "states": ["ready"] })));
    let both = json!({ "completeness": ["complete"], "states": ["ready"] });
    assert_eq!(view["funnel"]["ready"], total(&desk, both), "what is ready is complete");
    assert_ne!(view["funnel"]["ready"], view["funnel"]["complete"], "some are complete and not ready");
    let certificates = task(&view, "certificates");
    let found = desk.call("findings_open", json!({ "query": { "codes": certificates["codes"] } }));
    assert_eq!((&certificates["count"], certificates["count"].as_u64() > Some(0)), (&found["total"], true));
    assert_eq!(task(&view, "import"), &Value::Null, "no import is under way");
}

#[test]
fn programmes_add_up_and_each_part_is_a_list() {
    let desk = demo();
    let view = desk.call("desk", json!({}));
    let programmes = view["programmes"].as_array().expect("programmes");
    let sum: u64 =
        programmes.iter().flat_map(|one| one["counts"].as_array().expect("counts")).filter_map(Value::as_u64).sum();
    assert_eq!(json!(sum), view["funnel"]["imported"]);
    assert!(programmes.len() <= 13);
    for programme in programmes.iter().filter(|one| one["value"].as_str().is_some_and(|value| !value.is_empty())) {
        for (state, count) in ["blocked", "to-check", "ready", "cancelled"]
            .into_iter()
            .zip(programme["counts"].as_array().expect("counts"))
        {
            let query = json!({ "programmes": [programme["value"]], "states": [state] });
            assert_eq!(&total(&desk, query), count, "{programme}");
        }
    }
}

#[test]
fn the_calendar_shows_what_opens_and_closes_and_who_is_told() {
    let desk = demo();
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-18T09:00" }));
    let view = desk.call("desk", json!({}));
    let days = view["days"].as_array().expect("days");
    assert_eq!((days.len(), &days[0]["day"], &days[41]["day"]), (42, &json!("2024-09-16"), &json!("2024-10-27")));
    let day = |text: &str| days.iter().find(|day| day["day"] == text).expect("a day of the six weeks");
    let marks = |text: &str| -> Vec<Value> {
        day(text)["marks"].as_array().expect("marks").iter().map(|mark| mark["kind"].clone()).collect()
    };
    assert_eq!(day("2024-09-18")["today"], json!(true));
    assert_eq!(marks("2024-09-20"), [json!("closes")]);
    assert_eq!((marks("2024-09-19"), marks("2024-09-17")), (vec![json!("tomorrow")], vec![json!("in_three_days")]));
    assert_eq!(marks("2024-09-18"), Vec::<Value>::new());
    assert_eq!(
        (day("2024-09-20")["open"].as_u64() > day("2024-09-21")["open"].as_u64(), &day("2024-09-21")["closed"]),
        (true, &json!(false))
    );
    let close = &day("2024-09-20")["marks"][0];
    assert_eq!((&close["times"], &close["deadlines"]), (&json!("12:00"), &json!(["2024-09-20T12:00:00"])));
    assert!(close["levels"].as_array().expect("levels").contains(&json!("L2")));
    let found = desk.call("findings_open", json!({ "query": { "deadlines": close["deadlines"] } }));
    assert_eq!((&close["findings"], close["findings"].as_u64() > Some(0)), (&found["total"], true));
    assert_eq!(view["next_close"], json!({ "at": "20/09/2024 12:00", "days": 2 }));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-07-30T09:00" }));
    let summer = desk.call("desk", json!({}));
    assert_eq!((&summer["days"][1]["today"], &summer["days"][1]["closed"]), (&json!(true), &json!(true)));
}

#[test]
fn a_second_import_says_how_the_blocked_files_moved() {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    let import = |files: &[std::path::PathBuf]| {
        desk.choose_files(files);
        let view = desk.call("import_choose", json!({}));
        desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }))
    };
    let files = sample_office("allsh-2024-A");
    let roster: Vec<_> = files.iter().filter(|file| file.to_string_lossy().contains("roster")).cloned().collect();
    assert_eq!(roster.len(), 1, "{files:?}");
    let blocked = |summary: &Value| summary["states"][0]["count"].as_i64().expect("a count");
    let before = blocked(&import(&roster)["summary"]);
    let view = desk.call("desk", json!({}));
    assert_eq!(task(&view, "blocked")["change"], Value::Null, "nothing was there before");
    let after = blocked(&import(&files)["summary"]);
    let view = desk.call("desk", json!({}));
    assert_eq!(task(&view, "blocked")["change"], json!(after - before));
    assert!(task(&view, "blocked")["since"].as_str().expect("words").starts_with("depuis l’import"));
}
