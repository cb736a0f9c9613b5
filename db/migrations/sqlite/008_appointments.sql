-- Planned visits, the plans by which patients are reminded of them, and what ties a reminder to its appointment. `steps` is
-- JSON (db/plansteps.h); it holds nothing of a patient.
CREATE TABLE appointments (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    request_tag INTEGER,
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    starts_at INTEGER NOT NULL,
    ward TEXT NOT NULL DEFAULT '',
    with_whom_enc BLOB,
    status TEXT NOT NULL CHECK (status IN ('planned', 'moved', 'cancelled', 'attended', 'late', 'missed')),
    confirmed_at INTEGER,
    confirmed_by TEXT CHECK (confirmed_by IN ('desk', 'sms', 'ivr')),
    plan TEXT NOT NULL,
    steps TEXT NOT NULL,
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX appointments_time ON appointments (starts_at, id);
CREATE INDEX appointments_patient ON appointments (patient_id, starts_at);
CREATE INDEX appointments_status ON appointments (status, starts_at);

-- The hospital's plans in its order, the first for appointments that name none. Empty: the one that comes with the program.
CREATE TABLE reminder_plans (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    steps TEXT NOT NULL,
    version INTEGER NOT NULL
);

ALTER TABLE reminders ADD COLUMN appointment_id INTEGER REFERENCES appointments (id) ON DELETE CASCADE;
ALTER TABLE reminders ADD COLUMN only_unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (only_unconfirmed IN (0, 1));
-- Whose words speak for this one too, when it is cancelled as mergedInto: a row of this table, which may be gone.
ALTER TABLE reminders ADD COLUMN merged_into INTEGER;
CREATE INDEX reminders_of_appointment ON reminders (appointment_id) WHERE appointment_id IS NOT NULL;
