use super::{Fault, Layer, Rulebook, RulebookError, SHIPPED};
use guichet_model::{Catalogue, Level};
use time::macros::datetime;

fn layer(body: &str) -> Result<Layer, RulebookError> {
    let head = "id = \"x\"\nlayer = \"component\"\nedition = 1\ntitle = { fr = \"x\", en = \"x\" }\n";
    Layer::parse(&format!("{head}[documents.page]\ntitle = \"Page\"\n{body}"))
}

const CITE: &str = r#"cite = { document = "page", heading = "h", quote = "q", status = "verified" }"#;

#[test]
fn every_shipped_rulebook_reads_and_lies_on_known_layers() {
    for (id, _) in SHIPPED {
        let book = Rulebook::shipped(id).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(book.id(), *id);
        assert_eq!(book.sha256().len(), 64);
    }
}

#[test]
fn every_citation_quotes_or_says_why_it_cannot() {
    for (id, text) in SHIPPED {
        let layer = Layer::parse(text).expect("reads");
        for (_, cite) in layer.cites() {
            assert!(!cite.heading.is_empty(), "{id}: a citation without heading");
            assert!(!cite.quote.is_empty() || cite.note.is_some(), "{id}, {}: neither words nor remark", cite.heading);
        }
    }
}

#[test]
fn a_component_s_value_lies_over_the_national_one() {
    let over = "over = \"national\"\n";
    let text = format!(
        "id = \"x\"\nlayer = \"component\"\n{over}edition = 1\ntitle = {{ fr = \"x\", en = \"x\" }}\n[documents.page]\ntitle = \"Page\"\n[[value]]\nkey = \"calendar.notice_days\"\nvalue = 3\n{CITE}\n"
    );
    let book = Rulebook::find("x", &[Layer::parse(&text).expect("reads")]).expect("stacks");
    let (layer, _, entry) = book.entry("calendar.notice_days").expect("set");
    assert_eq!((layer.id.as_str(), entry.value.as_ref().and_then(|value| value.as_integer())), ("x", Some(3)));
    assert_eq!(book.entry("cvec.amount.2024-2025").expect("set below").0.id, "national");
    assert!(book.entry("cvec.amount.2026-2027").expect("named").2.value.is_none(), "not set, visibly");
}

#[test]
fn a_date_without_hour_means_the_whole_day() {
    let window = format!(
        "[[window]]\nkey = \"w\"\nlevels = [\"M1\"]\nintervals = [{{ opens = \"2024-07-01\", closes = \"2024-07-19\" }}]\n{CITE}\n"
    );
    let layer = layer(&window).expect("reads");
    let interval = layer.windows[0].intervals[0];
    assert_eq!(interval.opens, Some(time::macros::datetime!(2024-07-01 0:00)));
    assert_eq!(interval.closes, time::macros::datetime!(2024-07-19 23:59));
    assert_eq!(layer.windows[0].levels, [Level::M1]);
}

#[test]
fn verdicts_may_change_with_the_day_and_when_a_window_opens_closes_or_is_about_to() {
    let book = Rulebook::shipped("amu-allsh-2024-2025").expect("shipped");
    let changes = |before, after| book.changes_between(before, after);
    assert!(changes(datetime!(2024-07-01 13:59), datetime!(2024-07-01 14:00)), "a window opens");
    assert!(!changes(datetime!(2024-09-30 11:59), datetime!(2024-09-30 12:00)), "the closing minute is inside");
    assert!(changes(datetime!(2024-09-30 12:00), datetime!(2024-09-30 12:01)), "a window has closed");
    assert!(changes(datetime!(2024-09-23 11:59), datetime!(2024-09-23 12:00)), "seven days before a close");
    assert!(!changes(datetime!(2024-10-01 00:00), datetime!(2024-10-01 23:59)));
    assert!(changes(datetime!(2024-10-01 23:59), datetime!(2024-10-02 00:00)), "a document may have expired");
}

#[test]
fn a_wrong_entry_is_told_with_its_line_and_key() {
    let cases = [
        (format!("[[value]]\nkey = \"k\"\nvalue = 1\n{CITE}\n[[value]]\nkey = \"k\"\nvalue = 1\n{CITE}\n"), 12, Fault::Duplicate),
        (format!("[[value]]\nkey = \"k\"\n{CITE}\n"), 8, Fault::ValueOrUnset),
        (
            format!("[[limit]]\nkey = \"k\"\nlevels = [\"L9\"]\nmost = 1\n{CITE}\n"),
            8,
            Fault::NotALevel("L9".to_owned()),
        ),
        (
            format!("[[window]]\nkey = \"k\"\nintervals = [{{ opens = \"2024-07-02\", closes = \"2024-07-01T09:00\" }}]\n{CITE}\n"),
            8,
            Fault::ClosesBeforeOpening,
        ),
        (format!("[[window]]\nkey = \"k\"\n{CITE}\n"), 8, Fault::NoInterval),
        (
            "[[value]]\nkey = \"k\"\nvalue = 1\ncite = { document = \"other\", heading = \"h\", quote = \"q\", status = \"verified\" }\n".to_owned(),
            8,
            Fault::UnknownDocument("other".to_owned()),
        ),
    ];
    for (body, line, fault) in cases {
        let error = layer(&body).expect_err("refused");
        assert_eq!(error, RulebookError::Entry { line, key: "k".to_owned(), fault }, "{body}");
        let text = Catalogue::shared().render(guichet_model::Language::Fr, &error.message());
        assert!(text.contains('k') && !text.contains('⟦'), "{text}");
    }
    let Err(RulebookError::Form { line, .. }) = layer("[[value]]\nkey = 3\n") else { panic!("a form error") };
    assert_eq!(line, 8);
}

#[test]
fn a_document_is_named_by_words_that_follow_each_other_a_whole_kind_or_not_at_all() {
    let entry = format!(
        "[[piece]]\nkey = \"piece.form\"\nof = \"derogation\"\ntitle = {{ fr = \"f\", en = \"f\" }}\nnames = [\"formulaire de dérogation\"]\nexact = [\"Formulaire\"]\nunless = [\"brouillon\"]\n{CITE}\n"
    );
    let layer = layer(&entry).expect("reads");
    let named = |kind: &str| layer.pieces[0].is_named(kind);
    assert!(named("Formulaire de dérogation pour une inscription supplémentaire en Licence"));
    assert!(named("FORMULAIRE") && named("Formulaire 2024-2025"));
    assert!(!named("Formulaire concordance") && !named("Brouillon du formulaire de dérogation"));
}
