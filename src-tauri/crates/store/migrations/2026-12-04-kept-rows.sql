-- A newer row takes nothing from a fact but what it has columns for: the rows that still speak for the others.

CREATE TABLE kept_row (
    -- The table the fact is in, and its number there.
    of TEXT NOT NULL,
    fact INTEGER NOT NULL,
    -- The newest first, from zero; the fact's own source_row comes before them all.
    rank INTEGER NOT NULL,
    source_row INTEGER NOT NULL REFERENCES source_row (id),
    PRIMARY KEY (of, fact, rank)
) STRICT, WITHOUT ROWID;
