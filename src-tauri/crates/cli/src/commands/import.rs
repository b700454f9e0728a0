use super::{progress, reader};
use crate::arguments::{AnswerFormat, Import};
use crate::output::{deliver, deliver_json, say, tell, tell_backup_failure, tell_problems};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::history::FileCounts;
use guichet_app::reading::read_options;
use guichet_app::workspace_files::{ImportRequest, Imported, import};
use guichet_app::{AppError, AskedOf, Changed};
use guichet_model::{Arg, Language, Message};
use std::fmt::Write;

/// Changed values that the answer in words shows one by one.
const CHANGES_SHOWN: usize = 20;

/// `import`: files into a workspace.
pub(crate) fn run(arguments: &Import) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let request = ImportRequest {
        files: &arguments.files,
        workspace: &arguments.workspace.access()?,
        options: read_options(arguments.kind, arguments.map.as_deref())?,
        dry_run: arguments.dry_run,
        strict: arguments.strict,
        problems_out: arguments.problems_out.as_deref(),
        map_out: arguments.map_out.as_deref(),
        language,
    };
    let imported = import(&request, &reader()?, &mut progress())?;
    tell_problems(&imported.problems, language);
    if imported.created {
        let folder = arguments.workspace.folder().display().to_string();
        tell(&say(language, &Message::new("cli-import-created").with("folder", folder)));
    }
    tell_backup_failure(imported.backup_failure.as_ref(), language);
    match arguments.format {
        AnswerFormat::Text => deliver(None, text(&imported, language).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &imported.json(language))?,
    }
    if imported.refused {
        tell(&say(language, &refusal(&imported)));
    }
    Ok(if imported.refused || imported.has_bad_input() { BAD_INPUT } else { NOTHING_BLOCKS })
}

/// Why a strict import did nothing.
fn refusal(imported: &Imported) -> Message {
    let unclean = imported.problems.iter().filter(|problem| problem.code.is_unclean()).count();
    Message::new("cli-import-refused").with("count", unclean)
}

fn text(imported: &Imported, language: Language) -> String {
    let mut text = String::new();
    for counts in &imported.counts {
        let _ = writeln!(text, "{}", say(language, &counts_line(counts)));
    }
    text.push_str(&changes(&imported.changes, language));
    for asked in &imported.questions {
        text.push_str(&question(asked, language));
    }
    let end = match imported.operation {
        Some(operation) => Message::new("cli-import-done").with("operation", operation),
        None => Message::new("cli-import-nothing"),
    };
    let _ = writeln!(text, "{}", say(language, &end));
    text
}

/// What changes, one value a line, up to a number that can be read.
fn changes(all: &[Changed], language: Language) -> String {
    let mut text = String::new();
    let value = |value: &str| match value {
        "" => Arg::from(Message::new("cli-import-no-value")),
        value => Arg::from(value),
    };
    for change in all.iter().take(CHANGES_SHOWN) {
        let place = [&change.file, &change.sheet, &change.cell].map(String::as_str).join(" › ");
        let message = Message::new("cli-import-change")
            .with("place", place)
            .with("who", change.who.as_str())
            .with("field", change.label.as_str())
            .with("old", value(&change.old))
            .with("new", value(&change.new));
        let _ = writeln!(text, "    {}", say(language, &message));
    }
    let others = all.len().saturating_sub(CHANGES_SHOWN);
    if others > 0 {
        let _ = writeln!(text, "    {}", say(language, &Message::new("cli-import-changes-more").with("count", others)));
    }
    text
}

/// What an import did with one file's rows of one kind.
pub(super) fn counts_line(counts: &FileCounts) -> Message {
    Message::new("cli-import-counts")
        .with("file", counts.file.as_str())
        .with("kind", Message::new(format!("kind-{}", counts.kind.as_str())))
        .with("rows", counts.rows)
        .with("new", counts.new)
        .with("changed", counts.changed)
        .with("same", counts.same)
        .with("gone", counts.gone)
        .with("ambiguous", counts.ambiguous)
        .with("skipped", counts.skipped + counts.left_out)
}

/// A question, and the lines that answer it in a mapping file.
fn question(asked: &AskedOf, language: Language) -> String {
    let place = format!("{} › {}", asked.file, asked.sheet);
    let message = Message::new(if asked.required { "cli-import-asks-first" } else { "cli-import-asks" })
        .with("place", place)
        .with("question", asked.text.as_str());
    let mut text = format!("{}\n", say(language, &message));
    for line in asked.answer.lines() {
        let _ = writeln!(text, "    {line}");
    }
    if !asked.values.is_empty() {
        let _ = writeln!(text, "    # … = {}", asked.values.join(", "));
    }
    text
}
