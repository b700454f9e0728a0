use super::{as_of, progress, reader};
use crate::arguments::{Check, CheckFormat};
use crate::output::{deliver, deliver_json, say, tell_problems};
use crate::{BAD_INPUT, BLOCKED, NOTHING_BLOCKS};
use guichet_app::AppError;
use guichet_app::check::{CheckRequest, Checked, check};
use guichet_app::check_json::check_json;
use guichet_app::reading::read_options;
use guichet_model::{FileState, Instant, Language, Message, Outcome, Severity, instant_text};
use guichet_rules::{FileVerdict, Rulebook};
use std::fmt::Write;
use std::sync::atomic::AtomicBool;

/// `check`: judges files in memory.
pub(crate) fn run(arguments: &Check) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let layers = guichet_app::rulebooks::read_layers(&arguments.rulebook_file)?;
    let rulebook = Rulebook::find(&arguments.rulebook, &layers)?;
    let as_of = as_of(arguments.as_of.as_deref())?;
    let options = read_options(arguments.kind, arguments.map.as_deref())?;
    if arguments.format == CheckFormat::Xlsx && arguments.out.is_none() {
        return Err(AppError::NotACommand("--format xlsx --out PATH".to_owned()));
    }
    let request = CheckRequest { files: &arguments.files, rulebook: &rulebook, as_of, options };
    let checked = check(&request, &reader()?, &mut progress(), &AtomicBool::new(false))?;
    tell_problems(&checked.problems, language);
    if arguments.strict && checked.is_unclean() {
        return Ok(BAD_INPUT);
    }
    let out = arguments.out.as_deref();
    match arguments.format {
        CheckFormat::Text => deliver(out, text(&checked, &rulebook, as_of, language).as_bytes())?,
        CheckFormat::Json => deliver_json(out, &check_json(&checked, &rulebook, as_of, language))?,
        CheckFormat::Xlsx => deliver(out, &guichet_app::report::of_check(&checked, &rulebook, as_of, language)?)?,
    }
    Ok(exit_code(&checked))
}

fn exit_code(checked: &Checked) -> u8 {
    let blocks = |verdict: &FileVerdict| {
        verdict.findings.iter().any(|finding| finding.outcome == Outcome::Flag && finding.severity == Severity::Error)
    };
    match () {
        () if checked.has_bad_input() => BAD_INPUT,
        () if checked.verdicts.iter().any(blocks) => BLOCKED,
        () => NOTHING_BLOCKS,
    }
}

/// The answer for a person: files that need one, then the counts.
fn text(checked: &Checked, rulebook: &Rulebook, as_of: Instant, language: Language) -> String {
    let mut text = recognised(checked, language);
    for verdict in checked.verdicts.iter().filter(|verdict| !verdict.findings.is_empty()) {
        file_text(&mut text, checked, verdict, language);
    }
    let count = |state| checked.verdicts.iter().filter(|verdict| verdict.state == state).count();
    let summary = Message::new("cli-check-summary")
        .with("rulebook", rulebook.title(language))
        .with("as_of", instant_text(as_of).replace('T', " "))
        .with("files", checked.verdicts.len())
        .with("blocked", count(FileState::Blocked))
        .with("to_check", count(FileState::ToCheck))
        .with("ready", count(FileState::Ready))
        .with("cancelled", count(FileState::Cancelled));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", say(language, &summary));
    text
}

/// What each sheet was taken for: the kind is guessed from its headers, and `--kind` says otherwise.
fn recognised(checked: &Checked, language: Language) -> String {
    let mut text = String::new();
    for sheet in checked.readings.iter().flat_map(|reading| &reading.sheets).map(|reading| &reading.sheet) {
        let message = Message::new("cli-recognised")
            .with("file", sheet.file.as_str())
            .with("sheet", sheet.name.as_str())
            .with("kind", Message::new(format!("kind-{}", sheet.kind.as_str())))
            .with("rows", checked.rows_of(sheet));
        let _ = writeln!(text, "{}", say(language, &message));
    }
    text.push('\n');
    text
}

fn file_text(text: &mut String, checked: &Checked, verdict: &FileVerdict, language: Language) {
    let Some(registration) = checked.registration(verdict) else { return };
    let identity = checked.office.person(registration.person).map(|person| &person.identity);
    let part = |value: Option<&String>| value.cloned().unwrap_or_default();
    let state = say(language, &Message::new(format!("state-{}", verdict.state.as_str())));
    let _ = writeln!(
        text,
        "{} {} {} · {} · {state}",
        part(identity.and_then(|identity| identity.student_number.as_ref())),
        part(identity.and_then(|identity| identity.birth_name.as_ref())),
        part(identity.and_then(|identity| identity.given_name.as_ref())),
        registration.level.map_or("?", |level| level.as_str()),
    );
    for finding in &verdict.findings {
        let mark = match (finding.outcome, finding.severity) {
            (Outcome::CannotTell, _) => '?',
            (_, Severity::Error) => '✖',
            (_, Severity::Warning) => '▲',
            (_, Severity::Info) => 'i',
        };
        let _ = writeln!(text, "  {mark} {} {}", finding.code, say(language, &finding.message));
        let _ = writeln!(text, "      {}", say(language, &finding.why));
        let place = finding.evidence.iter().find_map(|evidence| Some((evidence, evidence.cell()?)));
        if let Some((evidence, cell)) = place {
            let raw = evidence.raw.as_deref().unwrap_or_default();
            let _ = writeln!(text, "      {} › {} › {cell} « {raw} »", evidence.sheet.file, evidence.sheet.name);
        }
        let _ = writeln!(text, "      → {}", say(language, &finding.remedy));
    }
    text.push('\n');
}
