//! Judging the cases of a specification.

use crate::specification::{Case, Specification};
use guichet_model::{Catalogue, Finding, Language, Message, Severity, SheetKind};
use guichet_rules::{Expected, Rulebook, RulebookError, quiet_rules, rule, scene_by};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What a rule answered, and its words.
struct Answer {
    expected: Expected,
    finding: Option<Finding>,
    /// Why the rule does not concern the file.
    reason: Option<Message>,
}

impl Specification {
    /// What is wrong: cases answered otherwise than they say, or a specification that shows one side only.
    pub(crate) fn faults(&self) -> Vec<String> {
        if rule(&self.code).is_none() {
            return vec![format!("{} is not a rule", self.code)];
        }
        let speaks = |case: &&Case| matches!(case.expected, Expected::Flag | Expected::CannotTell);
        let speaking = self.cases.iter().filter(speaks).count();
        if speaking == 0 || speaking == self.cases.len() {
            return vec!["cases of one side only: it needs some that speak and some that do not".to_owned()];
        }
        self.cases.iter().filter_map(|case| self.fault(case)).collect()
    }

    fn fault(&self, case: &Case) -> Option<String> {
        let told = self.judge(case, &case.rows).and_then(|()| self.judge(case, &reversed(&case.rows)));
        told.err().map(|fault| format!("line {}, {}:\n{fault}", case.line, case.title))
    }

    fn judge(&self, case: &Case, rows: &[String]) -> Result<(), String> {
        let answer = ask(&self.code, case, rows)?;
        let found = answer.words(Language::Fr);
        if answer.expected != case.expected {
            return Err(format!("  expected {:?}\n  found    {:?}\n{found}", case.expected, answer.expected));
        }
        // Whoever writes a specification types ordinary spaces.
        if !found.replace('\u{a0}', " ").contains(&case.because) {
            return Err(format!("  expected the words {}\n{found}", case.because));
        }
        for language in Language::ALL {
            let words = answer.words(*language);
            if words.contains('⟦') {
                return Err(format!("  a text is missing\n{words}"));
            }
        }
        answer.finding.as_ref().map_or(Ok(()), |finding| judge_finding(finding, case.severity))
    }
}

/// What every finding must have, and the severity the case asks for.
fn judge_finding(finding: &Finding, severity: Option<Severity>) -> Result<(), String> {
    if severity.is_some_and(|severity| severity != finding.severity) {
        return Err(format!("  expected severity {severity:?}\n  found severity    {:?}", finding.severity));
    }
    if finding.evidence.is_empty() {
        return Err("  the finding shows no cell".to_owned());
    }
    if finding.authorities.is_empty() {
        return Err("  the finding quotes no entry of the rulebook".to_owned());
    }
    Ok(())
}

/// Asks the rule of a code about the first file of an office given row by row.
fn ask(code: &str, case: &Case, rows: &[String]) -> Result<Answer, String> {
    let text = format!("as-of: {}\nrulebook: {}\n{}", case.as_of, case.rulebook, rows.join("\n"));
    let scene = scene_by(&text, shipped).map_err(|error| format!("  {error}"))?;
    let (expected, finding) = scene.answer(code).ok_or_else(|| "  there is no file to judge".to_owned())?;
    let registration = scene.office.registrations.first().ok_or_else(|| "  there is no file to judge".to_owned())?;
    let quiet = quiet_rules(&scene.office, &scene.book, scene.as_of, registration);
    let reason = quiet.into_iter().find(|quiet| quiet.code == code).and_then(|quiet| quiet.not_concerned);
    Ok(Answer { expected, finding, reason })
}

/// The shipped rulebook of an id, read once for all cases.
fn shipped(id: &str) -> Result<Rulebook, RulebookError> {
    static BOOKS: Mutex<BTreeMap<String, Rulebook>> = Mutex::new(BTreeMap::new());
    let mut books = BOOKS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(book) = books.get(id) {
        return Ok(book.clone());
    }
    let book = Rulebook::shipped(id)?;
    books.insert(id.to_owned(), book.clone());
    Ok(book)
}

impl Answer {
    fn words(&self, language: Language) -> String {
        let finding = self.finding.iter().flat_map(|finding| [&finding.message, &finding.why]);
        let said = finding.chain(&self.reason);
        said.map(|message| format!("  {}", Catalogue::shared().render(language, message)))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// The same office with its rows in the opposite order, the judged file still first: order must never matter.
fn reversed(rows: &[String]) -> Vec<String> {
    let roster = format!("{}:", SheetKind::Roster.as_str());
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for row in rows {
        if first.is_empty() && row.starts_with(&roster) { first.push(row.clone()) } else { others.push(row.clone()) }
    }
    others.reverse();
    first.append(&mut others);
    first
}
