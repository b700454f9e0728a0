//! The list of targets.

use crate::{containers, law};
use guichet_intake::{Mapping, fuzzing};
use guichet_model::{AcademicYear, Catalogue, Cents, CvecNumber, Ine, Language, Level};
use guichet_rules::rulebook::Layer;

/// One reader or parser.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name by which `cargo xtask fuzz NAME` runs it.
    pub name: &'static str,
    /// Bytes of the longest input worth trying.
    pub longest: usize,
    /// Throws bytes at it; it panics when a law is broken.
    pub run: fn(&[u8]),
}

macro_rules! targets {
    ($($name:literal, $longest:literal, $run:expr;)*) => {
        /// Every target.
        pub const TARGETS: &[Target] = &[$(Target { name: $name, longest: $longest, run: $run }),*];
    };
}

targets! {
    // Whole files, as they lie on a disk.
    "sniff", 512, sniff;
    "zip", 8_192, |bytes| law::file("x.zip", bytes);
    "compound", 16_384, |bytes| law::file("x.xls", bytes);
    "csv", 4_096, |bytes| law::file("x.csv", &[b"a;b\n", bytes].concat());
    "text", 2_048, text;
    "html", 4_096, |bytes| law::file("x.html", &[b"<html>", bytes].concat());
    "mhtml", 4_096, |bytes| law::file("x.mht", &[b"MIME-Version: 1.0\n", bytes].concat());
    "spreadsheetml", 4_096, |bytes| law::file("x.xml", &[containers::SPREADSHEETML, bytes].concat());
    "fods", 4_096, |bytes| law::file("x.fods", &[containers::FODS, bytes].concat());
    // The parts of files that lie in a container.
    "xlsx", 8_192, |bytes| law::file("x.xlsx", &containers::xlsx(bytes));
    "xlsb", 4_096, |bytes| law::file("x.xlsb", &containers::xlsb(bytes));
    "xls", 8_192, |bytes| law::file("x.xls", &containers::xls(bytes));
    "ods", 8_192, |bytes| law::file("x.ods", &containers::ods(bytes));
    "csv-archive", 4_096, |bytes| law::file("x.zip", &containers::csv_archive(bytes));
    // What is understood of cells and sentences.
    "child", 4_096, |bytes| law::said("x.xlsx", bytes);
    "mapping", 2_048, mapping;
    "rulebook", 10_000, rulebook;
    "date", 64, date;
    "ine", 32, ine;
    "amount", 64, amount;
    "cvec", 32, cvec;
    "level", 64, level;
    "year", 32, year;
}

/// The target of a name.
#[must_use]
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

fn sniff(bytes: &[u8]) {
    let _ = fuzzing::is_readable(bytes);
}

fn text(bytes: &[u8]) {
    let text = fuzzing::text_of(bytes);
    // Four letters of any encoding never take fewer bytes than one.
    assert!(text.chars().count() <= bytes.len(), "letters out of nothing");
}

fn with_text(bytes: &[u8], run: impl FnOnce(&str)) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        run(text);
    }
}

fn mapping(bytes: &[u8]) {
    with_text(bytes, |text| {
        let said = Mapping::parse(text);
        if let Err(error) = said {
            assert!(error.line >= 1 && error.line <= text.matches('\n').count() + 1, "a line of the file");
        }
    });
}

fn rulebook(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Err(error) = Layer::parse(text) {
            let sentence = Catalogue::shared().render(Language::Fr, &error.message());
            assert!(!sentence.contains('⟦'), "a sentence without its values: {sentence}");
        }
    });
}

fn date(bytes: &[u8]) {
    with_text(bytes, |text| {
        let padded = format!(" {text}\t");
        assert_eq!(fuzzing::is_date(text), fuzzing::is_date(&padded), "blanks around a date are none of it");
    });
}

fn ine(bytes: &[u8]) {
    with_text(bytes, |text| {
        let Some(ine) = Ine::new(text) else { return };
        assert_eq!(Ine::new(ine.as_str()).as_ref(), Some(&ine), "an INE is its own spelling");
        let _ = (ine.form(), ine.key());
    });
}

fn amount(bytes: &[u8]) {
    with_text(bytes, |text| {
        let Some(amount) = Cents::parse(text) else { return };
        let (euros, cents) = (amount.0 / 100, amount.0.unsigned_abs() % 100);
        if amount.0 >= 0 {
            assert_eq!(Cents::parse(&format!("{euros},{cents:02}")), Some(amount), "an amount is what it says");
        }
    });
}

fn cvec(bytes: &[u8]) {
    with_text(bytes, |text| {
        let Some(number) = CvecNumber::new(text) else { return };
        assert_eq!(CvecNumber::new(number.as_str()).as_ref(), Some(&number), "a number is its own spelling");
        let _ = (number.is_well_formed(), number.year_digit());
    });
}

fn level(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Some(level) = Level::parse(text) {
            assert_eq!(Level::parse(level.as_str()), Some(level), "a level is its own name");
        }
    });
}

fn year(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Ok(year) = text.parse::<AcademicYear>() {
            assert_eq!(year.to_string().parse(), Ok(year), "a year is its own name");
        }
    });
}
