use crate::context::Check;
use crate::registry::{RULES, Rule};
use crate::rulebook::Rulebook;
use crate::verdict::{Says, Verdict};
use guichet_model::{FileState, Finding, Instant, Message, Office, Outcome, Registration, RegistrationId, Severity};

/// A rule that has nothing against a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuietRule {
    /// Its code.
    pub code: &'static str,
    /// Why it does not concern the file; nothing when it passed.
    pub not_concerned: Option<Message>,
}

/// What every rule together says of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileVerdict {
    /// The file.
    pub registration: RegistrationId,
    /// Where it stands.
    pub state: FileState,
    /// Findings, by severity then code.
    pub findings: Vec<Finding>,
}

/// Judges every file of an office, in the office's order.
#[must_use]
pub fn evaluate(office: &Office, book: &Rulebook, as_of: Instant) -> Vec<FileVerdict> {
    office.registrations.iter().map(|registration| evaluate_file(office, book, as_of, registration)).collect()
}

/// Judges one file.
#[must_use]
pub fn evaluate_file(office: &Office, book: &Rulebook, as_of: Instant, registration: &Registration) -> FileVerdict {
    let mut findings = Vec::new();
    ask(office, book, as_of, registration, |rule, verdict, check| match verdict {
        Verdict::Flag(says) => findings.push(finding(rule, Outcome::Flag, &says, check)),
        Verdict::CannotTell(says) => findings.push(finding(rule, Outcome::CannotTell, &says, check)),
        Verdict::Pass | Verdict::NotConcerned(_) => {}
    });
    findings.shrink_to_fit();
    findings.sort_by(|a, b| (a.severity, &a.code).cmp(&(b.severity, &b.code)));
    let state = FileState::of(!registration.stands(), &findings);
    FileVerdict { registration: registration.id, state, findings }
}

/// The rules that passed or are not concerned, by code: many, so asked for one file when somebody looks at it.
#[must_use]
pub fn quiet_rules(office: &Office, book: &Rulebook, as_of: Instant, registration: &Registration) -> Vec<QuietRule> {
    let mut quiet = Vec::new();
    ask(office, book, as_of, registration, |rule, verdict, _| match verdict {
        Verdict::Pass => quiet.push(QuietRule { code: rule.code, not_concerned: None }),
        Verdict::NotConcerned(reason) => quiet.push(QuietRule { code: rule.code, not_concerned: Some(reason) }),
        Verdict::Flag(_) | Verdict::CannotTell(_) => {}
    });
    quiet
}

/// Asks every rule about one file.
fn ask<'a>(
    office: &'a Office,
    book: &'a Rulebook,
    as_of: Instant,
    registration: &'a Registration,
    mut answered: impl FnMut(&Rule, Verdict, Check<'a>),
) {
    let Some(person) = office.person(registration.person) else { return };
    for rule in RULES {
        let mut check = Check::new(office, book, as_of, person, registration);
        let verdict = (rule.check)(&mut check);
        answered(rule, verdict, check);
    }
}

fn finding(rule: &Rule, outcome: Outcome, says: &Says, check: Check<'_>) -> Finding {
    let usual = match outcome {
        Outcome::Flag => rule.severity,
        // Only the rules that exist to say "cannot tell" weigh as errors when they do.
        Outcome::CannotTell if rule.undecided_by_nature => Severity::Error,
        Outcome::CannotTell => Severity::Warning,
    };
    let (book, as_of) = (check.book, check.as_of);
    let (mut evidence, authorities) = check.into_record();
    let deadline = book.deadline(&authorities, as_of);
    // The fact that decides comes first; the others stay in the order in which they were read.
    evidence.sort_by_key(|evidence| rule.reads.first() != Some(&evidence.field));
    Finding {
        code: rule.code.to_owned(),
        slug: rule.slug.to_owned(),
        severity: says.severity().unwrap_or(usual),
        outcome,
        blocking: rule.severity == Severity::Error,
        message: says.sentence("message"),
        why: says.sentence("why"),
        remedy: says.sentence("remedy"),
        evidence,
        authorities,
        deadline,
    }
}
