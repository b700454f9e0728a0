//! A rulebook written in the window: made from another, changed entry by entry, published, undone, shared.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const AMU: &str = "amu-allsh-2024-2025";
const WINDOW: &str = "window.l2-l3-deust2";

fn demo() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    desk
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn entry<'v>(view: &'v Value, key: &str) -> &'v Value {
    list(&view["entries"]).iter().find(|entry| entry["key"] == key).unwrap_or_else(|| panic!("no entry {key}"))
}

fn number(view: &Value) -> Value {
    view["line"]["draft"].clone()
}

fn in_force(desk: &Desk) -> Value {
    desk.call("summary", json!({}))["workspace"]["rulebook"]["id"].clone()
}

fn states(desk: &Desk) -> Value {
    desk.call("summary", json!({}))["states"].clone()
}

fn cite() -> Value {
    json!({ "document": "Décision du 15 juillet 2024", "heading": "Article 2", "quote": "jusqu’au 30 novembre 2024",
        "status": "verified", "note_fr": "", "note_en": "" })
}

/// A draft of a new edition in which the second span of the window of L2 and L3 closes at another minute.
fn changed(desk: &Desk, closes: &str) -> Value {
    let begun = desk.call("rulebook_clone", json!({ "id": AMU }));
    let draft = number(&begun);
    let shown = desk.call("rulebook_entry", json!({ "draft": draft, "key": WINDOW }));
    assert_eq!((&shown["form"]["kind"], &shown["editable"]), (&json!("window"), &json!(true)));
    let mut form = shown["form"].clone();
    form["intervals"][1]["closes"] = json!(closes);
    desk.call("rulebook_entry_set", json!({ "draft": draft, "key": WINDOW, "form": form, "cite": cite() }))
}

fn preview(desk: &Desk, draft: &Value) -> Value {
    desk.call("rulebook_preview", json!({ "draft": draft }))
}

#[test]
fn what_may_be_added_is_chosen_by_its_name() {
    let desk = demo();
    let view = desk.call("rulebook_clone", json!({ "id": AMU, "academic_year": null }));
    let offered = list(&view["addable"]);
    let window = offered.iter().find(|one| one["key"] == "window.l3").expect("a window of L3 alone is not there yet");
    assert_eq!((&window["kind"], &window["name"]), (&json!("window"), &json!("Période d’inscription, L3")));
    for one in offered {
        assert!(!list(&view["entries"]).iter().any(|entry| entry["key"] == one["key"]), "{one} is there already");
        let new = json!({ "draft": number(&view), "key": one["key"], "new": one["kind"] });
        let shown = desk.call("rulebook_entry", new);
        assert_eq!((&shown["name"], &shown["form"]["kind"]), (&one["name"], &one["kind"]));
        if one["key"] == "window.l3" {
            assert_eq!(shown["form"]["levels"], json!(["L3"]));
        }
    }
}

fn publish(desk: &Desk, draft: &Value) -> Value {
    let fingerprint = preview(desk, draft)["fingerprint"].clone();
    desk.call("rulebook_publish", json!({ "draft": draft, "fingerprint": fingerprint }))
}

#[test]
fn a_date_is_changed_published_and_undone() {
    let desk = demo();
    let before = states(&desk);
    let view = changed(&desk, "2024-11-30T12:00");
    let (line, draft) = (&view["line"], number(&view));
    assert_eq!((&line["changed"], &line["edition"]), (&json!(1), &json!(2)));
    let of_window = entry(&view, WINDOW);
    assert_eq!((&of_window["change"], &of_window["status"]), (&json!("changed"), &json!("verified")));
    assert!(of_window["said"].as_str().expect("words").contains("30/11/2024 12:00"), "{of_window}");
    assert!(view["documents"].to_string().contains("Décision du 15 juillet 2024"));
    assert_eq!(in_force(&desk), AMU, "nothing is published yet");
    // What publishing would change is shown, and is what publishing changes.
    let shown = preview(&desk, &draft);
    let total = shown["simulation"]["total"].as_u64().expect("a count");
    assert!(total > 0, "somebody registered after the former close");
    assert_eq!(states(&desk), before);
    let stale = desk.fails("rulebook_publish", json!({ "draft": draft, "fingerprint": "0" }));
    assert_eq!(stale.0, "plan-outdated");
    let summary = publish(&desk, &draft);
    assert_eq!(summary["workspace"]["rulebook"]["id"], format!("{AMU}-e2"));
    assert_eq!(summary["workspace"]["rulebook"]["title"], "AMU ALLSH 2024-2025 · édition 2");
    let shelf = desk.call("rulebook_shelf", json!({}));
    assert_eq!(
        (list(&shelf["drafts"]).len(), list(&shelf["editions"]).last().expect("one")["in_force"] == true),
        (0, true)
    );
    let found = desk.call("rulebooks_compare", json!({ "one": AMU, "other": format!("{AMU}-e2") }));
    assert_eq!(list(&found).iter().map(|one| &one["key"]).collect::<Vec<_>>(), [WINDOW]);
    // The former rulebook, tried against the new one, says the same files differ.
    let back = desk
        .call("simulate", json!({ "rulebook": AMU, "as_of": desk.call("summary", json!({}))["workspace"]["as_of"] }));
    assert_eq!(back["total"], total);
    let history = desk.call("history", json!({}));
    let last = &list(&history)[0];
    assert_eq!((&last["kind"], &last["undoable"]), (&json!("publish"), &json!("yes")));
    assert!(last["label"].as_str().expect("words").contains("édition 2"), "{last}");
    desk.call("undo", json!({ "operation": last["operation"] }));
    assert_eq!((in_force(&desk), states(&desk)), (json!(AMU), before));
    let shelf = desk.call("rulebook_shelf", json!({}));
    assert_eq!(
        (list(&shelf["drafts"]).len(), list(&shelf["editions"]).len()),
        (1, 3),
        "the draft is back, the edition gone"
    );
}

