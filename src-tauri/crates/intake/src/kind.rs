//! What a sheet is: what each kind cannot do without, and what tells one kind from another.

use guichet_model::{Field, SheetKind, fold};
use std::collections::BTreeSet;

/// What a kind of sheet cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Student number, or identifier, or birth name with given name and birth date.
    PersonKey,
    /// A level or a programme code.
    LevelOrProgramme,
    /// One field.
    Field(Field),
}

/// Whether a row with these fields says of whom it is: by itself, or by a code that another sheet explains.
pub(crate) fn has_person_key(fields: &BTreeSet<Field>) -> bool {
    fields.contains(&Field::PersonCode) || has_identity(fields)
}

/// Whether a row with these fields says by itself of whom it is.
pub(crate) fn has_identity(fields: &BTreeSet<Field>) -> bool {
    fields.contains(&Field::StudentNumber)
        || fields.contains(&Field::Ine)
        || [Field::BirthName, Field::GivenName, Field::BirthDate].iter().all(|field| fields.contains(field))
}

/// What a kind needs and these fields do not have.
pub(crate) fn missing(kind: SheetKind, fields: &BTreeSet<Field>) -> Vec<Need> {
    let needs: &[Need] = match kind {
        SheetKind::Roster => &[Need::PersonKey, Need::LevelOrProgramme],
        SheetKind::History => &[Need::PersonKey, Need::Field(Field::AcademicYear), Need::Field(Field::Level)],
        SheetKind::Certificates => &[Need::Field(Field::CvecNumber), Need::PersonKey],
        SheetKind::Documents => &[Need::PersonKey, Need::Field(Field::DocumentKind), Need::Field(Field::DocumentState)],
        SheetKind::Requests => &[Need::PersonKey, Need::Field(Field::RequestKind)],
        SheetKind::CvecStates => &[Need::Field(Field::CvecNumber), Need::Field(Field::ControlState)],
    };
    let met = |need: &Need| match need {
        Need::PersonKey => has_person_key(fields),
        Need::LevelOrProgramme => fields.contains(&Field::Level) || fields.contains(&Field::ProgrammeCode),
        Need::Field(field) => fields.contains(field),
    };
    needs.iter().filter(|need| !met(need)).copied().collect()
}

/// Columns that only a campaign's roster has.
const ROSTER_ONLY: &[Field] = &[
    Field::RegisteredAt,
    Field::OfferAcceptedAt,
    Field::Regime,
    Field::Exchange,
    Field::Route,
    Field::Channel,
    Field::CvecNumber,
    Field::Scholarship,
    Field::ExemptionGround,
    Field::FeeDue,
    Field::FeePaid,
    Field::FeePaidAt,
    Field::PaymentPlan,
    Field::MainRegistration,
];
/// Columns that speak for a history.
const HISTORY_SIGNS: &[Field] = &[Field::GapYear, Field::Proof, Field::Institution, Field::RegistrationState];

/// What the fields that each kind of sheet would have tell of a sheet's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// It is of this kind.
    Sure(SheetKind),
    /// It is a roster or a history, and nothing in its headers or name tells which.
    RosterOrHistory,
}

/// The kind whose needs are met, the most particular first. `fields` are those that a kind of sheet would have, `hint` the
/// names of sheet and file.
pub(crate) fn kind_of(
    fields: &dyn Fn(SheetKind) -> BTreeSet<Field>,
    forced: Option<SheetKind>,
    hint: &str,
) -> Option<Told> {
    let complete = |kind: SheetKind| {
        let fields = fields(kind);
        missing(kind, &fields).is_empty().then_some(fields)
    };
    if let Some(kind) = forced {
        return complete(kind).map(|_| Told::Sure(kind));
    }
    for kind in [SheetKind::Requests, SheetKind::Documents] {
        if complete(kind).is_some() {
            return Some(Told::Sure(kind));
        }
    }
    let Some(roster) = complete(SheetKind::Roster) else {
        let printed =
            |fields: &BTreeSet<Field>| fields.contains(&Field::CvecMode) || fields.contains(&Field::CvecIssuedAt);
        if complete(SheetKind::CvecStates).is_some_and(|fields| !printed(&fields)) {
            return Some(Told::Sure(SheetKind::CvecStates));
        }
        return complete(SheetKind::Certificates).map(|_| Told::Sure(SheetKind::Certificates));
    };
    Some(match complete(SheetKind::History) {
        None => Told::Sure(SheetKind::Roster),
        Some(past) => roster_or_history(&roster, &past, hint),
    })
}

fn roster_or_history(roster: &BTreeSet<Field>, past: &BTreeSet<Field>, hint: &str) -> Told {
    let present = ROSTER_ONLY.iter().filter(|field| roster.contains(field)).count();
    let signs = HISTORY_SIGNS.iter().filter(|field| past.contains(field)).count();
    let hint = fold(hint);
    let named = |words: &[&str]| words.iter().any(|word| hint.contains(word));
    let history = match (present, signs) {
        (0, 0) if named(&["histor", "anterieur", "cursus", "parcours"]) => true,
        (0, 0) if named(&["roster", "effectif", "inscri", "etudiant", "campagne"]) => false,
        (0, 0) => return Told::RosterOrHistory,
        (0, _) => true,
        // A history extracted with some registration columns still has more of its own.
        (present, signs) => past.contains(&Field::Proof) && signs > present,
    };
    Told::Sure(if history { SheetKind::History } else { SheetKind::Roster })
}
