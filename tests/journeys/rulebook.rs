//! The rulebook as the window shows it: how often each rule speaks, what it reads, and the windows against the instant judged.

use crate::desk::Desk;
use serde_json::{Value, json};

fn demo() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    desk
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

#[test]
fn each_rule_says_of_how_many_files_it_speaks() {
    let desk = demo();
    let rules = desk.call("rules", json!({}));
    let all: u64 = list(&rules).iter().filter_map(|rule| rule["files"].as_u64()).sum();
    assert_eq!(json!(all), desk.call("findings_open", json!({ "query": {} }))["all"]);
    for rule in list(&rules).iter().filter(|rule| rule["files"] != 0) {
        let view = desk.call("files_open", json!({ "query": { "codes": [rule["code"]] } }));
        assert_eq!(view["total"], rule["files"], "{rule}");
        assert!(rule["family"].as_str().is_some_and(|family| !family.contains("app-")), "{rule}");
    }
}

#[test]
fn a_rule_shows_what_the_rulebook_sets_and_what_no_source_gives() {
    let desk = demo();
    let parameters = |code: &str| desk.call("rule_page", json!({ "code": code }))["parameters"].clone();
    let late = parameters("DRG002");
    let deadline = list(&late).iter().find(|one| one["key"] == "derogation.deadline.licence").expect("the key");
    assert_eq!(deadline["said"], Value::Null);
    assert!(deadline["authority"]["quote"].as_str().expect("a quote").contains("hors délai"));
    let windows = parameters("CAL002");
    let l2 = list(&windows).iter().find(|one| one["key"] == "window.l2-l3-deust2").expect("the window");
    let said = l2["said"].as_str().expect("words");
    assert!(said.contains("L2, L3, DEUST2") && said.contains("20/09/2024 12:00"), "{said}");
    assert_eq!(l2["layer"], "AMU ALLSH 2024-2025");
}

#[test]
fn windows_are_past_open_or_to_come_as_of_the_instant_judged() {
    let desk = demo();
    let states = |as_of: &str| {
        desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": as_of }));
        let book = desk.call("rulebook_windows", json!({}));
        let window =
            list(&book["windows"]).iter().find(|window| window["key"] == "window.m2").expect("the window").clone();
        list(&window["intervals"]).iter().map(|interval| interval["state"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(states("2024-06-30T09:00"), [json!("coming"), json!("coming")]);
    assert_eq!(states("2024-07-19T12:00"), [json!("open"), json!("coming")], "the last minute is inside");
    assert_eq!(states("2024-09-30T12:01"), [json!("past"), json!("past")]);
}

#[test]
fn two_rulebooks_are_compared_key_by_key() {
    let desk = demo();
    let compare = |one: &str, other: &str| desk.call("rulebooks_compare", json!({ "one": one, "other": other }));
    assert_eq!(compare("amu-allsh-2024-2025", "amu-allsh-2024-2025"), json!([]));
    let found = compare("amu-allsh-2024-2025", "amu-iut-2021-2022");
    let of = |key: &str| list(&found).iter().find(|one| one["key"] == key);
    let window = of("window.m2").expect("only one has it");
    assert!(window["before"]["said"].as_str().expect("words").contains("M2") && window["after"].is_null());
    assert!(window["before"]["document"].as_str().expect("where it was read").contains("2024-2025"));
    assert_eq!(window["name"], "M2", "a window is called by whom it is for");
    assert!(of("academic_year.first_day").is_none(), "both lie over the same layer");
}
