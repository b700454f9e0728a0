-- Requests, documents and control results say more; a registration says how its fee is paid and whether it is the main one.

ALTER TABLE registration ADD COLUMN fee_settled INTEGER CHECK (fee_settled IN (0, 1));
ALTER TABLE registration ADD COLUMN payment_plan INTEGER CHECK (payment_plan IN (0, 1));
ALTER TABLE registration ADD COLUMN main INTEGER CHECK (main IN (0, 1));

ALTER TABLE past_registration ADD COLUMN result TEXT;

ALTER TABLE document ADD COLUMN academic_year INTEGER;
ALTER TABLE document ADD COLUMN programme_code TEXT;

ALTER TABLE request ADD COLUMN requested_day_only INTEGER NOT NULL DEFAULT 0 CHECK (requested_day_only IN (0, 1));
ALTER TABLE request ADD COLUMN decided_at TEXT;
ALTER TABLE request ADD COLUMN decided_by TEXT;
ALTER TABLE request ADD COLUMN decision_reference TEXT;
ALTER TABLE request ADD COLUMN units TEXT;
ALTER TABLE request ADD COLUMN unit_level TEXT;
ALTER TABLE request ADD COLUMN semester TEXT;
ALTER TABLE request ADD COLUMN capacity TEXT;
ALTER TABLE request ADD COLUMN unit_nature TEXT;
ALTER TABLE request ADD COLUMN proposal_received_at TEXT;
ALTER TABLE request ADD COLUMN contested_at TEXT;
ALTER TABLE request ADD COLUMN waived_at TEXT;
ALTER TABLE request ADD COLUMN waiver_written INTEGER CHECK (waiver_written IN (0, 1));
ALTER TABLE request ADD COLUMN waiver_withdrawn INTEGER CHECK (waiver_withdrawn IN (0, 1));
ALTER TABLE request ADD COLUMN exams_start_on TEXT;
ALTER TABLE request ADD COLUMN degree_held INTEGER CHECK (degree_held IN (0, 1));
ALTER TABLE request ADD COLUMN dispensation_granted INTEGER CHECK (dispensation_granted IN (0, 1));
ALTER TABLE request ADD COLUMN professional_experience INTEGER CHECK (professional_experience IN (0, 1));
ALTER TABLE request ADD COLUMN language_master INTEGER CHECK (language_master IN (0, 1));
ALTER TABLE request ADD COLUMN semester_reorientation INTEGER CHECK (semester_reorientation IN (0, 1));
ALTER TABLE request ADD COLUMN teacher_agreement INTEGER CHECK (teacher_agreement IN (0, 1));
ALTER TABLE request ADD COLUMN site_signature INTEGER CHECK (site_signature IN (0, 1));
ALTER TABLE request ADD COLUMN attendance TEXT;
ALTER TABLE request ADD COLUMN refund_amount INTEGER;

-- A control result names a certificate, not a person.
CREATE TABLE control_result (
    id INTEGER NOT NULL PRIMARY KEY,
    number TEXT,
    state TEXT,
    at TEXT,
    source_row INTEGER NOT NULL REFERENCES source_row (id)
) STRICT;
