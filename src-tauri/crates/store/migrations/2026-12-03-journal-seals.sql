-- Each entry of the journal is sealed with a key that only a holder of the workspace's own key has; the head tells how
-- many there are, so that a journal cut short is seen too.

CREATE TABLE journal_seal (
    seq INTEGER NOT NULL PRIMARY KEY,
    seal TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_seal_keeps_entries BEFORE DELETE ON journal_seal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_seal_keeps_words BEFORE UPDATE ON journal_seal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE journal_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seal TEXT NOT NULL
) STRICT;
