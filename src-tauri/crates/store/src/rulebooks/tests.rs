use crate::testing::{NOW, holder, workspace};
use crate::{NewEdition, OperationId, OperationKind, RULEBOOK_SETTING, StoreError, Workspace};
use serde_json::json;
use tempfile::tempdir;

fn publish(workspace: &mut Workspace, draft: Option<i64>, name: &str) -> Result<OperationId, StoreError> {
    let new = NewEdition { draft, name, label: name, text: "id = 1" };
    workspace.publish_rulebook(&new, NOW)
}

fn in_force(workspace: &Workspace) -> Option<String> {
    workspace.setting(RULEBOOK_SETTING).unwrap().and_then(|value| value.as_str().map(str::to_owned))
}

fn names(workspace: &Workspace) -> Vec<String> {
    workspace.rulebook_editions().unwrap().into_iter().map(|edition| edition.name).collect()
}

#[test]
fn a_draft_survives_the_window_and_leaves_no_entry() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("w");
    let mut store = workspace(&place);
    let entries = store.journal(99).unwrap().len();
    let first = store.begin_rulebook("base", "a", NOW).unwrap();
    let second = store.begin_rulebook("base", "b", NOW).unwrap();
    assert!(store.keep_rulebook(first, "c", NOW).unwrap() && store.discard_rulebook(second).unwrap());
    assert!(!store.discard_rulebook(second).unwrap() && !store.keep_rulebook(second, "x", NOW).unwrap());
    drop(store);
    let mut store = Workspace::open(&place, &holder(), NOW).unwrap();
    let drafts = store.rulebook_drafts().unwrap();
    assert_eq!(drafts.iter().map(|draft| (draft.number, &*draft.text)).collect::<Vec<_>>(), [(first, "c")]);
    assert_eq!(store.journal(99).unwrap().len(), entries);
    assert!(store.begin_rulebook("base", "d", NOW).unwrap() > second, "no number is given twice");
}

#[test]
fn publishing_puts_in_force_and_is_undone_with_its_draft() {
    let folder = tempdir().unwrap();
    let mut store = workspace(&folder.path().join("w"));
    store.set_setting(RULEBOOK_SETTING, &json!("base"), NOW).unwrap();
    let draft = store.begin_rulebook("base", "text", NOW).unwrap();
    let before = store.state_hash().unwrap();
    let published = publish(&mut store, Some(draft), "base-e2").unwrap();
    let entry = &store.journal(1).unwrap()[0];
    assert_eq!((entry.kind, &entry.summary["former"]), (OperationKind::Publish, &json!("base")));
    assert_eq!((names(&store), in_force(&store).as_deref()), (vec!["base-e2".to_owned()], Some("base-e2")));
    assert!(store.rulebook_drafts().unwrap().is_empty());
    assert_ne!(store.state_hash().unwrap(), before);
    let undone = store.undo(published, NOW).unwrap();
    assert_eq!((names(&store), in_force(&store).as_deref()), (Vec::new(), Some("base")));
    assert_eq!((store.rulebook_drafts().unwrap()[0].number, store.state_hash().unwrap()), (draft, before));
    // The draft goes on; doing it again leaves it, as it has become.
    store.keep_rulebook(draft, "more", NOW).unwrap();
    store.undo(undone.operation, NOW).unwrap();
    assert_eq!((names(&store), in_force(&store).as_deref()), (vec!["base-e2".to_owned()], Some("base-e2")));
    assert_eq!(store.rulebook_drafts().unwrap()[0].text, "more");
}

#[test]
fn what_was_chosen_since_stays_and_the_former_edition_is_not_undone_before() {
    let folder = tempdir().unwrap();
    let mut store = workspace(&folder.path().join("w"));
    let first = publish(&mut store, None, "a").unwrap();
    let second = publish(&mut store, None, "b").unwrap();
    let refused = store.undo(first, NOW);
    assert!(matches!(refused, Err(StoreError::UndoRefused { .. })), "{refused:?}");
    store.set_setting(RULEBOOK_SETTING, &json!("other"), NOW).unwrap();
    store.undo(second, NOW).unwrap();
    assert_eq!((names(&store), in_force(&store).as_deref()), (vec!["a".to_owned()], Some("other")));
    store.set_setting(RULEBOOK_SETTING, &json!("a"), NOW).unwrap();
    store.undo(first, NOW).unwrap();
    assert_eq!((names(&store).len(), in_force(&store)), (0, None), "none had been chosen");
}

#[test]
fn an_edition_is_published_once_and_from_a_draft_that_is_there() {
    let folder = tempdir().unwrap();
    let mut store = workspace(&folder.path().join("w"));
    publish(&mut store, None, "a").unwrap();
    let hash = store.state_hash().unwrap();
    for refused in [publish(&mut store, None, "a"), publish(&mut store, Some(7), "b")] {
        assert!(matches!(refused, Err(StoreError::DecisionRefused { .. })), "{refused:?}");
    }
    assert_eq!(store.state_hash().unwrap(), hash);
}
