//! The formats of files, by their content.

use guichet_model::Message;

macro_rules! formats {
    ($($(#[$meta:meta])* $name:ident = $text:literal, named $endings:expr),* $(,)?) => {
        /// What a file is by its content, whatever its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FileFormat { $($(#[$meta])* $name),* }

        impl FileFormat {
            /// Every format.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The endings of names that promise this format.
            fn endings(self) -> &'static [&'static str] {
                match self { $(Self::$name => $endings),* }
            }
        }
    };
}

formats! {
    /// Office Open XML.
    Xlsx = "xlsx", named &["xlsx", "xlsm", "xltx", "xltm", "xlam"],
    /// The binary form of Office Open XML.
    Xlsb = "xlsb", named &["xlsb"],
    /// The binary form of Excel 5 to 2003.
    Xls = "xls", named &["xls", "xlt", "xla"],
    /// OpenDocument.
    Ods = "ods", named &["ods", "ots"],
    /// OpenDocument in one XML text.
    FlatOds = "fods", named &["fods"],
    /// The XML of Excel 2003.
    SpreadsheetMl = "spreadsheetml", named &["xml"],
    /// A web page.
    Html = "html", named &["html", "htm", "xhtml"],
    /// A web page saved whole in one file.
    Mhtml = "mhtml", named &["mht", "mhtml"],
    /// CSV files in a zip archive.
    CsvArchive = "zip", named &["zip"],
    /// Text with separators.
    Csv = "csv", named &["csv", "tsv", "txt", "tab", "asc", "dat"],
}

impl FileFormat {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name)
    }

    /// Whether a file's name promises another of these formats.
    pub(crate) fn is_misnamed(self, file: &str) -> bool {
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let promises = |format: Self| format.endings().contains(&ending.as_str());
        !promises(self) && Self::ALL.iter().any(|format| promises(*format))
    }

    /// The format in words.
    #[must_use]
    pub fn word(self) -> Message {
        Message::new(format!("format-{}", self.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::FileFormat;
    use guichet_model::Catalogue;

    #[test]
    fn every_format_has_a_name_and_a_word() {
        for format in FileFormat::ALL {
            assert_eq!(FileFormat::from_name(format.as_str()), Some(*format));
            assert!(Catalogue::shared().has(&format!("format-{}", format.as_str())), "{format:?}");
        }
    }

    #[test]
    fn only_the_name_of_another_format_misleads() {
        assert!(FileFormat::Html.is_misnamed("Effectifs.XLS") && FileFormat::Csv.is_misnamed("a.xlsx"));
        assert!(!FileFormat::Csv.is_misnamed("a.txt") && !FileFormat::Csv.is_misnamed("extraction"));
        assert!(!FileFormat::Xlsx.is_misnamed("a.XLSM") && !FileFormat::Xlsx.is_misnamed("a.tmp"));
    }
}
