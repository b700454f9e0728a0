//! Who owes the contribution, from the regime and the exchange programme (rulebook keys `cvec.regime.*`, `cvec.exchange.*`).

use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{Coded, Exchange, Field, Message};

/// Whether a certificate number is expected from a person.
pub(super) enum Liability {
    /// Owed, or exempt by certificate: either way a number is expected.
    Expected,
    /// Not concerned, and why.
    NotConcerned(Message),
    /// It cannot be known, and why.
    Unknown(Message),
}

/// Settles it: an exchange that is not understood leaves it open; an incoming one under a convention is outside whatever
/// the regime; then the regime decides, and an exchange never brings a regime that is outside back in.
pub(super) fn liability(check: &mut Check<'_>) -> Liability {
    let registration = check.registration;
    let exchange = match check.fact(Field::Exchange, &registration.exchange) {
        Fact::Known(exchange) => exchange,
        // An empty exchange, or a roster without that column, means that there is none.
        Fact::Empty | Fact::NoColumn => Exchange::None,
        Fact::NotUnderstood(raw) => {
            return unknown(check, Message::new("reason-exchange-unmapped").with("raw", raw));
        }
    };
    if exchange != Exchange::None && is_outside(check, &format!("cvec.exchange.{}", exchange.as_str())) {
        return Liability::NotConcerned(Message::new(format!("code-exchange-{}", exchange.as_str().replace('_', "-"))));
    }
    let regime = match check.fact(Field::Regime, &registration.regime) {
        Fact::Known(regime) => regime,
        Fact::NoColumn => return unknown(check, Message::new("reason-regime-no-column")),
        Fact::Empty => return unknown(check, Message::new("reason-regime-empty")),
        Fact::NotUnderstood(raw) => {
            return unknown(check, Message::new("reason-regime-unmapped").with("raw", raw));
        }
    };
    let word = Message::new(format!("code-regime-{}", regime.as_str().replace('_', "-")));
    let key = format!("cvec.regime.{}", regime.as_str());
    match check.word(&key) {
        Some("not_concerned") => Liability::NotConcerned(word),
        None => unknown(check, Message::new("reason-regime-not-set").with("regime", word)),
        Some(_) => Liability::Expected,
    }
}

/// It cannot be known; the page's sentence on who is concerned is cited.
fn unknown(check: &mut Check<'_>, reason: Message) -> Liability {
    check.word("cvec.liability");
    Liability::Unknown(reason)
}

fn is_outside(check: &mut Check<'_>, key: &str) -> bool {
    check.word(key) == Some("not_concerned")
}
