//! Whether a file lacks something, whatever else stands against it.

use crate::engine::FileVerdict;
use guichet_model::{FileState, Finding, Outcome, Severity};

/// The rules that find a document, a proof or an identifier absent or unusable.
pub const LACKS: &[&str] = &[
    "IDN001", "CVC001", "CAL005", "RPT004", "DRG004", "CNC009", "FEE003", "DOC001", "DOC002", "DOC003", "DOC004",
    "DOC005", "REF003",
];

impl FileVerdict {
    /// Whether the file lacks neither a document nor a fact: it can be judged whole, and only its substance may stand
    /// against it. A ready file is complete; a cancelled one is not counted.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.state != FileState::Cancelled && !self.findings.iter().any(is_lack)
    }
}

/// Whether a finding says that something is absent, and keeps the file from being ready.
fn is_lack(finding: &Finding) -> bool {
    match finding.outcome {
        Outcome::Flag => finding.severity != Severity::Info && LACKS.contains(&finding.code.as_str()),
        Outcome::CannotTell => finding.blocking,
    }
}

#[cfg(test)]
mod tests {
    use super::LACKS;
    use crate::engine::{FileVerdict, evaluate};
    use crate::example::scene;
    use crate::registry::rule;
    use guichet_model::{FileState, Outcome};

    /// Registered between two windows, without a certificate, and nothing said of fees.
    const FILE: &str = "roster: student_number=1; birth_name=Exemple; given_name=Anne; birth_date=2004-05-06; ine=1409002949V;\
        level=L2; regime=10; registered_at=2024-08-01T10:00; channel=en ligne; cvec_number=; scholarship=non";

    fn verdict() -> FileVerdict {
        let scene = scene(FILE).unwrap();
        evaluate(&scene.office, &scene.book, scene.as_of).remove(0)
    }

    fn only(kept: impl Fn(&str, Outcome) -> bool) -> FileVerdict {
        let mut verdict = verdict();
        verdict.findings.retain(|finding| kept(&finding.code, finding.outcome));
        assert!(!verdict.findings.is_empty());
        verdict
    }

    #[test]
    fn every_lack_is_a_rule() {
        assert!(LACKS.iter().all(|code| rule(code).is_some()));
    }

    #[test]
    fn what_is_absent_makes_it_incomplete_and_what_is_wrong_does_not() {
        assert!(!only(|code, _| code == "CVC001").is_complete(), "a certificate is missing");
        let late = only(|code, outcome| code.starts_with("CAL") && outcome == Outcome::Flag);
        assert!(late.is_complete(), "{:?}", late.findings);
        assert!(
            !only(|code, outcome| code.starts_with("FEE") && outcome == Outcome::CannotTell).is_complete(),
            "fees are not said"
        );
        let cancelled = FileVerdict { state: FileState::Cancelled, ..late };
        assert!(!cancelled.is_complete());
        assert!(FileVerdict { findings: Vec::new(), state: FileState::Ready, ..cancelled }.is_complete());
    }
}
