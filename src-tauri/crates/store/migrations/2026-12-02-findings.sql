-- What a finding says follows from the facts: it is worked out again when somebody looks at the file. Only what lists and
-- counts need is kept; the rest made nine tenths of a large workspace.
ALTER TABLE finding DROP COLUMN body;
