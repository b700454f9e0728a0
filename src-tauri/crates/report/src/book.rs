use crate::style::Styles;
use crate::words::Words;
use crate::{Report, ReportError};
use guichet_model::{Instant, Language, Message};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};
use std::any::Any;
use std::io::{Error, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use time::Date;

/// The zip level spreadsheet programs use themselves: half the time of the next better one for a tenth more bytes.
const ZIP_LEVEL: u8 = 3;
const A4: u8 = 9;
/// The most characters a page header or footer can have in the format.
const MAX_FOOTER: usize = 255;

/// What a workbook says of itself.
pub(crate) struct Cover<'a> {
    /// The key of its title.
    pub(crate) title: &'static str,
    /// The instant it speaks of.
    pub(crate) at: Instant,
    /// What stands at the foot of its pages.
    pub(crate) subject: Message,
    /// The version of the application.
    pub(crate) version: &'a str,
}

impl<'a> Cover<'a> {
    /// The cover of a validation report.
    pub(crate) fn of_report(report: &Report<'a>) -> Self {
        Self::judged("report-title", report.as_of, report.rulebook.id, report.application_version)
    }

    /// The cover of what a rulebook says at an instant.
    pub(crate) fn judged(title: &'static str, as_of: Instant, rulebook: &str, version: &'a str) -> Self {
        let subject = Message::new("report-subtitle").with("as_of", as_of).with("rulebook", plain(rulebook));
        Self { title, at: as_of, subject, version }
    }
}

/// The workbook being written, with what every sheet needs.
pub(crate) struct Book {
    workbook: Workbook,
    pub(crate) styles: Styles,
    pub(crate) words: Words,
    /// How many rows a sheet may have.
    pub(crate) rows: u32,
    footer: String,
}

impl Book {
    /// The bytes of a workbook with what is written in it.
    pub(crate) fn write(
        cover: &Cover<'_>,
        language: Language,
        rows: u32,
        write: impl FnOnce(&mut Self) -> Result<(), ReportError>,
    ) -> Result<Vec<u8>, ReportError> {
        let bytes = || {
            let mut book = Self::new(cover, language, rows);
            write(&mut book)?;
            Ok(book.workbook.save_to_buffer()?)
        };
        // The library panics when a temporary file that it could create cannot be written: on a disk that fills up.
        catch_unwind(AssertUnwindSafe(bytes)).unwrap_or_else(|panic| Err(unwritable(panic)))
    }

    fn new(cover: &Cover<'_>, language: Language, rows: u32) -> Self {
        let words = Words::new(language);
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(ZIP_LEVEL);
        workbook.set_properties(&properties(cover, words));
        Self { workbook, styles: Styles::new(language), words, rows, footer: footer(cover, words) }
    }

    /// A sheet whose rows are written once, from the first to the last, and not kept in memory.
    pub(crate) fn list_sheet(&mut self, name: &str) -> Result<Worksheet, ReportError> {
        let mut sheet = self.workbook.new_worksheet_with_constant_memory()?;
        self.dress(&mut sheet, name)?;
        Ok(sheet)
    }

    /// A sheet kept in memory, for charts to read.
    pub(crate) fn plain_sheet(&self, name: &str) -> Result<Worksheet, ReportError> {
        let mut sheet = Worksheet::new();
        self.dress(&mut sheet, name)?;
        Ok(sheet)
    }

    fn dress(&self, sheet: &mut Worksheet, name: &str) -> Result<(), ReportError> {
        sheet.set_name(name)?;
        sheet.set_paper_size(A4).set_landscape().set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
        sheet.set_header("&L&\"-,Bold\"&A").set_footer(&self.footer);
        Ok(())
    }

    /// Adds a finished sheet after the others.
    pub(crate) fn push(&mut self, sheet: Worksheet) {
        self.workbook.push_worksheet(sheet);
    }
}

/// How the library tells of a temporary file as it panics: written, then read again. Nothing of ours panics about the system.
const REFUSALS: [&str; 2] = ["Couldn't write to xml file", "called `Result::unwrap()` on an `Err` value: Os {"];

/// The refusal of a temporary file that the library panicked about. Anything else is no business of a disk.
fn unwritable(panic: Box<dyn Any + Send>) -> ReportError {
    match panic.downcast_ref::<String>() {
        Some(told) if REFUSALS.iter().any(|refusal| told.starts_with(refusal)) => {
            let full = told.contains("kind: StorageFull");
            let cause = if full { ErrorKind::StorageFull.into() } else { Error::other(told.clone()) };
            ReportError::TemporaryFile { folder: std::env::temp_dir().display().to_string(), cause }
        }
        _ => resume_unwind(panic),
    }
}

/// The format's own date, for a date it can hold (1900 on).
pub(crate) fn excel_date(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::from(date.month()), date.day()).ok()
}

/// The format's own instant, for one it can hold (1900 on).
pub(crate) fn excel_instant(instant: Instant) -> Option<ExcelDateTime> {
    let (hour, minute, second) = instant.time().as_hms();
    excel_date(instant.date())?.and_hms(u16::from(hour), minute, f64::from(second)).ok()
}

/// No author and no clock: the date of making is the date the workbook speaks of.
fn properties(cover: &Cover<'_>, words: Words) -> DocProperties {
    let properties = DocProperties::new().set_title(words.say(cover.title));
    let origin = ExcelDateTime::from_ymd(1900, 1, 1).ok();
    match excel_instant(cover.at).or(origin) {
        Some(date) => properties.set_creation_datetime(&date),
        None => properties,
    }
}

/// The subject at the left, application in the middle, page numbers at the right, all in 8 points.
fn footer(cover: &Cover<'_>, words: Words) -> String {
    let subject = words.render(&cover.subject);
    let pages = words.render(&Message::new("report-page").with("page", "&P").with("pages", "&N"));
    let application = plain(cover.version);
    let rest = format!("&C&8Guichet {application}&R&8{pages}");
    let room = MAX_FOOTER.saturating_sub(rest.encode_utf16().count() + 4);
    let subject: String = subject.chars().take(room).collect();
    format!("&L&8{subject}{rest}")
}

/// In a footer an ampersand begins a command and names are short.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c != '&' && !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::{Book, Cover};
    use crate::ReportError;
    use guichet_model::{Language, Message};
    use std::io::ErrorKind;
    use time::macros::datetime;

    fn written(refusal: &'static str) -> Result<Vec<u8>, ReportError> {
        let at = datetime!(2024-09-21 12:00);
        let cover =
            Cover { title: "held-title", at, subject: Message::new("held-subject").with("at", at), version: "1" };
        Book::write(&cover, Language::Fr, 10, |_| panic!("{refusal}"))
    }

    #[test]
    fn a_temporary_file_that_cannot_be_written_is_told() {
        for full in [
            r#"Couldn't write to xml file: Os { code: 28, kind: StorageFull, message: "No space left on device" }"#,
            r#"called `Result::unwrap()` on an `Err` value: Os { code: 28, kind: StorageFull, message: "No space left" }"#,
        ] {
            let told = matches!(written(full), Err(ReportError::TemporaryFile { cause, .. }) if cause.kind() == ErrorKind::StorageFull);
            assert!(told, "{full}");
        }
        assert!(std::panic::catch_unwind(|| written("a mistake of ours")).is_err(), "a mistake is not a full disk");
    }
}
