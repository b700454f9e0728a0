-- What each operation changed, and on which earlier ones it rests, so that an import can be undone.

-- The operation that wrote a row last; unknown for rows of before.
ALTER TABLE source_sheet ADD COLUMN operation INTEGER;
ALTER TABLE source_row ADD COLUMN operation INTEGER;
ALTER TABLE person_ine ADD COLUMN operation INTEGER;

-- The changes an operation made to facts and sources, as SQLite's session extension records them, deflated; empty when
-- it made none. They fit the schema they were recorded in.
CREATE TABLE undo (
    operation INTEGER NOT NULL PRIMARY KEY,
    schema INTEGER NOT NULL,
    changes BLOB NOT NULL
) STRICT;

-- What was undone, and by which operation. An undoing that was itself undone counts no more.
CREATE TABLE undone (
    operation INTEGER NOT NULL,
    undone_by INTEGER NOT NULL,
    PRIMARY KEY (operation, undone_by)
) STRICT, WITHOUT ROWID;

-- How many rows of an import say again, replace or are attached to what an earlier operation wrote.
CREATE TABLE rests_on (
    operation INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (operation, earlier)
) STRICT, WITHOUT ROWID;

-- Rows left out belong to their operation: those of the last import on facts that stands count, whatever was undone
-- since. An import on facts that left nothing out has one entry without content.
CREATE TABLE rows_left_out (
    content BLOB NOT NULL,
    operation INTEGER NOT NULL,
    PRIMARY KEY (operation, content)
) STRICT, WITHOUT ROWID;
INSERT INTO rows_left_out (content, operation) SELECT content, operation FROM left_out
    WHERE operation = (SELECT max(seq) FROM journal WHERE facts = 1);
DROP TABLE left_out;
ALTER TABLE rows_left_out RENAME TO left_out;
