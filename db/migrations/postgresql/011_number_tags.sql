-- A keyed tag of the number that a reminder names itself: an answer finds what was sent there without reading all that is to
-- come.
ALTER TABLE reminders ADD COLUMN number_tag BIGINT;
CREATE INDEX reminders_number ON reminders (number_tag) WHERE number_tag IS NOT NULL;