#[test]
fn a_draft_and_an_edition_outlive_the_window() {
    let desk = demo();
    let kept = number(&changed(&desk, "2024-11-30T12:00"));
    let published = number(&changed(&desk, "2024-12-01"));
    publish(&desk, &published);
    let desk = desk.restarted();
    assert_eq!(in_force(&desk), format!("{AMU}-e2"));
    let view = desk.call("rulebook_draft", json!({ "draft": kept }));
    assert!(entry(&view, WINDOW)["said"].as_str().expect("words").contains("30/11/2024 12:00"));
    assert_eq!(view["line"]["edition"], 3, "the next after the one published meanwhile");
    // The former edition is chosen again, then the newer one: nothing of either changed.
    for id in [AMU.to_owned(), format!("{AMU}-e2")] {
        desk.call("campaign_set", json!({ "rulebook": id, "as_of": null }));
        assert_eq!(in_force(&desk), id);
    }
    desk.call("rulebook_discard", json!({ "draft": kept }));
    assert_eq!(desk.fails("rulebook_draft", json!({ "draft": kept })).0, "gone");
}

#[test]
fn another_year_leaves_what_is_dated_open_and_says_so() {
    let desk = demo();
    let view = desk.call("rulebook_clone", json!({ "id": AMU, "academic_year": "2025-2026" }));
    let line = &view["line"];
    assert_eq!((&line["id"], &line["edition"]), (&json!("amu-allsh-2025-2026"), &json!(1)));
    assert_eq!((&view["title_fr"], &line["academic_year"]), (&json!("AMU ALLSH 2025-2026"), &json!("2025-2026")));
    let open = list(&view["entries"]).iter().filter(|entry| entry["open"] == true).count();
    assert_eq!(line["open"], json!(open));
    assert!(entry(&view, WINDOW)["open"] == true && entry(&view, "closure.summer")["change"] == "removed");
    let shown = desk.call("rulebook_entry", json!({ "draft": number(&view), "key": WINDOW }));
    assert!(shown["former"].as_str().expect("words").contains("20/09/2024"), "the former dates are there to be read");
    assert!(shown["cite"]["note_fr"].as_str().expect("words").contains("2025-2026"), "{}", shown["cite"]);
    // What was left out is put back, and what is of below is laid over.
    let draft = number(&view);
    let view = desk.call("rulebook_entry_reset", json!({ "draft": draft, "key": "closure.summer" }));
    assert_eq!(entry(&view, "closure.summer")["change"], "same");
    let key = "cvec.amount.2025-2026";
    let form = json!({ "kind": "value", "unset": false, "text": "105,00" });
    let view = desk.call("rulebook_entry_set", json!({ "draft": draft, "key": key, "form": form, "cite": cite() }));
    assert!(entry(&view, key)["said"].as_str().expect("words").contains("105"));
    assert_eq!(desk.fails("rulebook_clone", json!({ "id": AMU, "academic_year": "2025-2027" })).0, "not-a-year");
}

#[test]
fn what_cannot_be_is_refused_by_its_key_and_changes_nothing() {
    let desk = demo();
    let view = desk.call("rulebook_clone", json!({ "id": AMU }));
    let draft = number(&view);
    let window = |intervals: Value| {
        json!({ "kind": "window", "levels": ["L2"], "routes": [], "results": [], "accepted": null, "intervals": intervals,
            "no_date": false, "decides": true })
    };
    let value = |text: &str| json!({ "kind": "value", "unset": false, "text": text });
    let uncited =
        json!({ "document": " ", "heading": "x", "quote": "y", "status": "verified", "note_fr": "", "note_en": "" });
    for (key, form, cite, word) in [
        (WINDOW, window(json!([{ "opens": "2024-07-20", "closes": "2024-07-19" }])), cite(), "ferme avant"),
        (WINDOW, window(json!([{ "opens": null, "closes": "demain" }])), cite(), "demain"),
        ("cvec.amount.2024-2025", value("cent euros"), cite(), "cent euros"),
        ("calendar.notice_days", value("-3"), cite(), "nombre"),
        ("derogation.deadline.licence", value("20/09/2024"), cite(), "20/09/2024"),
        ("calendar.notice_days", value("5"), uncited, "source"),
        ("une clé", value("5"), cite(), "lettres"),
    ] {
        let refused =
            desk.fails("rulebook_entry_set", json!({ "draft": draft, "key": key, "form": form, "cite": cite }));
        assert_eq!(refused.0, "rulebook-entry", "{key}");
        assert!(refused.1.contains(key) && refused.1.contains(word), "{}", refused.1);
    }
    assert_eq!(desk.call("rulebook_draft", json!({ "draft": draft })), view);
    // An entry of a key that nothing has yet begins empty, and is taken away again.
    let new = json!({ "draft": draft, "key": "closure.winter", "new": "closure" });
    let shown = desk.call("rulebook_entry", new);
    assert_eq!(shown["form"], json!({ "kind": "closure", "from": "", "to": "" }));
    let form = json!({ "kind": "closure", "from": "2024-12-21", "to": "2025-01-05" });
    let set = json!({ "draft": draft, "key": "closure.winter", "form": form, "cite": cite() });
    assert_eq!(entry(&desk.call("rulebook_entry_set", set), "closure.winter")["change"], "added");
    let back = desk.call("rulebook_entry_reset", json!({ "draft": draft, "key": "closure.winter" }));
    assert_eq!(back["line"]["changed"], 0);
}

