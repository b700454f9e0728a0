//! Which tables hold something on a person. A test compares the two lists with the database: a new table joins one of them.

/// A table whose rows are about one person.
pub(crate) struct Personal {
    pub(crate) table: &'static str,
    /// Which of its rows are about the person `?1`.
    pub(crate) of: &'static str,
}

const fn personal(table: &'static str, of: &'static str) -> Personal {
    Personal { table, of }
}

const OF_PERSON: &str = "person = ?1";
/// Of the tables of what is kept on one file.
pub(super) const OF_FILE: &str = "registration IN (SELECT id FROM registration WHERE person = ?1)";

/// The tables with rows about one person, in the order in which they are shown.
pub(crate) const PERSONAL: [Personal; 13] = [
    personal("person", "id = ?1"),
    personal("person_ine", OF_PERSON),
    personal("registration", OF_PERSON),
    personal("certificate", OF_PERSON),
    personal("past_registration", OF_PERSON),
    personal("request", OF_PERSON),
    personal("document", OF_PERSON),
    personal(
        "control_result",
        "number IN (SELECT number FROM certificate WHERE person = ?1
                    UNION SELECT cvec_number FROM registration WHERE person = ?1)",
    ),
    personal(
        "kept_row",
        "(of = 'person' AND fact = ?1) OR (of = 'registration' AND fact IN (SELECT id FROM registration WHERE person = ?1))
         OR (of = 'certificate' AND fact IN (SELECT id FROM certificate WHERE person = ?1))
         OR (of = 'past_registration' AND fact IN (SELECT id FROM past_registration WHERE person = ?1))
         OR (of = 'request' AND fact IN (SELECT id FROM request WHERE person = ?1))
         OR (of = 'document' AND fact IN (SELECT id FROM document WHERE person = ?1))",
    ),
    personal("file_state", OF_FILE),
    personal("finding", OF_FILE),
    personal("waiver", OF_FILE),
    personal("note", OF_FILE),
];

/// The tables without rows about one person, and why.
#[cfg(test)]
pub(crate) const OTHERS: [(&str, &str); 16] = [
    ("counter", "the last row numbers given"),
    ("setting", "how the office works"),
    ("rulebook_edition", "what the institution decided for everybody"),
    ("rulebook_draft", "what it may decide"),
    ("evaluation", "with what all files were judged"),
    ("source_file", "told with each row read from it"),
    ("source_sheet", "told with each row read from it"),
    ("source_row", "told by itself, with its cells"),
    ("journal", "told by itself: what was done to what the person's rows say"),
    ("journal_seal", "told with the journal's entries"),
    ("journal_head", "the seal of the whole journal"),
    ("undo", "told by itself, value by value"),
    ("undone", "which operations stand"),
    ("rests_on", "how operations follow from each other"),
    ("left_out", "hashes of rows that could be anybody's"),
    ("tally", "how many files were blocked, day by day"),
];
