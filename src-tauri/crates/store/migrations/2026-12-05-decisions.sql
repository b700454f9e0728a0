-- What somebody decides of files: findings that do not count, and notes. What a waived finding was read from is a JSON list of
-- fields and texts.

CREATE TABLE waiver (
    id INTEGER NOT NULL PRIMARY KEY,
    registration INTEGER NOT NULL REFERENCES registration (id),
    code TEXT NOT NULL,
    basis TEXT NOT NULL,
    seen TEXT NOT NULL,
    reason TEXT NOT NULL,
    text TEXT,
    until TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    operation INTEGER NOT NULL,
    UNIQUE (registration, code)
) STRICT;

CREATE TABLE note (
    id INTEGER NOT NULL PRIMARY KEY,
    registration INTEGER NOT NULL UNIQUE REFERENCES registration (id),
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    operation INTEGER NOT NULL
) STRICT;
