-- The reminder engine: more states, what makes an occurrence unique, what a provider says afterwards. SQLite cannot change
-- a CHECK, so both tables are built anew; what they hold is carried over.
CREATE TABLE reminders_new (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    phone_number_enc BLOB,
    email_enc BLOB,
    message_enc BLOB NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    scheduled_time INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('pending', 'sending', 'sent', 'delivered', 'failed', 'cancelled', 'unknown', 'expired', 'late')),
    reason TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    template TEXT NOT NULL DEFAULT '',
    recurrence_every INTEGER CHECK (recurrence_every BETWEEN 1 AND 366),
    recurrence_unit TEXT CHECK (recurrence_unit IN ('hours', 'days', 'weeks', 'months')),
    recurrence_weekdays INTEGER NOT NULL DEFAULT 0 CHECK (recurrence_weekdays BETWEEN 0 AND 127),
    recurrence_until INTEGER,
    recurrence_count INTEGER CHECK (recurrence_count BETWEEN 1 AND 999),
    series_id INTEGER NOT NULL,
    occurrence INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL,
    occurrence_time INTEGER NOT NULL,
    step INTEGER NOT NULL DEFAULT 1,
    fallback TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL,
    appointment_time INTEGER,
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    deferrals INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER,
    series_start INTEGER,
    sent_at INTEGER,
    delivered_at INTEGER,
    settled_at INTEGER,
    lease_owner TEXT,
    lease_until INTEGER,
    request_tag INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (series_id, occurrence, channel)
);
INSERT INTO reminders_new (id, client_id, patient_id, phone_number_enc, email_enc, message_enc, language, scheduled_time,
    status, reason, channel, template, recurrence_every, recurrence_unit, recurrence_until, recurrence_count, series_id,
    occurrence, source, occurrence_time, purpose, appointment_time, created_by, attempts, deferrals, next_try,
    series_start, sent_at, lease_owner, lease_until, request_tag, created_at, updated_at, version)
SELECT id, client_id, patient_id, phone_number_enc, email_enc, message_enc, language, scheduled_time,
    status, reason, channel, template, recurrence_every, recurrence_unit, recurrence_until, recurrence_count, series_id,
    occurrence, 'reminder:' || series_id, scheduled_time + row_number() OVER same - 1, purpose, appointment_time, created_by, attempts, deferrals, next_try,
    series_start, sent_at, lease_owner, lease_until, request_tag, created_at, updated_at, version
FROM reminders
WINDOW same AS (PARTITION BY series_id, channel, scheduled_time ORDER BY occurrence);

CREATE TABLE attempts_new (
    id INTEGER PRIMARY KEY,
    reminder_id INTEGER NOT NULL REFERENCES reminders_new (id) ON DELETE CASCADE,
    patient_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN
        ('sending', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown')),
    provider TEXT NOT NULL,
    provider_message_id TEXT NOT NULL DEFAULT '',
    provider_code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    segments INTEGER,
    price TEXT NOT NULL DEFAULT '',
    price_unit TEXT NOT NULL DEFAULT '',
    checks INTEGER NOT NULL DEFAULT 0,
    next_check INTEGER,
    UNIQUE (reminder_id, number)
);
INSERT INTO attempts_new (id, reminder_id, patient_id, number, channel, started_at, finished_at, outcome, provider,
    provider_message_id, provider_code, reason)
SELECT a.id, a.reminder_id, r.patient_id, a.number, a.channel, a.started_at, a.finished_at, a.outcome, a.provider,
    a.provider_message_id, a.provider_code, a.reason
FROM attempts a JOIN reminders r ON r.id = a.reminder_id;
DROP TABLE attempts;
DROP TABLE reminders;
ALTER TABLE reminders_new RENAME TO reminders;
ALTER TABLE attempts_new RENAME TO attempts;

CREATE INDEX reminders_due ON reminders (status, scheduled_time, id);
CREATE INDEX reminders_time ON reminders (scheduled_time, id);
CREATE INDEX reminders_patient ON reminders (patient_id, scheduled_time);
CREATE INDEX reminders_channel ON reminders (channel, scheduled_time);
CREATE INDEX reminders_leases ON reminders (status, lease_until);
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
    tag INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- When each channel last could send, so that a pause of the programs, of a provider or a jump of the clock is noticed.
CREATE TABLE channel_states (
    channel TEXT PRIMARY KEY,
    last_able INTEGER NOT NULL
);

CREATE TRIGGER reminder_totals_insert AFTER INSERT ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, 1
    FROM reminders WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_delete BEFORE DELETE ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, -1
    FROM reminders WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_before BEFORE UPDATE OF status, channel, language ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, -1
    FROM reminders WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_after AFTER UPDATE OF status, channel, language ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, 1
    FROM reminders WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
