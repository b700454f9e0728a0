//! DOC001: a required document is not deposited.

use super::{Documents, names, show};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::pieces::{Holdings, holdings};
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::rulebook::{Piece, PieceOf};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Document, DocumentState, Field, Severity, SheetKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC001",
    slug: "document-missing",
    family: Family::Document,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["documents.deposited", "documents.required", "piece."],
    reads: &[
        Field::DocumentState,
        Field::DocumentKind,
        Field::AcademicYear,
        Field::ProgrammeCode,
        Field::Level,
        Field::Regime,
        Field::Proof,
    ],
    help: help!("DOC001"),
    examples: &[
        Example {
            title: "a document is not deposited",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Pièce d’identité; document_state=non déposée
                   documents: student_number=1; document_kind=Photo; document_state=validée",
        },
        Example {
            title: "not deposited at first, deposited since",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Pièce d’identité; document_state=non déposée
                   documents: student_number=1; document_kind=PIECE D'IDENTITE; document_state=en attente",
        },
        Example {
            title: "one state is not written",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Pièce d’identité; document_state=
                   documents: student_number=1; document_kind=Photo; document_state=validée",
        },
        Example {
            title: "not deposited for another year",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; academic_year=2023-2024; document_kind=Photo; document_state=non déposée",
        },
        Example {
            title: "neither list nor sheet",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    let documents = Documents::of(check);
    let is_untold = documents.rows.is_empty() && !check.has_sheet(SheetKind::Documents);
    let (mut missing, mut unknown, is_listed) = match holdings(check, PieceOf::Registration) {
        Holdings::NoList if is_untold => return not_concerned("reason-no-document-list"),
        Holdings::NoList => (Vec::new(), Vec::new(), false),
        Holdings::NoSheet(pieces) => return no_sheet(check, pieces),
        Holdings::Judged { missing, unknown } => (missing, unknown, true),
    };
    if !is_listed && documents.rows.is_empty() && documents.doubtful.is_empty() {
        return not_concerned("reason-no-document");
    }
    check.value("documents.deposited");
    if !is_listed {
        check.value("documents.required");
    }
    let listed = listed_pieces(check);
    let is_unlisted = |document: &&Document| !listed.iter().any(|piece| names_document(piece, document));
    let not_deposited: Vec<_> = documents
        .in_state(DocumentState::NotDeposited)
        .filter(is_unlisted)
        .filter(|document| documents.same_kind(document).all(|other| other.state == document.state))
        .collect();
    let unread: Vec<_> = documents
        .rows
        .iter()
        .copied()
        .filter(|document| document.state.is_none())
        .chain(documents.doubtful.iter().copied())
        .collect();
    missing.extend(names(not_deposited.iter().copied()));
    if !unread.is_empty() {
        unknown = names(unread.iter().copied());
    }
    let shown = if missing.is_empty() { unread } else { not_deposited };
    shown.into_iter().for_each(|document| show(check, document));
    answer(check, missing, unknown)
}

fn answer(check: &mut Check<'_>, missing: Vec<Arg>, unknown: Vec<Arg>) -> Verdict {
    let says = |pieces: Vec<Arg>| Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces));
    if !missing.is_empty() {
        show_registration(check);
        return Verdict::Flag(says(missing));
    }
    if unknown.is_empty() {
        return Verdict::Pass;
    }
    show_registration(check);
    Verdict::CannotTell(says(unknown).variant("unknown"))
}

/// Pieces are listed, and nothing says which were deposited.
fn no_sheet(check: &mut Check<'_>, pieces: Vec<Arg>) -> Verdict {
    show_registration(check);
    Verdict::CannotTell(Says::new(RULE.code).variant("absent").with("pieces", Arg::List(pieces)))
}

/// What the list of pieces depends on. A piece without any row has no other cell to show.
fn show_registration(check: &mut Check<'_>) {
    let registration = check.registration;
    check.fact(Field::Level, &registration.level);
    if registration.source.has(Field::Regime) {
        check.fact(Field::Regime, &registration.regime);
    }
}

