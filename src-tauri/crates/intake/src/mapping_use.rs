//! What a mapping file names and no file has: most often a slip of the hand, which would go unseen.

use crate::file::FileReading;
use crate::layout::{ColumnLayout, SheetLayout};
use crate::mapping::{column_of_letters, key};
use guichet_model::{Field, Message, Problem, ProblemCode};

/// The lines of a mapping file that name something of the files it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingLines(pub(crate) Vec<NamingLine>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamingLine {
    /// The line, counted from 1.
    pub(crate) line: usize,
    pub(crate) names: Named,
    /// As written.
    pub(crate) text: String,
}

/// What a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Header,
    Letters,
    Value(Field),
}

impl MappingLines {
    /// One problem for each line that names something none of the files has. Nothing is told when none could be read.
    #[must_use]
    pub fn unused(&self, mapping: &str, files: &[FileReading]) -> Vec<Problem> {
        let tables: Vec<&SheetLayout> = files.iter().flat_map(|file| &file.layouts).collect();
        if tables.iter().all(|table| table.columns.is_empty()) {
            return Vec::new();
        }
        let columns: Vec<&ColumnLayout> = tables.iter().flat_map(|table| &table.columns).collect();
        let unused = self.0.iter().filter(|named| !columns.iter().any(|column| named.is_of(column)));
        unused
            .map(|named| Problem {
                file: mapping.to_owned(),
                sheet: None,
                cell: Some(named.line.to_string()),
                code: ProblemCode::MappingUnused,
                message: Message::new(match named.names {
                    Named::Header => "problem-mapping-unused",
                    Named::Letters => "problem-mapping-unused-column",
                    Named::Value(_) => "problem-mapping-unused-value",
                })
                .with("line", named.line)
                .with("text", named.text.as_str()),
            })
            .collect()
    }
}

impl NamingLine {
    fn is_of(&self, column: &ColumnLayout) -> bool {
        match self.names {
            Named::Header => key(&column.header) == key(&self.text),
            Named::Letters => column_of_letters(&self.text) == Some(column.column()),
            Named::Value(field) => {
                // A list that is cut does not tell what else the column holds.
                let holds = column.values.iter().any(|value| key(&value.text) == key(&self.text));
                column.field == Some(field) && (holds || column.has_more_values)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MappingLines, Named, NamingLine};
    use crate::mapping::Mapping;
    use guichet_model::Field;

    #[test]
    fn the_lines_that_name_something_are_kept_with_their_numbers() {
        let text = "[sheet]\nkind = \"roster\"\n\n[headers]\n\"Apprenant\" = \"student_number\"\n[columns]\nE = \"email\"\n\
                    [values.regime]\n\"7\" = \"continuing\"\n[constants]\nlevel = \"L1\"\n";
        let (_, MappingLines(lines)) = Mapping::parse_with_lines(text).expect("a mapping");
        let line = |line, names, text: &str| NamingLine { line, names, text: text.to_owned() };
        let expected = [
            line(5, Named::Header, "Apprenant"),
            line(7, Named::Letters, "E"),
            line(9, Named::Value(Field::Regime), "7"),
        ];
        assert_eq!(lines, expected);
    }
}
