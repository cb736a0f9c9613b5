-- Times are milliseconds since 1970-01-01 UTC. Columns that end in _enc hold AES-256-GCM values (app/security/fieldcipher.h).
-- Row numbers come from `sequences`, so that a value can be bound to its row before the row exists.
CREATE TABLE sequences (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email_enc BLOB,
    phone_number_enc BLOB,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'reception', 'viewer', 'device')),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_at INTEGER NOT NULL,
    last_login INTEGER,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER,
    version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE refresh_tokens (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    family TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

CREATE TABLE patients (
    id INTEGER PRIMARY KEY,
    patient_number TEXT NOT NULL UNIQUE,
    user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    name_enc BLOB NOT NULL,
    email_enc BLOB,
    phone_number_enc BLOB,
    birth_date_enc BLOB,
    birth_year INTEGER CHECK (birth_year BETWEEN 1850 AND 2200),
    birth_year_estimated INTEGER NOT NULL DEFAULT 0 CHECK (birth_year_estimated IN (0, 1)),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'unknown')),
    condition_enc BLOB,
    preferred_language TEXT NOT NULL CHECK (preferred_language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    ward TEXT NOT NULL DEFAULT '',
    consent TEXT NOT NULL DEFAULT '{}',
    phone_is_shared INTEGER NOT NULL DEFAULT 0 CHECK (phone_is_shared IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    registration_date INTEGER NOT NULL,
    last_activity INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX patients_registration ON patients (archived, registration_date, id);
CREATE INDEX patients_activity ON patients (archived, last_activity, id);
CREATE INDEX patients_number ON patients (archived, patient_number);
CREATE INDEX patients_ward ON patients (archived, ward, last_activity);
CREATE INDEX patients_language ON patients (archived, preferred_language, last_activity);

-- No foreign key: it would need a second index, as large as the table, for every patient that is deleted. The repository
-- knows the tags of a patient and deletes them with the row.
CREATE TABLE patient_search (
    tag INTEGER NOT NULL,
    patient_id INTEGER NOT NULL,
    PRIMARY KEY (tag, patient_id)
) WITHOUT ROWID;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    patient_id INTEGER REFERENCES patients (id) ON DELETE SET NULL,
    patient_reference_enc BLOB,
    patient_reference_tag INTEGER,
    patient_name_enc BLOB,
    age INTEGER CHECK (age BETWEEN 0 AND 130),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'unknown')),
    phone_number_enc BLOB,
    condition_enc BLOB,
    ward TEXT NOT NULL DEFAULT '',
    treatment_satisfaction INTEGER CHECK (treatment_satisfaction BETWEEN 1 AND 5),
    communication_rating INTEGER CHECK (communication_rating BETWEEN 1 AND 5),
    facility_rating INTEGER CHECK (facility_rating BETWEEN 1 AND 5),
    overall_experience INTEGER CHECK (overall_experience BETWEEN 1 AND 5),
    recommendation_likelihood INTEGER CHECK (recommendation_likelihood BETWEEN 0 AND 10),
    emoji_rating INTEGER CHECK (emoji_rating BETWEEN 1 AND 5),
    feedback_date INTEGER NOT NULL,
    comments_enc BLOB,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    submission_method TEXT NOT NULL
        CHECK (submission_method IN ('desk', 'tablet', 'web', 'sms', 'ivr', 'ussd', 'voice', 'paper')),
    sentiment TEXT CHECK (sentiment IN ('positive', 'neutral', 'negative')),
    sentiment_score REAL CHECK (sentiment_score BETWEEN -1 AND 1),
    topics TEXT NOT NULL DEFAULT '',
    transcript_enc BLOB,
    translation_enc BLOB,
    processed INTEGER NOT NULL DEFAULT 0 CHECK (processed IN (0, 1)),
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX feedback_patient ON feedback (patient_id, feedback_date);
CREATE INDEX feedback_date ON feedback (feedback_date, id);
CREATE INDEX feedback_ward ON feedback (ward, feedback_date);
CREATE INDEX feedback_language ON feedback (language, feedback_date);
CREATE INDEX feedback_reference ON feedback (patient_reference_tag) WHERE patient_reference_tag IS NOT NULL;

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    feedback_id INTEGER NOT NULL UNIQUE REFERENCES feedback (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL,
    bytes_enc BLOB NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE reminders (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    phone_number_enc BLOB,
    email_enc BLOB,
    message_enc BLOB NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    scheduled_time INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'sending', 'sent', 'failed', 'cancelled', 'unknown')),
    reason TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    template TEXT NOT NULL DEFAULT '',
    recurrence_every INTEGER CHECK (recurrence_every BETWEEN 1 AND 366),
    recurrence_unit TEXT CHECK (recurrence_unit IN ('days', 'weeks', 'months')),
    recurrence_until INTEGER,
    recurrence_count INTEGER CHECK (recurrence_count BETWEEN 1 AND 999),
    series_id INTEGER NOT NULL,
    occurrence INTEGER NOT NULL DEFAULT 1,
    purpose TEXT NOT NULL,
    appointment_time INTEGER,
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    sent_at INTEGER,
    lease_owner TEXT,
    lease_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (series_id, occurrence, channel)
);
CREATE INDEX reminders_due ON reminders (status, scheduled_time, id);
CREATE INDEX reminders_time ON reminders (scheduled_time, id);
CREATE INDEX reminders_patient ON reminders (patient_id, scheduled_time);
CREATE INDEX reminders_channel ON reminders (channel, scheduled_time);

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    reminder_id INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN ('sending', 'accepted', 'failed', 'unknown')),
    provider TEXT NOT NULL,
    provider_message_id TEXT NOT NULL DEFAULT '',
    provider_code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (reminder_id, number)
);

-- The master keys of the store, by version: a fingerprint that tells a right key from a wrong one, and the key itself wrapped
-- under the recovery key (app/security/recoverykey.h). Neither can be read without a key.
CREATE TABLE store_keys (
    version INTEGER PRIMARY KEY CHECK (version BETWEEN 1 AND 65535),
    fingerprint BLOB NOT NULL,
    wrapped BLOB NOT NULL
);

-- Values of the settings screen; secrets and personal values are encrypted (value_enc), the others plain.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT,
    value_enc BLOB,
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_entity ON audit (entity, entity_id, at);
CREATE INDEX audit_time ON audit (at);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
