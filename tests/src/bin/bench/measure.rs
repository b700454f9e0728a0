//! What the window asks of the application, timed.

use crate::Failed;
use crate::office;
use crate::spent::Spent;
use guichet_app::App;
use serde_json::{Value, json};
use std::path::Path;

/// How often each thing is asked.
const TIMES: usize = 9;

/// One figure of a workspace.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
}

/// Opens the workspace of a folder and asks for its lists.
pub(crate) fn measure(home: &Path) -> Result<Vec<Line>, Failed> {
    let mut lines = Vec::new();
    let mut add = |name, value| lines.push(Line { name, value });
    let begun = Spent::now();
    let app = office::open(home);
    add("opening, with the findings of before (s)", begun.elapsed());
    let asked = Asked { app: &app };
    let begun = Spent::now();
    asked.once("judge", json!({}))?;
    add("every file judged (s)", begun.elapsed());
    let begun = Spent::now();
    let view = asked.open(&json!({}))?;
    add("first list: the index is read (s)", begun.elapsed());
    add("memory, facts and index (MB)", memory("VmRSS:"));
    add("memory at most so far (MB)", memory("VmHWM:"));
    let total = view["total"].as_u64().unwrap_or_default();
    for (name, query) in queries() {
        add(name, asked.median("files_open", &json!({ "query": query }))?);
    }
    let view = asked.open(&json!({ "sort": "programme" }))?;
    let middle = json!({ "view": view["view"], "offset": total / 2, "limit": 200 });
    add("a page of 200 rows (ms)", asked.median("files_rows", &middle)?);
    let page = asked.once("files_rows", middle)?;
    add("the same (KB)", f64::from(u32::try_from(page.to_string().len())?) / 1024.0);
    let row = json!({ "view": view["view"], "offset": total / 2, "limit": 1 });
    let id = asked.once("files_rows", row)?["id"][0].clone();
    add("a file (ms)", asked.median("file_detail", &json!({ "id": id }))?);
    let all = json!({ "view": view["view"], "change": { "kind": "all" } });
    add("every file selected (ms)", asked.median("selection_change", &all)?);
    add("findings by rule (ms)", asked.median("findings_open", &json!({ "query": {} }))?);
    Ok(lines)
}

fn queries() -> [(&'static str, Value); 9] {
    [
        ("list by name (ms)", json!({})),
        ("sort by number (ms)", json!({ "sort": "student_number" })),
        ("sort by programme (ms)", json!({ "sort": "programme" })),
        ("sort by registration, the latest first (ms)", json!({ "sort": "registered_at", "descending": true })),
        ("sort by findings (ms)", json!({ "sort": "findings", "descending": true })),
        ("search of one letter (ms)", json!({ "search": "d" })),
        ("search of two words (ms)", json!({ "search": "dupré zo" })),
        ("search of a number (ms)", json!({ "search": "20000042" })),
        ("two filters (ms)", json!({ "states": ["blocked"], "levels": ["L2", "M1"] })),
    ]
}

struct Asked<'a> {
    app: &'a App,
}

impl Asked<'_> {
    fn once(&self, command: &str, args: Value) -> Result<Value, Failed> {
        self.app.call(command, args).map_err(|failure| format!("{command}: {}", failure.message).into())
    }

    fn open(&self, query: &Value) -> Result<Value, Failed> {
        self.once("files_open", json!({ "query": query }))
    }

    /// The middle of several askings, in milliseconds.
    fn median(&self, command: &str, args: &Value) -> Result<f64, Failed> {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let begun = Spent::now();
            self.once(command, args.clone())?;
            times.push(begun.elapsed() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        Ok(times[TIMES / 2])
    }
}

/// What this process holds, in megabytes, where the system says it.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told = status.lines().find_map(|told| told.strip_prefix(line)).unwrap_or_default();
    let kilobytes: f64 = told.trim().trim_end_matches(" kB").parse().unwrap_or_default();
    kilobytes / 1024.0
}