fn listed_pieces<'a>(check: &Check<'a>) -> Vec<&'a Piece> {
    let pieces = check.book.pieces(PieceOf::Registration).map(|(_, piece)| piece);
    pieces.filter(|piece| piece.is_for(check.registration)).collect()
}

fn names_document(piece: &Piece, document: &Document) -> bool {
    document.kind.as_deref().is_some_and(|kind| piece.is_named(kind))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::example::{Expected, Scene, scene};
    use crate::rulebook::{Layer, Rulebook};
    use guichet_model::{Catalogue, Language};

    /// A component where an apprentice provides the contract, and everybody a proof of identity.
    const LOCAL: &str = r#"
        id = "local"
        layer = "component"
        over = "amu-allsh-2024-2025"
        edition = 1
        title = { fr = "Local", en = "Local" }
        [documents.page]
        title = "Page"
        [[piece]]
        key = "piece.contract"
        of = "registration"
        regimes = ["apprenticeship"]
        title = { fr = "Contrat d’apprentissage", en = "Apprenticeship contract" }
        names = ["contrat d'apprentissage"]
        cite = { document = "page", heading = "Pièces", quote = "Contrat d’apprentissage", status = "verified" }
        [[piece]]
        key = "piece.identity"
        of = "registration"
        title = { fr = "Pièce d’identité", en = "Proof of identity" }
        names = ["pièce d'identité", "passeport"]
        cite = { document = "page", heading = "Pièces", quote = "Pièce d’identité", status = "verified" }
    "#;

    /// What the rule answers for a file under the local rulebook, with its sentence and how many entries it quotes.
    fn answer(text: &str) -> (Expected, String, usize) {
        let layer = Layer::parse(LOCAL).expect("reads");
        let book = Rulebook::find("local", &[layer]).expect("stacks");
        let scene = Scene { book, ..scene(text).expect("reads") };
        let (expected, finding) = scene.answer(RULE.code).expect("a file");
        let Some(finding) = finding else { return (expected, String::new(), 0) };
        assert!(!finding.evidence.is_empty(), "{text}");
        (expected, Catalogue::shared().render(Language::Fr, &finding.message), finding.authorities.len())
    }

    #[test]
    fn a_listed_piece_is_missing_from_the_population_that_owes_it() {
        let identity = "documents: student_number=1; document_kind=Passeport; document_state=validée";
        let apprentice = "roster: student_number=1; level=L2; regime=apprentissage";
        let (expected, message, quoted) = answer(&format!("{apprentice}\n{identity}"));
        assert_eq!((expected, quoted), (Expected::Flag, 3));
        assert!(message.contains("Contrat d’apprentissage") && !message.contains("identité"), "{message}");
        let initial = "roster: student_number=1; level=L2; regime=initial";
        assert_eq!(answer(&format!("{initial}\n{identity}")).0, Expected::Pass);
        assert_eq!(answer(initial).0, Expected::CannotTell, "pieces are listed and no sheet was given");
        assert_eq!(answer(&format!("{initial}\ndocuments:")).0, Expected::Flag, "an empty sheet holds nothing");
    }

    #[test]
    fn a_rejected_piece_is_told_by_another_rule_and_an_unread_state_leaves_a_doubt() {
        let with = |cells: &str| {
            answer(&format!(
                "roster: student_number=1; level=L2; programme_code=PSY2\ndocuments: student_number=1; document_kind=Passeport; {cells}"
            ))
            .0
        };
        assert_eq!(with("document_state=rejetée"), Expected::Pass);
        assert_eq!(with("document_state=fausse"), Expected::Pass);
        assert_eq!(with("document_state=non déposée"), Expected::Flag);
        assert_eq!(with("document_state=à revoir"), Expected::CannotTell);
        assert_eq!(with("document_state=validée; academic_year=2023-2024"), Expected::Flag, "asked for another year");
        assert_eq!(with("document_state=validée; programme_code=psy-2"), Expected::Pass);
        assert_eq!(with("document_state=validée; programme_code=LEA2"), Expected::Flag, "for another programme");
    }
}
