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
    /// Rules that passed or are not concerned, by code.
    pub quiet: Vec<QuietRule>,
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
    let mut quiet = Vec::new();
    if let Some(person) = office.person(registration.person) {
        for rule in RULES {
            let mut check = Check::new(office, book, as_of, person, registration);
            match (rule.check)(&mut check) {
                Verdict::Pass => quiet.push(QuietRule { code: rule.code, not_concerned: None }),
                Verdict::NotConcerned(reason) => quiet.push(QuietRule { code: rule.code, not_concerned: Some(reason) }),
                Verdict::Flag(says) => findings.push(finding(rule, Outcome::Flag, &says, check)),
                Verdict::CannotTell(says) => findings.push(finding(rule, Outcome::CannotTell, &says, check)),
            }
        }
    }
    findings.sort_by(|a, b| (a.severity, &a.code).cmp(&(b.severity, &b.code)));
    let state = FileState::of(!registration.stands(), &findings);
    FileVerdict { registration: registration.id, state, findings, quiet }
}

fn finding(rule: &Rule, outcome: Outcome, says: &Says, check: Check<'_>) -> Finding {
    let usual = match outcome {
        Outcome::Flag => rule.severity,
        // Only the rules that exist to say "cannot tell" weigh as errors when they do.
        Outcome::CannotTell if rule.undecided_by_nature => Severity::Error,
        Outcome::CannotTell => Severity::Warning,
    };
    let (mut evidence, authorities) = check.into_record();
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
    }
}
