//! The parts of a workbook's container, by the names by which it refers to them.

use crate::archive::part_name;
use crate::xlsx::xml::{Trouble, Xml};
use guichet_model::ProblemCode;
use std::collections::HashMap;
use std::io::{Read, Seek};
use zip::ZipArchive;
use zip::read::ZipFile;

/// The container's parts. A name is only ever compared, never used as a path.
pub(crate) struct Parts<F: Read + Seek> {
    archive: ZipArchive<F>,
    places: HashMap<String, usize>,
}

impl<F: Read + Seek> Parts<F> {
    /// Opens a container that was checked. Two parts of one name leave open which one counts.
    pub(crate) fn open(file: F) -> Result<Self, ProblemCode> {
        let archive = ZipArchive::new(file).map_err(|_| ProblemCode::Corrupt)?;
        let mut places = HashMap::with_capacity(archive.len());
        for index in 0..archive.len() {
            let name = archive.name_for_index(index).and_then(Result::ok).ok_or(ProblemCode::Corrupt)?;
            if places.insert(part_name(&name), index).is_some() {
                return Err(ProblemCode::Corrupt);
            }
        }
        Ok(Self { archive, places })
    }

    /// Whether some part's name, in small letters, begins so.
    pub(crate) fn holds_under(&self, start: &str) -> bool {
        self.places.keys().any(|name| name.starts_with(start))
    }

    /// A part's XML, `None` when there is no such part.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<Xml<ZipFile<'_, F>>>, Trouble> {
        Ok(self.part(name)?.map(Xml::new))
    }

    /// A part's bytes, `None` when there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<ZipFile<'_, F>>, Trouble> {
        let Some(index) = self.places.get(&part_name(name)) else { return Ok(None) };
        Ok(Some(self.archive.by_index(*index).map_err(|_| ProblemCode::Corrupt)?))
    }
}

/// The part that a relation of another part points to.
pub(crate) fn resolve(of: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => of.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The part that holds the relations of another.
pub(crate) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

#[cfg(test)]
mod tests {
    use super::{relations_of, resolve};

    #[test]
    fn targets_are_found_from_the_part_that_names_them() {
        assert_eq!(resolve("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "../other/./s.xml"), "other/s.xml");
        assert_eq!(resolve("workbook.xml", "../../../etc/passwd"), "etc/passwd");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }
}
