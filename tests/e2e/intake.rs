//! A messy file, from the dialog to the journal, by keyboard: read, asked about, planned, applied, undone.

use serde_json::json;

use crate::desk::Desk;
use crate::webdriver::{Page, key};

/// Titles above the headers, a column nobody else calls so, a code of the house, remarks.
const MESSY: &str = "Université fictive – Scolarité;;;;;;;
Liste éditée le 20/09/2024;;;;;;;
;;;;;;;
Numéro étudiant;Nom de naissance;Prénom;Né(e) le;Cursus local;Année universitaire;Régime;Observations du secrétariat
21001001;EXEMPLE;Une;03/04/2001;L2;2024-2025;Formation initiale;RAS
21001002;FICTIF;Deux;25/11/2002;L3;2024-2025;ZZ;
21001003;INVENTÉ;Trois;01/02/2003;M1;2024-2025;Formation initiale;à rappeler
";

/// The header of the column whose field the focus is in.
const COLUMN_IN_FOCUS: &str = "
    const row = document.activeElement?.closest('[data-testid=column]');
    return row?.querySelector('.header')?.textContent ?? null;";

/// How many lines the journal holds, and whether the last import is undone.
const UNDONE: &str = "return document.querySelector('[data-testid=journal-line][data-undoable=undone]') !== null;";

#[test]
fn a_messy_file_is_mapped_by_keyboard_planned_applied_and_undone() {
    let desk = Desk::open_with(&[("effectifs.csv", MESSY)]);
    let page = &desk.page;
    page.wait_for("[data-testid=start-create]");
    page.tab_to("[data-testid=start-create]");
    page.press(&key::ENTER.to_string());
    page.wait_for("[data-testid=workspace-name]");
    page.press(&format!("Bureau fictif{}", key::ENTER));
    page.wait_for("[data-testid=screen-desk]");

    // Control+I opens the dialog, which answers the file; the wizard opens where something is asked.
    page.press_with(&[key::CONTROL], "i");
    page.wait_for("[data-testid=step-columns]");
    page.wait_until("the focus on the unknown column", &in_focus("Cursus local"));
    desk.picture("6-import-question");
    page.press(&format!("niveau{}", key::ENTER));
    page.wait_until("the column is taken for the level", &taken_for("E4", "Niveau"));

    // « Continue » leads to the code of the house, then to what the import would do.
    page.tab_to("[data-testid=step-next]");
    page.press(&key::ENTER.to_string());
    page.wait_for("[data-testid=step-values]");
    page.wait_until("the focus on the code of the house", "return document.activeElement?.role === 'combobox';");
    page.press(&format!("formation continue{}", key::ENTER));
    page.wait_until("no question is left", "return document.activeElement?.matches('[data-continue]') ?? false;");
    page.press(&key::ENTER.to_string());
    page.wait_for("[data-testid=step-check]");
    assert_eq!(page.text_of(&page.wait_for("[data-testid=plan-count-new]")), "3", "three rows are new");
    desk.picture("7-import-plan");
    page.tab_to("[data-testid=step-next]");
    page.press(&key::ENTER.to_string());
    let fingerprint = page.text_of(&page.wait_for("[data-testid=fingerprint]"));
    assert!(fingerprint.split_whitespace().last().is_some_and(|hash| hash.len() >= 12), "{fingerprint}");
    page.tab_to("[data-testid=import-apply]");
    page.press(&key::ENTER.to_string());
    page.wait_for("[data-testid=import-done]");
    desk.picture("8-import-done");
    assert_eq!(files_of(page), 3, "each row is a file");

    // Control+Z offers to undo the import by its name, and does it only when confirmed.
    page.press_with(&[key::CONTROL], "z");
    let offered = page.text_of(&page.wait_for("[data-testid=undo-what]"));
    assert!(offered.contains("effectifs.csv"), "the import is named: {offered}");
    desk.picture("9-undo");
    page.press(&key::ENTER.to_string());
    page.wait_for("[data-testid=notice-undone]");
    assert_eq!(files_of(page), 0, "no file is left");
    page.tab_to("[data-testid=nav-journal]");
    page.press(&key::ENTER.to_string());
    page.wait_until("the journal says that the import is undone", UNDONE);
    desk.picture("10-journal");
}

/// Whether the focus is in the field of a column.
fn in_focus(header: &str) -> String {
    format!("return (() => {{ {COLUMN_IN_FOCUS} }})() === {};", json!(header))
}

/// Whether the column with this header's address is taken for a field.
fn taken_for(cell: &str, field: &str) -> String {
    format!(
        "const row = document.querySelector('[data-testid=column][data-column={cell}]');
         return row?.querySelector('input')?.value === {} && row.querySelector('[data-state=answered]') !== null;",
        json!(field)
    )
}

/// How many files the workspace holds, as the application itself says.
fn files_of(page: &Page) -> i64 {
    let summary = "const [done] = arguments;
        window.__TAURI_INTERNALS__.invoke('summary', {}).then((summary) => done(summary.files), () => done(-1));";
    page.run_async(summary, &json!([])).as_i64().unwrap()
}
