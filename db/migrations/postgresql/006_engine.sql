-- The reminder engine: more states, what makes an occurrence unique, what a provider says afterwards.
ALTER TABLE reminders DROP CONSTRAINT reminders_status_check;
ALTER TABLE reminders ADD CONSTRAINT reminders_status_check CHECK (status IN
    ('pending', 'sending', 'sent', 'delivered', 'failed', 'cancelled', 'unknown', 'expired', 'late'));
ALTER TABLE reminders DROP CONSTRAINT reminders_recurrence_unit_check;
ALTER TABLE reminders ADD CONSTRAINT reminders_recurrence_unit_check
    CHECK (recurrence_unit IN ('hours', 'days', 'weeks', 'months'));
ALTER TABLE reminders ADD COLUMN recurrence_weekdays BIGINT NOT NULL DEFAULT 0
    CHECK (recurrence_weekdays BETWEEN 0 AND 127);
ALTER TABLE reminders ADD COLUMN source TEXT;
ALTER TABLE reminders ADD COLUMN occurrence_time BIGINT;
ALTER TABLE reminders ADD COLUMN step BIGINT NOT NULL DEFAULT 1;
ALTER TABLE reminders ADD COLUMN fallback TEXT NOT NULL DEFAULT '';
ALTER TABLE reminders ADD COLUMN delivered_at BIGINT;
ALTER TABLE reminders ADD COLUMN settled_at BIGINT;
UPDATE reminders SET source = 'reminder:' || series_id, occurrence_time = numbered.occurrence_time
FROM (SELECT id, scheduled_time + row_number() OVER (PARTITION BY series_id, channel, scheduled_time ORDER BY occurrence) - 1
          AS occurrence_time
      FROM reminders) AS numbered
WHERE reminders.id = numbered.id;
ALTER TABLE reminders ALTER COLUMN source SET NOT NULL;
ALTER TABLE reminders ALTER COLUMN occurrence_time SET NOT NULL;

ALTER TABLE attempts DROP CONSTRAINT attempts_outcome_check;
ALTER TABLE attempts ADD CONSTRAINT attempts_outcome_check CHECK (outcome IN
    ('sending', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown'));
ALTER TABLE attempts ADD COLUMN patient_id BIGINT;
UPDATE attempts SET patient_id = reminders.patient_id FROM reminders WHERE reminders.id = attempts.reminder_id;
ALTER TABLE attempts ALTER COLUMN patient_id SET NOT NULL;
ALTER TABLE attempts ADD COLUMN segments BIGINT;
ALTER TABLE attempts ADD COLUMN price TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN price_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN checks BIGINT NOT NULL DEFAULT 0;
ALTER TABLE attempts ADD COLUMN next_check BIGINT;

-- A reminder of a plan or a series exists once, whoever makes it.
CREATE UNIQUE INDEX reminders_occurrence ON reminders (source, occurrence_time, step, channel);
-- What waits, by the moment it is due: its time, or that of its next try.
CREATE INDEX reminders_waiting ON reminders (status, coalesce(next_try, scheduled_time));
CREATE INDEX reminders_owners ON reminders (lease_owner) WHERE lease_owner IS NOT NULL;
CREATE INDEX attempts_provider ON attempts (provider_message_id) WHERE provider_message_id <> '';
CREATE INDEX attempts_checks ON attempts (next_check) WHERE next_check IS NOT NULL;
CREATE INDEX attempts_started ON attempts (channel, started_at);
-- How many messages a patient got today; no foreign key, the attempt goes with its reminder.
CREATE INDEX attempts_patient ON attempts (patient_id, started_at);

-- Telephone numbers that the network does not know, by keyed tag.
CREATE TABLE number_flags (
    tag BIGINT PRIMARY KEY,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- When each channel last could send, so that a pause of the programs, of a provider or a jump of the clock is noticed.
CREATE TABLE channel_states (
    channel TEXT PRIMARY KEY,
    last_able BIGINT NOT NULL
);
