//! What the rules found, in groups: the list adds up, and each line says what the file says.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn demo() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    desk
}

fn open(desk: &Desk, query: Value) -> Value {
    desk.call("findings_open", json!({ "query": query }))
}

fn rows(desk: &Desk, view: &Value) -> Vec<Value> {
    let slice = |offset: u64| json!({ "view": view["view"], "offset": offset, "limit": 200 });
    let total = view["total"].as_u64().expect("a total");
    let slices = (0..total).step_by(200).map(|offset| desk.call("findings_rows", slice(offset)));
    slices.flat_map(|rows| rows.as_array().expect("rows").clone()).collect()
}

fn sum(counts: &Value) -> u64 {
    counts.as_array().expect("a list").iter().map(|count| count["count"].as_u64().expect("a count")).sum()
}

#[test]
fn every_grouping_shows_every_finding_once() {
    let desk = demo();
    let mut lists = Vec::new();
    for by in ["rule", "programme", "deadline", "source"] {
        let view = open(&desk, json!({ "by": by }));
        assert_eq!(
            (&view["total"], sum(&view["groups"])),
            (&view["all"], view["all"].as_u64().expect("a number")),
            "{by}"
        );
        let rows = rows(&desk, &view);
        let named: BTreeSet<String> = rows.iter().map(|row| format!("{} {}", row["file"], row["code"])).collect();
        assert_eq!((named.len() as u64, rows.len() as u64), (sum(&view["groups"]), sum(&view["groups"])), "{by}");
        lists.push(named);
    }
    assert!(lists.windows(2).all(|pair| pair[0] == pair[1]));
    let files: u64 = lists[0].iter().map(|name| name.split(' ').next()).collect::<BTreeSet<_>>().len() as u64;
    assert_eq!(open(&desk, json!({}))["files"], json!(files));
}

#[test]
fn the_counts_of_rules_are_those_of_the_desk() {
    let desk = demo();
    let summary = desk.call("summary", json!({}));
    let view = open(&desk, json!({}));
    for rule in summary["rules"].as_array().expect("rules") {
        let groups = view["groups"].as_array().expect("groups");
        let group = groups.iter().find(|group| group["value"] == rule["code"]).expect("a group for each rule");
        let all = rule["flagged"].as_u64().expect("a number") + rule["undecided"].as_u64().expect("a number");
        assert_eq!((&group["undecided"], group["count"].as_u64()), (&rule["undecided"], Some(all)), "{rule}");
    }
    assert_eq!(view["groups"].as_array().map(Vec::len), summary["rules"].as_array().map(Vec::len));
}

#[test]
fn a_line_says_what_its_file_says() {
    let desk = demo();
    let view = open(&desk, json!({ "by": "deadline", "outcomes": ["flag"], "severities": ["error"] }));
    let rows = rows(&desk, &view);
    assert!(
        rows.len() > 10 && rows.iter().any(|row| row["deadline"] != "") && rows.iter().any(|row| row["deadline"] == "")
    );
    for row in rows {
        assert_eq!((&row["outcome"], &row["severity"]), (&json!("flag"), &json!("error")));
        let detail = desk.call("file_detail", json!({ "id": row["file"] }));
        let findings = detail["findings"].as_array().expect("findings").clone();
        let finding = findings.into_iter().find(|finding| finding["code"] == row["code"]).expect("the same finding");
        assert_eq!((&finding["message"], &detail["row"]["birth_name"]), (&row["message"], &row["birth_name"]));
        let first = &finding["evidence"][0];
        let shown = row["evidence"].as_str().expect("words");
        assert!(first.is_null() || shown.contains(first["file"].as_str().expect("a name")), "{row}");
        assert!(first["cell"].is_null() || shown.contains(first["cell"].as_str().expect("a cell")), "{row}");
    }
}

#[test]
fn a_page_stays_small_and_a_list_ends_with_the_data_it_showed() {
    let desk = demo();
    let view = open(&desk, json!({}));
    let page = desk.call("findings_rows", json!({ "view": view["view"], "offset": 0, "limit": 100 }));
    assert!(page.to_string().len() < 64 * 1024, "{} bytes", page.to_string().len());
    assert_eq!(page.as_array().map(Vec::len), Some(100));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-06-01T09:00" }));
    assert_ne!(open(&desk, json!({}))["deadlines"], view["deadlines"], "other windows are next");
}

#[test]
fn the_findings_of_a_group_are_waived_together_and_come_back_with_one_undo() {
    let desk = demo();
    let query = json!({ "by": "programme", "severities": ["error"] });
    let view = open(&desk, query.clone());
    let groups = view["groups"].as_array().expect("groups").clone();
    let at = groups.iter().position(|group| group["files"] != group["count"]).expect("a file with several findings");
    let counted = |groups: &[Value]| groups.iter().map(|one| one["count"].as_u64().expect("a count")).sum::<u64>();
    let (from, to) = (counted(&groups[..at]), counted(&groups[..=at]));
    let selection = json!({ "findings": { "view": view["view"], "from": from, "to": to } });
    let codes = desk.call("selection_codes", json!({ "selection": selection }));
    assert_eq!(sum(&codes), to - from, "each finding of the group, by rule");
    let code = &codes[0];
    let grounds = json!({ "reason": "decision", "text": "Vu en commission.", "until": null });
    let mut asked = json!({ "selection": selection, "code": code["value"], "grounds": grounds });
    let effect = desk.call("waive_preview", asked.clone());
    assert_eq!((&effect["findings"], &effect["untouched"]), (&code["count"], &json!(0)), "no other group’s");
    asked["fingerprint"] = effect["fingerprint"].clone();
    desk.call("waive", asked.clone());
    let left = open(&desk, query.clone());
    let waived = code["count"].as_u64().expect("a count");
    assert_eq!(left["total"].as_u64(), view["total"].as_u64().map(|total| total - waived));
    assert_eq!(desk.fails("waive", asked).0, "view-gone", "the list it named is of before");
    let last = desk.call("history", json!({}))[0]["operation"].clone();
    desk.call("undo", json!({ "operation": last }));
    assert_eq!(open(&desk, query)["total"], view["total"]);
}
