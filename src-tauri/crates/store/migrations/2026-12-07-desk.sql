-- Whether a file lacks neither a document nor a fact. Every file is judged again when the workspace is opened.
ALTER TABLE file_state ADD COLUMN complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1));

-- How many files were blocked each day, after each operation on facts: the desk says what changed.
CREATE TABLE tally (
    day TEXT NOT NULL,
    operation INTEGER NOT NULL,
    rulebook TEXT NOT NULL,
    files INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    PRIMARY KEY (day, operation)
) STRICT, WITHOUT ROWID;
