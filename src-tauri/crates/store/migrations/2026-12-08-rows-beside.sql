-- Rows that come together speak for a fact together: none of them is newer.

-- Whether the row came together with the one before it; otherwise it is older.
ALTER TABLE kept_row ADD COLUMN beside INTEGER NOT NULL DEFAULT 0;
