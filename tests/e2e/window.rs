//! The real window, driven from its first start to an exported report.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod desk;
mod http;
mod intake;
mod network;
mod process;
mod report;
mod webdriver;

use std::path::Path;

use serde_json::json;

use crate::desk::Desk;
use crate::report::Workbook;

/// The first finding of the open file that rests on a cell: its code, its sentence, and what was written in that cell.
const FIRST_FINDING: &str = "
    const finding = [...document.querySelectorAll('[data-testid=finding]')]
        .find((card) => card.querySelector('[data-testid=evidence-open]'));
    if (!finding) return null;
    const line = finding.querySelector('[data-testid=evidence-open]').closest('tr');
    finding.querySelector('[data-testid=evidence-open]').setAttribute('id', 'the-evidence');
    return {
        code: finding.dataset.finding,
        message: finding.querySelector('[data-testid=finding-message]').textContent,
        why: finding.querySelector('[data-testid=finding-why]').textContent,
        quote: finding.querySelector('[data-testid=finding-quote]').textContent,
        raw: line.querySelector('.raw')?.textContent ?? '',
    };";

/// Whether every line of the list that is drawn is of a blocked file, and there is one.
const ONLY_BLOCKED: &str = "
    const rows = [...document.querySelectorAll('[data-testid=file-row]')];
    return rows.length > 0 && rows.every((row) => row.querySelector('[data-state=blocked]'));";

#[test]
fn from_the_first_start_to_a_report_that_holds_the_finding_read() {
    let desk = Desk::open();
    let page = &desk.page;
    let start = page.wait_for("[data-testid=start-demo]");
    desk.picture("1-first-start");
    page.click(&start);
    page.wait_for("[data-testid=tile-blocked]");
    desk.picture("2-desk");

    page.click(&page.wait_for("[data-testid=nav-files]"));
    page.wait_for("[data-testid=file-row] [role=gridcell]");
    page.click(&page.wait_for("[data-testid=filter-states]"));
    page.click(&page.wait_for("[data-testid=filter-states-blocked]"));
    page.wait_until("the list of blocked files only", ONLY_BLOCKED);
    page.click(&page.wait_for("[data-testid=filter-states]"));
    desk.picture("3-blocked-files");

    page.click(&page.wait_for("[data-testid=file-row][data-row='0'] [data-column=student_number]"));
    let number = page.text_of(&page.wait_for("[data-testid=file-row][data-row='0'] [data-column=student_number]"));
    let finding = page.wait_until("a finding with its evidence", FIRST_FINDING);
    for part in ["code", "message", "why", "quote"] {
        assert!(finding[part].as_str().is_some_and(|text| !text.is_empty()), "no {part}: {finding}");
    }
    page.click(&page.wait_for("#the-evidence"));
    let marked = page.text_of(&page.wait_for("[data-testid=extract-marked-cell]"));
    assert_eq!(marked, finding["raw"], "the marked cell holds what the evidence quotes");
    desk.picture("4-evidence");

    page.click(&page.wait_for("[data-testid=export]"));
    let written = page.text_of(&page.wait_for("[data-testid=notice-exported] [data-testid=notice-detail]"));
    desk.picture("5-exported");
    assert!(Path::new(&written).starts_with(&desk.saved), "{written}");
    let report = Workbook::open(Path::new(&written));
    let (code, message) = (finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
    assert!(report.has_row(&[&number, code, message]), "no row with {number}, {code} and “{message}”");
}

#[test]
fn the_window_may_call_only_what_the_permissions_name() {
    let desk = Desk::open();
    let invoke = "const [command, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, {}).then(
            (answer) => done({ answer }),
            (error) => done({ error: typeof error === 'string' ? error : JSON.stringify(error) }));";
    let listed = desk.page.run_async(invoke, &json!(["start"]));
    assert!(listed["answer"].is_object(), "a listed command is answered: {listed}");
    let unlisted = desk.page.run_async(invoke, &json!(["unlisted_probe"]));
    assert_eq!(unlisted["answer"], json!(null), "an unlisted command ran");
    assert!(unlisted["error"].as_str().unwrap().contains("not allowed"), "{unlisted}");
}

#[test]
fn the_window_reaches_nothing_outside() {
    let desk = Desk::open();
    let page = &desk.page;
    page.wait_for("[data-testid=start-demo]");
    let fetched = "const [done] = arguments;
        addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
        fetch('http://127.0.0.1:9/').catch(() => setTimeout(() => done('tried'), 1000));";
    assert_eq!(page.run_async(fetched, &json!([])), "connect-src");
    let evaluated = "try { return new Function('return 1')(); } catch (error) { return error.name; }";
    assert_eq!(page.run(evaluated, &json!([])), "EvalError");
    for address in ["http://127.0.0.1:9/", "data:text/html,elsewhere", "about:blank"] {
        let left =
            "const [address, done] = arguments; location.assign(address); setTimeout(() => done(location.href), 500);";
        assert_eq!(page.run_async(left, &json!([address])), "tauri://localhost", "{address}");
    }
    page.wait_for("[data-testid=start-demo]");
}

#[test]
fn the_help_shows_its_screen_in_the_window() {
    let desk = Desk::open();
    let page = &desk.page;
    page.wait_for("[data-testid=start-demo]");
    page.click(&page.wait_for("[data-testid=help]"));
    let drawn = "const image = document.querySelector('[data-testid=help-picture] img');
        return image?.complete && image.naturalWidth > 0 ? [image.naturalWidth, image.width / image.height] : null;";
    let size = page.wait_until("the picture of the page", drawn);
    assert_eq!(size[0], 1000);
    assert!((size[1].as_f64().unwrap() - 1.6).abs() < 0.01, "the room kept for it is its own: {size}");
    page.click(&page.wait_for("[data-testid=help-picture]"));
    page.wait_for("[data-testid=help-picture-large]");
    desk.picture("help-large");
}

#[test]
fn the_zoom_is_the_window_s_own_and_is_kept() {
    let desk = Desk::open();
    let page = &desk.page;
    page.wait_for("[data-testid=start-demo]");
    let handed = page.run("return globalThis.guichetSettings?.zoom ?? null", &json!([]));
    assert_eq!(handed, 100, "the page is handed the preferences before it asks");
    let room = page.run("return innerWidth", &json!([])).as_f64().unwrap();
    page.press_with(&[webdriver::key::CONTROL], "+");
    let less = format!("return innerWidth < {} && innerWidth", room * 0.95);
    let left = page.wait_until("the page has less room", &less).as_f64().unwrap();
    assert!((room / left - 1.1).abs() < 0.02, "{room} became {left}");
    let kept = "const [done] = arguments;
        window.__TAURI_INTERNALS__.invoke('start', {}).then((state) => done(state.settings.zoom));";
    assert_eq!(page.run_async(kept, &json!([])), 110);
}
