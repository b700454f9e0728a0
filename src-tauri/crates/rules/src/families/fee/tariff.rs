//! Which tariff one registration is under, from its state, level, exchange programme, regime, scholarship, ground of
//! exemption and the decisions on exemption (rulebook keys `fee.exchange.*`, `fee.regime.*`, `fee.scholarship.*`,
//! `fee.ground.*`).

use crate::context::Check;
use crate::fact::Fact;
use crate::families::requests::attached_to;
use guichet_model::{Coded, Cycle, Exchange, Field, Message, Registration, RequestKind, RequestState, Scholarship};

/// Under which tariff a registration is.
pub(super) enum Tariff {
    /// No national fee is asked of it, and why.
    NotConcerned(Message),
    /// Exempt.
    Exempt(Exemption),
    /// The fee of its level.
    Full,
    /// The reduced licence fee, whatever the level.
    LicenceReduced,
    /// The rulebook does not settle it, and why.
    NotSet(Message),
    /// It cannot be known, and why.
    Unknown(Message),
    /// The ground of exemption, as written, is not understood.
    GroundUnread(String),
}

/// Why a registration is exempt.
pub(super) struct Exemption {
    /// In words.
    pub(super) why: Message,
    /// What the proof must show: the last part of a `fee.proof.*` key.
    pub(super) proof: Option<&'static str>,
}

/// What a granted, refused or pending request says of an exemption.
pub(super) enum Decision {
    /// Granted.
    Granted,
    /// Not decided yet.
    Pending,
    /// Refused.
    Refused,
    /// There is no request.
    None,
    /// A decision is written and not understood.
    Unread,
}

/// What one fact says of the tariff.
enum Answer {
    /// It settles it.
    Settles(Tariff),
    /// It does not matter.
    Leaves,
    /// It would matter, and says nothing that can be used.
    Doubts(Tariff),
}

/// The tariff of a registration of the person. What exempts of right or by decision prevails over a doubt elsewhere,
/// except over a doubt on the exchange programme or the regime.
pub(super) fn tariff<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Tariff {
    if let Some(reason) = outside(check, registration) {
        return Tariff::NotConcerned(reason);
    }
    let exchange = by_exchange(check, registration);
    if let Answer::Settles(tariff) = exchange {
        return tariff;
    }
    let regime = by_regime(check, registration);
    if let Answer::Settles(tariff @ (Tariff::NotConcerned(_) | Tariff::Exempt(_))) = regime {
        return tariff;
    }
    let decision = decision(check, registration);
    if matches!(decision, Decision::Granted) {
        return Tariff::Exempt(by_decision(check, registration));
    }
    for answer in [exchange, regime] {
        if let Answer::Settles(tariff) | Answer::Doubts(tariff) = answer {
            return tariff;
        }
    }
    let scholarship = by_scholarship(check, registration);
    let ground = by_ground(check, registration);
    match (scholarship, ground) {
        (Answer::Settles(tariff), _)
        | (_, Answer::Settles(tariff))
        | (Answer::Doubts(tariff), _)
        | (_, Answer::Doubts(tariff)) => tariff,
        _ if matches!(decision, Decision::Unread) => Tariff::Unknown(Message::new("reason-fee-decision-unread")),
        _ => Tariff::Full,
    }
}

/// Why no fee is asked of a registration at all: it does not stand, is not made yet, or is one of a lycée.
fn outside<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Option<Message> {
    if !registration.stands() {
        return Some(Message::new("reason-not-standing"));
    }
    let source = &registration.source;
    if source.has(Field::RegisteredAt)
        && check.read(source, Field::RegisteredAt, &registration.registered_at) == Fact::Empty
    {
        return Some(Message::new("reason-not-registered"));
    }
    let level = check.read(source, Field::Level, &registration.level).known()?;
    (level.cycle() == Cycle::Lycee).then(|| Message::new("reason-fee-lycee").with("level", level.as_str()))
}

fn by_exchange<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Answer {
    let exchange = match check.read(&registration.source, Field::Exchange, &registration.exchange) {
        // An empty exchange, or a roster without that column, means that there is none.
        Fact::Known(Exchange::None) | Fact::Empty | Fact::NoColumn => return Answer::Leaves,
        Fact::Known(exchange) => exchange,
        Fact::NotUnderstood(raw) => {
            return Answer::Doubts(Tariff::Unknown(Message::new("reason-exchange-unmapped").with("raw", raw)));
        }
    };
    let word = word_of("exchange", exchange);
    match deciding(check, &format!("fee.exchange.{}", exchange.as_str())) {
        Some("none") => Answer::Settles(Tariff::NotConcerned(word)),
        Some(_) => Answer::Leaves,
        None => not_set(word),
    }
}

