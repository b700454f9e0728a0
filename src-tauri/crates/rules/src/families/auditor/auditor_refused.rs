//! AUD008: every request of an auditor was refused, yet the registration stands.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::families::requests::attached;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Regime, RequestKind, RequestState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD008",
    slug: "auditor-refused",
    family: Family::Auditor,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["auditor.decision"],
    reads: &[Field::RequestState, Field::RequestKind, Field::RequestLevel, Field::Regime, Field::RegistrationState],
    help: help!("AUD008"),
    examples: &[
        Example {
            title: "the only request was refused, and the registration stands",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; request_state=refusée",
        },
        Example {
            title: "one of two units was granted",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; request_state=refusée
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102; request_state=accordée",
        },
        Example {
            title: "refused, and given up since",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=auditeur libre; registration_state=démission
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; request_state=refusée",
        },
        Example {
            title: "a decision that is not understood, beside a refusal",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; request_state=refusée
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102; request_state=à voir",
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
    if check.fact(Field::Regime, &registration.regime) != Fact::Known(Regime::Auditor) {
        return not_concerned("reason-not-auditor");
    }
    let requests = attached(check, RequestKind::FreeAuditor);
    if requests.is_empty() {
        return not_concerned("reason-auditor-no-request");
    }
    if check.word("auditor.decision").is_none() {
        return not_concerned("reason-auditor-no-rule");
    }
    let mut states = Vec::new();
    for request in requests {
        states.push(check.read(&request.source, Field::RequestState, &request.state));
    }
    let is_refused = |state: &Fact<RequestState>| *state == Fact::Known(RequestState::Refused);
    if states.iter().all(is_refused) {
        return Verdict::Flag(Says::new(RULE.code));
    }
    if states.iter().all(|state| is_refused(state) || state.is_out_of_reach()) {
        return Verdict::CannotTell(Says::new(RULE.code).variant("unknown"));
    }
    Verdict::Pass
}
