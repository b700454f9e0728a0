//! DRG005: a derogation was refused, yet the registration stands.

use super::of_file;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, RequestState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DRG005",
    slug: "derogation-refused",
    family: Family::Derogation,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["derogation.needed"],
    reads: &[Field::RequestState, Field::RequestKind, Field::RequestLevel, Field::RegistrationState],
    help: help!("DRG005"),
    examples: &[
        Example {
            title: "refused, and the registration is in progress",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; registration_state=en cours
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=refusée",
        },
        Example {
            title: "no state on the roster: it stands",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_state=refusée",
        },
        Example {
            title: "refused, and given up since",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; registration_state=démission
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=refusée",
        },
        Example {
            title: "not decided yet",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=en attente",
        },
        Example {
            title: "refused first, granted on a second request",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=refusée
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=accordée",
        },
        Example {
            title: "no derogation was asked for",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let registration = check.registration;
    check.fact(Field::RegistrationState, &registration.state);
    if !registration.stands() {
        return not_concerned("reason-not-standing");
    }
    let Some(level) = registration.level else { return not_concerned("reason-derogation-level") };
    let requests = of_file(check);
    if requests.is_empty() {
        return not_concerned("reason-no-derogation");
    }
    check.word("derogation.needed");
    let mut states = Vec::new();
    for request in requests {
        states.push(check.read(&request.source, Field::RequestState, &request.state));
    }
    if states.contains(&Fact::Known(RequestState::Granted)) || !states.contains(&Fact::Known(RequestState::Refused)) {
        let unknown = states.iter().any(|state| matches!(state, Fact::NoColumn | Fact::NotUnderstood(_)));
        return if unknown { Verdict::CannotTell(Says::new(RULE.code).variant("unknown")) } else { Verdict::Pass };
    }
    Verdict::Flag(Says::new(RULE.code).with("level", level.as_str()))
}
