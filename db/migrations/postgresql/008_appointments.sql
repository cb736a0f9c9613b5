-- Planned visits, the plans by which patients are reminded of them, and what ties a reminder to its appointment. `steps` is
-- JSON (db/plansteps.h); it holds nothing of a patient.
CREATE SEQUENCE appointments_seq;
CREATE SEQUENCE reminder_plan_versions_seq;

CREATE TABLE appointments (
    id BIGINT PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    request_tag BIGINT,
    patient_id BIGINT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    starts_at BIGINT NOT NULL,
    ward TEXT NOT NULL DEFAULT '',
    with_whom_enc BYTEA,
    status TEXT NOT NULL CHECK (status IN ('planned', 'moved', 'cancelled', 'attended', 'late', 'missed')),
    confirmed_at BIGINT,
    confirmed_by TEXT CHECK (confirmed_by IN ('desk', 'sms', 'ivr')),
    plan TEXT NOT NULL,
    steps TEXT NOT NULL,
    created_by BIGINT REFERENCES users (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX appointments_time ON appointments (starts_at, id);
CREATE INDEX appointments_patient ON appointments (patient_id, starts_at);
CREATE INDEX appointments_status ON appointments (status, starts_at);

-- The hospital's plans in its order, the first for appointments that name none. Empty: the one that comes with the program.
CREATE TABLE reminder_plans (
    position BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    steps TEXT NOT NULL,
    version BIGINT NOT NULL
);

ALTER TABLE reminders ADD COLUMN appointment_id BIGINT REFERENCES appointments (id) ON DELETE CASCADE;
ALTER TABLE reminders ADD COLUMN only_unconfirmed SMALLINT NOT NULL DEFAULT 0 CHECK (only_unconfirmed IN (0, 1));
-- Whose words speak for this one too, when it is cancelled as mergedInto: a row of this table, which may be gone.
ALTER TABLE reminders ADD COLUMN merged_into BIGINT;
CREATE INDEX reminders_of_appointment ON reminders (appointment_id) WHERE appointment_id IS NOT NULL;
