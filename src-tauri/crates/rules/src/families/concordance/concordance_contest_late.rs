//! CNC007: the days to contest a proposal: those left, or a contest that came after them.

use super::grouping::{Grouped, requests};
use super::undecided;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};
use time::{Date, Duration};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC007",
    slug: "concordance-contest-late",
    family: Family::Concordance,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[
        Field::ProposalReceivedAt, Field::ContestedAt, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("CNC007"),
    examples: &[
        Example {
            title: "contested on the sixteenth day",
            expected: Expected::Flag,
            text: "as-of: 2024-10-31T09:00
                   roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=2024-10-01; contested_at=2024-10-17",
        },
        Example {
            title: "contested on the fifteenth day",
            expected: Expected::Pass,
            text: "as-of: 2024-10-31T09:00
                   roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=2024-10-01; contested_at=2024-10-16",
        },
        Example {
            title: "days are left",
            expected: Expected::Flag,
            text: "as-of: 2024-10-16T18:00
                   roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=2024-10-01; contested_at=",
        },
        Example {
            title: "the days are over, and nobody contested",
            expected: Expected::Pass,
            text: "as-of: 2024-10-17T00:00
                   roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=2024-10-01; contested_at=",
        },
        Example {
            title: "the days are over, and no column says whether somebody contested",
            expected: Expected::CannotTell,
            text: "as-of: 2024-10-17T00:00
                   roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=2024-10-01",
        },
        Example {
            title: "no proposal yet",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; proposal_received_at=",
        },
    ],
    check,
};

const KEY: &str = "concordance.contest_days";

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match undecided(check) {
        Ok(rows) => rows,
        Err(answer) => return answer,
    };
    let Some(days) = check.number(KEY) else { return not_concerned("reason-concordance-no-rule") };
    let (year, level) = (check.campaign(), check.registration.level);
    let mut clocks: Vec<Clock> = Vec::new();
    for request in requests(rows, year, level) {
        clocks.extend(clocks_of(check, &request, days));
    }
    // One answer for the file: what matters most, and of several the first to end.
    clocks.sort();
    let says = Says::new(RULE.code).with("days", days);
    match clocks.first() {
        None => not_concerned("reason-concordance-no-proposal"),
        Some(Clock::Late { last, received, contested }) => {
            let late = (*contested - *last).whole_days();
            let says = says.with("received", *received).with("contested", *contested).with("last", *last);
            Verdict::Flag(says.with("late", late))
        }
        Some(Clock::Running { last, received }) => {
            let left = (*last - check.as_of.date()).whole_days();
            let says = says.variant("running").with("received", *received).with("last", *last);
            Verdict::Flag(says.with("left", left))
        }
        Some(Clock::NoProposal) => Verdict::CannotTell(says.variant("proposal")),
        Some(Clock::NoContest { last, received }) => {
            Verdict::CannotTell(says.variant("contest").with("received", *received).with("last", *last))
        }
        Some(Clock::Settled) => Verdict::Pass,
    }
}

/// Where the days to contest stand, what matters most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clock {
    /// Contested after the last day.
    Late { last: Date, received: Date, contested: Date },
    /// Not contested, and days are left.
    Running { last: Date, received: Date },
    /// Whether a proposal was made cannot be known.
    NoProposal,
    /// Whether it was contested cannot be known.
    NoContest { last: Date, received: Date },
    /// Contested in time, or accepted by silence.
    Settled,
}

/// The clocks of one request's proposals. What one row alone says holds for the whole request.
fn clocks_of<'a>(check: &mut Check<'a>, request: &Grouped<'a>, days: i64) -> Vec<Clock> {
    let mut contests = Vec::new();
    let mut proposals = Vec::new();
    for row in &request.rows {
        let facts = &row.concordance;
        let proposal = check.read(&row.source, Field::ProposalReceivedAt, &facts.proposal_received_at);
        if proposal != Fact::Empty {
            contests.push(check.read(&row.source, Field::ContestedAt, &facts.contested_at));
        } else if let Some(contested) = facts.contested_at {
            check.read(&row.source, Field::ContestedAt, &facts.contested_at);
            contests.push(Fact::Known(contested));
        }
        proposals.push((proposal, facts.contested_at));
    }
    let first_contest = contests.iter().filter_map(|contest| contest.clone().known()).min();
    let is_unknown = contests.iter().any(Fact::is_out_of_reach);
    let is_unread = contests.iter().any(|contest| matches!(contest, Fact::NotUnderstood(_)));
    let mut clocks = Vec::new();
    for (proposal, own_contest) in &proposals {
        let Fact::Known(received) = *proposal else { continue };
        let Some(last) = received.checked_add(Duration::days(days)) else { continue };
        clocks.push(match own_contest.or(first_contest) {
            Some(contested) if contested > last => Clock::Late { last, received, contested },
            Some(_) => Clock::Settled,
            None if is_unread => Clock::NoContest { last, received },
            None if check.as_of.date() <= last => Clock::Running { last, received },
            None if is_unknown => Clock::NoContest { last, received },
            None => Clock::Settled,
        });
    }
    if clocks.is_empty() && proposals.iter().any(|(proposal, _)| proposal.is_out_of_reach()) {
        clocks.push(Clock::NoProposal);
    }
    clocks
}
