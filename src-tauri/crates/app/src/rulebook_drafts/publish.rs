//! What a draft is published as.

use super::{Drafting, over, typed};
use crate::failure::AppError;
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Draft, Head, Layer, SHIPPED};
use guichet_store::Workspace;

/// What stands between the stem of an id and the number of an edition.
const EDITION: &str = "-e";

/// What the ids of every edition of one rulebook begin with.
pub(crate) fn stem(id: &str) -> &str {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    id.rsplit_once(EDITION).filter(|(_, end)| number(end)).map_or(id, |(stem, _)| stem)
}

/// The ids that are taken, with the number of each one's edition.
pub(crate) fn names(workspace: &Workspace) -> Result<Vec<(String, u32)>, AppError> {
    let shipped = SHIPPED.iter().filter_map(|(_, text)| Layer::parse(text).ok());
    let mut names: Vec<(String, u32)> = shipped.map(|layer| (layer.id, layer.edition)).collect();
    let own = workspace.rulebook_editions()?;
    // One that this version cannot read has its name all the same.
    let edition = |text: &str| Layer::parse(text).map_or(1, |layer| layer.edition);
    names.extend(own.into_iter().map(|kept| (kept.name, edition(&kept.text))));
    Ok(names)
}

/// The head under which a draft is published: its own when nothing has its id, else the next edition's.
pub(super) fn head(draft: &Draft, names: &[(String, u32)]) -> Head {
    let head = draft.head();
    if !names.iter().any(|(name, _)| *name == head.id) {
        return head;
    }
    let own = stem(&head.id);
    let editions = names.iter().filter(|(name, _)| stem(name) == own).map(|(_, edition)| *edition);
    let edition = editions.max().unwrap_or(0).saturating_add(1);
    Head { id: format!("{own}{EDITION}{edition}"), edition, ..head }
}

impl Drafting {
    /// The head it would be published under.
    pub(crate) fn head(&self, names: &[(String, u32)]) -> Head {
        head(&self.draft, names)
    }

    /// The file as it would be published, and the rulebook it would be.
    pub(crate) fn published(&self, workspace: &Workspace) -> Result<(Draft, Rulebook), AppError> {
        let file = self.draft.with_head(&self.head(&names(workspace)?)).map_err(typed)?;
        let book = over(workspace, file.layer())?;
        if book.academic_year().is_none() {
            return Err(AppError::RulebookWithoutYear { id: book.id().to_owned() });
        }
        Ok((file, book))
    }
}

#[cfg(test)]
mod tests {
    use super::{head, stem};
    use guichet_rules::rulebook::{Draft, SHIPPED};

    #[test]
    fn an_id_that_is_taken_becomes_the_next_edition_of_its_rulebook() {
        assert_eq!((stem("amu-e2"), stem("amu-e"), stem("amu-est-2024")), ("amu", "amu-e", "amu-est-2024"));
        let draft = Draft::parse(SHIPPED.iter().find(|(id, _)| *id == "amu-allsh-2024-2025").unwrap().1).unwrap();
        let under = |names: &[(&str, u32)]| {
            let names: Vec<(String, u32)> =
                names.iter().map(|(name, edition)| ((*name).to_owned(), *edition)).collect();
            let head = head(&draft, &names);
            (head.id, head.edition)
        };
        let own = "amu-allsh-2024-2025";
        assert_eq!(under(&[("national", 1)]), (own.to_owned(), 1));
        assert_eq!(under(&[(own, 1)]), (format!("{own}-e2"), 2));
        assert_eq!(under(&[(own, 1), ("amu-allsh-2024-2025-e4", 4)]), (format!("{own}-e5"), 5));
    }
}
