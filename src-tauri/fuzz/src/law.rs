//! What holds for whatever a file holds.

use guichet_intake::{Answers, fuzzing};
use guichet_model::{Catalogue, Language, Problem};

/// Sentences looked at: the rest of a long list are of the same kinds.
const SENTENCES: usize = 20;

/// Reads a file and understands what was read of it.
pub(crate) fn file(name: &str, bytes: &[u8]) {
    let said = fuzzing::state(name, bytes);
    assert!(understood(name, &said), "the reader speaks its own protocol");
}

/// Understands what a reader might say.
pub(crate) fn said(name: &str, said: &[u8]) {
    understood(name, said);
}

fn understood(name: &str, said: &[u8]) -> bool {
    let answers = Answers::default();
    let Some((reading, inspection)) = fuzzing::hear_and_understand(name, said, &answers) else { return false };
    for problem in reading.problems.iter().chain(&inspection.flags).take(SENTENCES) {
        sentence(problem);
    }
    match &inspection.sheets {
        Err(problem) => sentence(problem),
        Ok(sheets) => {
            for cell in sheets.iter().flat_map(guichet_intake::InspectedSheet::cells) {
                assert!(!cell.address.to_string().is_empty());
            }
        }
    }
    for sheet in &reading.sheets {
        assert!(sheet.rows.windows(2).all(|pair| pair[0].source.row < pair[1].source.row), "rows in their order");
    }
    true
}

/// What is said has all its values in both languages.
fn sentence(problem: &Problem) {
    // A problem that a hostile child states is of its own making.
    if !Catalogue::shared().has(&problem.message.id) {
        return;
    }
    for language in Language::ALL {
        let _ = Catalogue::shared().render(*language, &problem.message);
    }
}
