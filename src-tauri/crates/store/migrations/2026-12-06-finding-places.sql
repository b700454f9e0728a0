-- What lists of findings are grouped by: the last minute that a finding names, and the file that it was read from first.
-- Every file is judged again when the workspace is opened.
ALTER TABLE finding ADD COLUMN deadline TEXT;
ALTER TABLE finding ADD COLUMN source INTEGER;