#[test]
fn every_entry_is_put_in_a_form_and_comes_out_as_it_was() {
    let desk = demo();
    let view = desk.call("rulebook_clone", json!({ "id": AMU }));
    let draft = number(&view);
    let mut forms = BTreeSet::new();
    for one in list(&view["entries"]) {
        // One of each part and state: each is read and written the same way.
        let key = one["key"].as_str().expect("a key");
        if !forms.insert((key.split('.').next().map(str::to_owned), one["change"].to_string(), one["open"].to_string()))
        {
            continue;
        }
        let shown = desk.call("rulebook_entry", json!({ "draft": draft, "key": key }));
        assert_eq!(shown["editable"], true, "{one}");
        if one["change"] != "same" {
            continue;
        }
        let set = json!({ "draft": draft, "key": one["key"], "form": shown["form"], "cite": shown["cite"] });
        let after = desk.call("rulebook_entry_set", set);
        assert_eq!(entry(&after, key), one);
    }
    for part in ["window", "extension", "closure", "limit", "piece", "cvec", "derogation"] {
        assert!(forms.iter().any(|(first, ..)| first.as_deref() == Some(part)), "{part}: {forms:?}");
    }
}

#[test]
fn an_edition_is_shared_as_a_file() {
    let (desk, other) = (demo(), demo());
    publish(&desk, &number(&changed(&desk, "2024-11-30T12:00")));
    let file = desk.folder.path().join("edition.toml");
    desk.choose_save(&file);
    desk.call("rulebook_save", json!({ "id": format!("{AMU}-e2") }));
    other.choose_toml(&file);
    let view = other.call("rulebook_open", json!({}));
    assert_eq!((&view["line"]["id"], &view["line"]["changed"]), (&json!(format!("{AMU}-e2")), &json!(1)));
    publish(&other, &number(&view));
    assert_eq!(other.fails("rulebook_open", json!({})).0, "rulebook-there");
    let again = other.folder.path().join("again.toml");
    other.choose_save(&again);
    other.call("rulebook_save", json!({ "id": format!("{AMU}-e2") }));
    let read = |path| std::fs::read_to_string(path).expect("written");
    let text = read(&file);
    assert_eq!(read(&again), text, "to the letter");
    let stranger = text.replace("over = \"national\"", "over = \"nowhere\"");
    for (text, word) in [
        (text.replace("2024-11-30T12:00", "2023-11-30T12:00"), WINDOW),
        ("pas un règlement".to_owned(), "Ligne 1"),
        (stranger, "nowhere"),
    ] {
        std::fs::write(&file, text).expect("written");
        let refused = other.fails("rulebook_open", json!({}));
        assert!(refused.0 == "rulebook" && refused.1.contains(word), "{}", refused.1);
    }
    assert_eq!(list(&other.call("rulebook_shelf", json!({}))["drafts"]).len(), 0);
}

#[test]
fn a_rulebook_being_written_is_backed_up_when_the_window_closes() {
    let desk = demo();
    desk.ends();
    let desk = desk.restarted();
    let backups = |desk: &Desk| desk.call("backups", json!({}))["backups"].as_array().map(Vec::len);
    let before = backups(&desk);
    let view = changed(&desk, "2024-10-01T12:00");
    let kept = desk.call("backups", json!({}));
    assert_eq!(kept["complete"], false);
    let preview = desk.call("restore_preview", json!({ "name": kept["backups"][0]["name"] }));
    assert_eq!(preview["same"], false, "it would take the rulebook being written away");
    assert!(preview["counts"].to_string().contains("Règlements en cours d’écriture"), "{preview}");
    desk.ends();
    let desk = desk.restarted();
    let after = desk.call("backups", json!({}));
    assert_eq!((backups(&desk), &after["complete"]), (before.map(|count| count + 1), &json!(true)));
    let shelf = desk.call("rulebook_shelf", json!({}));
    assert!(shelf.to_string().contains(&format!("\"draft\":{}", number(&view))), "{shelf}");
}
