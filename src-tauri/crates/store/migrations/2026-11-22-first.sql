-- Row ids are integers: desk << 40 | counter. Every fact table has an explicit key, so that changes can be recorded.
-- Dates are ISO text, instants yyyy-mm-ddThh:mm:ss in Paris civil time, amounts whole cents, coded values canonical names.

CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done. Append-only; each entry's hash covers the one before it.
CREATE TABLE journal (
    seq INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    summary TEXT NOT NULL,
    facts INTEGER NOT NULL CHECK (facts IN (0, 1)),
    settings INTEGER NOT NULL CHECK (settings IN (0, 1)),
    hash_before TEXT NOT NULL,
    hash_after TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_keeps_entries BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The journal entry of an operation is written last, hence the deferred reference.
CREATE TABLE source_file (
    id INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    operation INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (sha256, name)
) STRICT;

-- A file read with another mapping is another sheet.
CREATE TABLE source_sheet (
    id INTEGER NOT NULL PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES source_file (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    columns TEXT NOT NULL,
    rows INTEGER NOT NULL,
    UNIQUE (file, name, kind, header_row, columns)
) STRICT;

-- One row as read: its cells in one value, and the hash of what it says.
CREATE TABLE source_row (
    id INTEGER NOT NULL PRIMARY KEY,
    sheet INTEGER NOT NULL REFERENCES source_sheet (id),
    row INTEGER NOT NULL,
    cells BLOB NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (sheet, row)
) STRICT;

CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY,
    student_number TEXT,
    ine TEXT,
    birth_name TEXT,
    use_name TEXT,
    given_name TEXT,
    birth_date TEXT,
    email TEXT,
    phone TEXT,
    nationality TEXT,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX person_name ON person (name_key, id);
CREATE INDEX person_number ON person (student_number) WHERE student_number IS NOT NULL;
CREATE INDEX person_main_ine ON person (ine) WHERE ine IS NOT NULL;

-- Identifiers a person had before: still recognised.
CREATE TABLE person_ine (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    ine TEXT NOT NULL,
    UNIQUE (person, ine)
) STRICT;

CREATE TABLE registration (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    academic_year INTEGER,
    level TEXT,
    programme_code TEXT,
    programme TEXT,
    discipline TEXT,
    component TEXT,
    site TEXT,
    institution TEXT,
    regime TEXT,
    exchange TEXT,
    route TEXT,
    offer_accepted_at TEXT,
    registered_at TEXT,
    registered_day_only INTEGER NOT NULL CHECK (registered_day_only IN (0, 1)),
    channel TEXT,
    previous_result TEXT,
    scholarship TEXT,
    exemption_ground TEXT,
    cvec_number TEXT,
    fee_due INTEGER,
    fee_paid INTEGER,
    fee_paid_at TEXT,
    state TEXT,
    search TEXT NOT NULL,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX registration_person ON registration (person);

CREATE TABLE certificate (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    number TEXT,
    year INTEGER,
    issued_at TEXT,
    mode TEXT,
    student_number TEXT,
    ine TEXT,
    birth_name TEXT,
    use_name TEXT,
    given_name TEXT,
    birth_date TEXT,
    email TEXT,
    phone TEXT,
    nationality TEXT,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX certificate_person ON certificate (person);

CREATE TABLE past_registration (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    academic_year INTEGER,
    level TEXT,
    discipline TEXT,
    institution TEXT,
    state TEXT,
    gap_year INTEGER CHECK (gap_year IN (0, 1)),
    proof INTEGER CHECK (proof IN (0, 1)),
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX past_registration_person ON past_registration (person);

CREATE TABLE request (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT,
    academic_year INTEGER,
    level TEXT,
    requested_at TEXT,
    channel TEXT,
    state TEXT,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX request_person ON request (person);

CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT,
    state TEXT,
    reason TEXT,
    expiry TEXT,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
CREATE INDEX document_person ON document (person);

-- Rows the last operation on facts could not attach to one person. They stay left out until facts change.
CREATE TABLE left_out (
    content BLOB NOT NULL PRIMARY KEY,
    operation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Recomputed data: replaced whole at each evaluation, never journalled.
CREATE TABLE evaluation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    rulebook TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    as_of TEXT NOT NULL,
    at TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE TABLE file_state (
    registration INTEGER NOT NULL PRIMARY KEY REFERENCES registration (id),
    state TEXT NOT NULL
) STRICT;
CREATE TABLE finding (
    id INTEGER NOT NULL PRIMARY KEY,
    registration INTEGER NOT NULL REFERENCES registration (id),
    code TEXT NOT NULL,
    slug TEXT NOT NULL,
    severity TEXT NOT NULL,
    outcome TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX finding_registration ON finding (registration);
