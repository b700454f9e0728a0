use crate::desk::Desk;
use crate::protection::veil::Veil;
use guichet_model::{AcademicYear, Arg, Coded, Field, FileKey, Level, Message, RegistrationId, Waiver};
use guichet_rules::{FileVerdict, ReviewCause, Standing, seen, weigh};

/// How a waiver stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaiverStanding {
    /// Its finding counts again.
    ToReview(ReviewCause),
    /// No rule says anything of it any more.
    Unused,
    /// Its finding does not count.
    Active,
}

impl WaiverStanding {
    /// The name in outward answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ToReview(_) => "to-review",
            Self::Unused => "unused",
            Self::Active => "active",
        }
    }

    /// Its place in lists: what asks for somebody first.
    fn rank(self) -> u8 {
        match self {
            Self::ToReview(_) => 0,
            Self::Unused => 1,
            Self::Active => 2,
        }
    }

    /// Why it is to be reviewed.
    #[must_use]
    pub fn cause(self) -> Option<ReviewCause> {
        if let Self::ToReview(cause) = self { Some(cause) } else { None }
    }
}

/// A waiver, with its file.
pub struct WaiverLine {
    /// Whose file it is.
    pub key: FileKey,
    /// The file's year.
    pub academic_year: Option<AcademicYear>,
    /// The file's level.
    pub level: Option<Level>,
    /// The file's programme.
    pub programme_code: Option<String>,
    /// The waiver; its words as whoever looks may read them.
    pub waiver: Waiver,
    /// How it stands.
    pub standing: WaiverStanding,
    /// The values its finding is read from now; none when there is no such finding any more.
    pub now: Vec<(Field, String)>,
}

/// How the waivers of a file stand, in their order.
fn standing_of(desk: &Desk, verdict: &FileVerdict) -> Vec<WaiverStanding> {
    let waivers = desk.seen.waivers_of(verdict.registration);
    let weighed = weigh(verdict, waivers, &desk.seen.rulebook, desk.seen.as_of);
    let of = |waiver: &Waiver| {
        let at = verdict.findings.iter().position(|finding| finding.code == waiver.code);
        match at.map(|at| weighed.standings[at]) {
            Some(Standing::ToReview(_, cause)) => WaiverStanding::ToReview(cause),
            Some(Standing::Waived(_)) => WaiverStanding::Active,
            Some(Standing::Open) | None => WaiverStanding::Unused,
        }
    };
    waivers.iter().map(of).collect()
}

/// Every waiver: those to review first, then the unused ones, then the active ones; file by file.
pub(crate) fn lines(desk: &Desk, veil: Veil) -> Vec<WaiverLine> {
    let mut lines: Vec<WaiverLine> = desk.waivers().flat_map(|(file, _)| lines_of(desk, veil, file)).collect();
    lines.sort_by_key(|line| line.standing.rank());
    lines
}

/// The waivers of one file, in the order of their rules.
pub(crate) fn lines_of(desk: &Desk, veil: Veil, id: RegistrationId) -> Vec<WaiverLine> {
    let (Some(file), Some(verdict)) = (desk.seen.office.registration(id), desk.seen.verdict(id)) else {
        return Vec::new();
    };
    let Some(person) = desk.seen.office.person(file.person) else { return Vec::new() };
    let standings = standing_of(desk, &verdict).into_iter();
    let now = |waiver: &Waiver| {
        let finding = verdict.findings.iter().find(|finding| finding.code == waiver.code);
        let values = finding.map(seen).unwrap_or_default().into_iter();
        values.map(|(field, said)| (field, veil.cell(Some(field), said))).collect()
    };
    let line = |(waiver, standing): (&Waiver, WaiverStanding)| WaiverLine {
        now: now(waiver),
        key: FileKey::from(&person.identity),
        academic_year: file.academic_year.or_else(|| desk.seen.rulebook.academic_year()),
        level: file.level,
        programme_code: file.programme_code.clone(),
        waiver: veiled(veil, waiver),
        standing,
    };
    desk.seen.waivers_of(id).iter().zip(standings).map(line).collect()
}

/// A waiver with its words as whoever looks may read them.
pub(crate) fn veiled(veil: Veil, waiver: &Waiver) -> Waiver {
    let seen = waiver.seen.iter().map(|(field, said)| (*field, veil.cell(Some(*field), said.clone()))).collect();
    Waiver { text: waiver.text.clone().map(|text| veil.text(text)), seen, ..waiver.clone() }
}

/// Who decided; a workspace without accounts may not know.
pub(crate) fn named(who: &str) -> Arg {
    if who.is_empty() { Message::new("decision-by-nobody").into() } else { who.into() }
}

/// Who waived a finding, when, why and until when, in one sentence.
pub(crate) fn told(waiver: &Waiver) -> Message {
    let reason = Message::new(format!("code-waiver-reason-{}", waiver.reason.as_str().replace('_', "-")));
    let text = match waiver.text.as_deref() {
        Some(text) => Arg::from(Message::new("waiver-text").with("text", text)),
        None => Arg::from(""),
    };
    let until = match waiver.until {
        Some(day) => Message::new("waiver-until").with("day", day),
        None => Message::new("waiver-no-end"),
    };
    Message::new("waiver-told")
        .with("who", named(&waiver.who))
        .with("at", waiver.at)
        .with("reason", reason)
        .with("text", text)
        .with("until", until)
}
