//! Who somebody is.

pub mod birth_date_implausible;
pub mod ine_key_mismatch;
pub mod ine_malformed;
pub mod ine_missing;
pub mod ine_shared;
pub mod probable_duplicate_person;

use crate::context::Check;
use crate::fact::Fact;
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Ine};

use super::not_concerned;

/// The roster's Ine, or the answer of a rule that needs one; the rulebook entry it rests on is cited either way.
fn roster_ine(check: &mut Check<'_>, code: &'static str, key: &str) -> Result<Ine, Verdict> {
    check.words(key);
    let person = check.person;
    if person.source.has(Field::IneKey) {
        check.record(&person.source, Field::IneKey, None);
    }
    match check.read(&person.source, Field::Ine, &person.identity.ine) {
        Fact::Known(ine) => Ok(ine),
        Fact::Empty => Err(not_concerned("reason-no-ine")),
        Fact::NoColumn | Fact::NotUnderstood(_) => Err(Verdict::CannotTell(Says::new(code).variant("unknown"))),
    }
}
