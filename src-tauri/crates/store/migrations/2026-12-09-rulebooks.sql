-- The rulebooks of the office, as files: the editions published, which never change, and those being written.

CREATE TABLE rulebook_edition (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    operation INTEGER NOT NULL
) STRICT;

CREATE TABLE rulebook_draft (
    id INTEGER NOT NULL PRIMARY KEY,
    base TEXT NOT NULL,
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