fn by_regime<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Answer {
    let unknown = |reason| Answer::Doubts(Tariff::Unknown(reason));
    let regime = match check.read(&registration.source, Field::Regime, &registration.regime) {
        Fact::Known(regime) => regime,
        Fact::NoColumn => return unknown(Message::new("reason-regime-no-column")),
        Fact::Empty => return unknown(Message::new("reason-regime-empty")),
        Fact::NotUnderstood(raw) => return unknown(Message::new("reason-regime-unmapped").with("raw", raw)),
    };
    let word = word_of("regime", regime);
    match deciding(check, &format!("fee.regime.{}", regime.as_str())) {
        Some("exempt") => Answer::Settles(Tariff::Exempt(Exemption { why: word, proof: Some(regime.as_str()) })),
        Some("other_tariff") => {
            Answer::Settles(Tariff::NotConcerned(Message::new("reason-fee-other-tariff").with("regime", word)))
        }
        Some("reduced_licence") => Answer::Settles(Tariff::LicenceReduced),
        Some(_) => Answer::Leaves,
        None => not_set(word),
    }
}

fn by_scholarship<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Answer {
    let unknown = |reason| Answer::Doubts(Tariff::Unknown(reason));
    let scholarship = match check.read(&registration.source, Field::Scholarship, &registration.scholarship) {
        Fact::Known(Scholarship::None) | Fact::Empty => return Answer::Leaves,
        Fact::Known(scholarship) => scholarship,
        Fact::NoColumn => return unknown(Message::new("reason-fee-scholarship-no-column")),
        Fact::NotUnderstood(raw) => return unknown(Message::new("reason-fee-scholarship-unread").with("raw", raw)),
    };
    let word = word_of("scholarship", scholarship);
    match deciding(check, &format!("fee.scholarship.{}", scholarship.as_str())) {
        Some("exempt") => Answer::Settles(Tariff::Exempt(Exemption { why: word, proof: Some(scholarship.as_str()) })),
        Some(_) => Answer::Leaves,
        None => not_set(word),
    }
}

fn by_ground<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Answer {
    let ground = match check.read(&registration.source, Field::ExemptionGround, &registration.exemption_ground) {
        Fact::Known(ground) => ground,
        Fact::Empty | Fact::NoColumn => return Answer::Leaves,
        Fact::NotUnderstood(raw) => return Answer::Doubts(Tariff::GroundUnread(raw)),
    };
    let word = word_of("exemption-ground", ground);
    match deciding(check, &format!("fee.ground.{}", ground.as_str())) {
        Some("exempt") => Answer::Settles(Tariff::Exempt(Exemption { why: word, proof: Some(ground.as_str()) })),
        Some(_) => Answer::Leaves,
        None => not_set(word),
    }
}

/// The exemption that a decision grants: on the file's ground when it has one, otherwise on the decision alone.
fn by_decision<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Exemption {
    match check.read(&registration.source, Field::ExemptionGround, &registration.exemption_ground) {
        Fact::Known(ground) => {
            check.word(&format!("fee.ground.{}", ground.as_str()));
            let word = word_of("exemption-ground", ground);
            Exemption {
                why: Message::new("fee-why-decision-ground").with("ground", word),
                proof: Some(ground.as_str()),
            }
        }
        _ => Exemption { why: Message::new("fee-why-decision"), proof: None },
    }
}

/// What the requests for exemption attached to a registration come to: one granted is enough.
pub(super) fn decision<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Decision {
    let mut found = Decision::None;
    for request in attached_to(check, registration, RequestKind::Exemption) {
        // A decision for one level exempts nobody whose level is not known: that doubt is told of the level.
        if request.level.is_some() && registration.level.is_none() {
            continue;
        }
        let state = check.read(&request.source, Field::RequestState, &request.state);
        found = match (state, found) {
            (Fact::Known(RequestState::Granted), _) | (_, Decision::Granted) => Decision::Granted,
            (Fact::NoColumn | Fact::NotUnderstood(_), _) | (_, Decision::Unread) => Decision::Unread,
            (Fact::Known(RequestState::Pending) | Fact::Empty, _) | (_, Decision::Pending) => Decision::Pending,
            (Fact::Known(RequestState::Refused), _) => Decision::Refused,
        };
    }
    found
}

/// A word of the rulebook that settles more than what was read before it.
fn deciding<'a>(check: &mut Check<'a>, key: &str) -> Option<&'a str> {
    let word = check.word(key);
    check.decided_by(key);
    word
}

fn not_set(word: Message) -> Answer {
    Answer::Doubts(Tariff::NotSet(Message::new("reason-fee-situation-not-set").with("situation", word)))
}

/// The catalogue's word of a coded value.
pub(super) fn word_of<T: Coded>(list: &str, value: T) -> Message {
    Message::new(format!("code-{list}-{}", value.as_str().replace('_', "-")))
}
