-- Times are milliseconds since 1970-01-01 UTC. Columns that end in _enc hold AES-256-GCM values (app/security/fieldcipher.h).
-- Row numbers come from sequences, so that a value can be bound to its row before the row exists.
CREATE SEQUENCE users_seq;
CREATE SEQUENCE refresh_tokens_seq;
CREATE SEQUENCE patients_seq;
CREATE SEQUENCE patient_numbers_seq;
CREATE SEQUENCE feedback_seq;
CREATE SEQUENCE attachments_seq;
CREATE SEQUENCE reminders_seq;
CREATE SEQUENCE attempts_seq;
CREATE SEQUENCE audit_seq;

CREATE TABLE users (
    id BIGINT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email_enc BYTEA,
    phone_number_enc BYTEA,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'reception', 'viewer', 'device')),
    is_active SMALLINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_at BIGINT NOT NULL,
    last_login BIGINT,
    failed_attempts BIGINT NOT NULL DEFAULT 0,
    locked_until BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE refresh_tokens (
    id BIGINT PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    family TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

CREATE TABLE patients (
    id BIGINT PRIMARY KEY,
    patient_number TEXT NOT NULL UNIQUE,
    user_id BIGINT REFERENCES users (id) ON DELETE SET NULL,
    name_enc BYTEA NOT NULL,
    email_enc BYTEA,
    phone_number_enc BYTEA,
    birth_date_enc BYTEA,
    birth_year SMALLINT CHECK (birth_year BETWEEN 1850 AND 2200),
    birth_year_estimated SMALLINT NOT NULL DEFAULT 0 CHECK (birth_year_estimated IN (0, 1)),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'unknown')),
    condition_enc BYTEA,
    preferred_language TEXT NOT NULL CHECK (preferred_language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    ward TEXT NOT NULL DEFAULT '',
    consent TEXT NOT NULL DEFAULT '{}',
    phone_is_shared SMALLINT NOT NULL DEFAULT 0 CHECK (phone_is_shared IN (0, 1)),
    archived SMALLINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    registration_date BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX patients_registration ON patients (archived, registration_date, id);
CREATE INDEX patients_activity ON patients (archived, last_activity, id);
CREATE INDEX patients_number ON patients (archived, patient_number);
CREATE INDEX patients_ward ON patients (archived, ward, last_activity);
CREATE INDEX patients_language ON patients (archived, preferred_language, last_activity);

-- No foreign key: it would need a second index, as large as the table, for every patient that is deleted. The repository
-- knows the tags of a patient and deletes them with the row.
CREATE TABLE patient_search (
    tag BIGINT NOT NULL,
    patient_id BIGINT NOT NULL,
    PRIMARY KEY (tag, patient_id)
);

CREATE TABLE feedback (
    id BIGINT PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    patient_id BIGINT REFERENCES patients (id) ON DELETE SET NULL,
    patient_reference_enc BYTEA,
    patient_reference_tag BIGINT,
    patient_name_enc BYTEA,
    age SMALLINT CHECK (age BETWEEN 0 AND 130),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'unknown')),
    phone_number_enc BYTEA,
    condition_enc BYTEA,
    ward TEXT NOT NULL DEFAULT '',
    treatment_satisfaction SMALLINT CHECK (treatment_satisfaction BETWEEN 1 AND 5),
    communication_rating SMALLINT CHECK (communication_rating BETWEEN 1 AND 5),
    facility_rating SMALLINT CHECK (facility_rating BETWEEN 1 AND 5),
    overall_experience SMALLINT CHECK (overall_experience BETWEEN 1 AND 5),
    recommendation_likelihood SMALLINT CHECK (recommendation_likelihood BETWEEN 0 AND 10),
    emoji_rating SMALLINT CHECK (emoji_rating BETWEEN 1 AND 5),
    feedback_date BIGINT NOT NULL,
    comments_enc BYTEA,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    submission_method TEXT NOT NULL
        CHECK (submission_method IN ('desk', 'tablet', 'web', 'sms', 'ivr', 'ussd', 'voice', 'paper')),
    sentiment TEXT CHECK (sentiment IN ('positive', 'neutral', 'negative')),
    sentiment_score DOUBLE PRECISION CHECK (sentiment_score BETWEEN -1 AND 1),
    topics TEXT NOT NULL DEFAULT '',
    transcript_enc BYTEA,
    translation_enc BYTEA,
    processed SMALLINT NOT NULL DEFAULT 0 CHECK (processed IN (0, 1)),
    created_by BIGINT REFERENCES users (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX feedback_patient ON feedback (patient_id, feedback_date);
CREATE INDEX feedback_date ON feedback (feedback_date, id);
CREATE INDEX feedback_ward ON feedback (ward, feedback_date);
CREATE INDEX feedback_language ON feedback (language, feedback_date);
CREATE INDEX feedback_reference ON feedback (patient_reference_tag) WHERE patient_reference_tag IS NOT NULL;

CREATE TABLE attachments (
    id BIGINT PRIMARY KEY,
    feedback_id BIGINT NOT NULL UNIQUE REFERENCES feedback (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL,
    bytes_enc BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE reminders (
    id BIGINT PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    patient_id BIGINT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    phone_number_enc BYTEA,
    email_enc BYTEA,
    message_enc BYTEA NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    scheduled_time BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'sending', 'sent', 'failed', 'cancelled', 'unknown')),
    reason TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    template TEXT NOT NULL DEFAULT '',
    recurrence_every BIGINT CHECK (recurrence_every BETWEEN 1 AND 366),
    recurrence_unit TEXT CHECK (recurrence_unit IN ('days', 'weeks', 'months')),
    recurrence_until BIGINT,
    recurrence_count BIGINT CHECK (recurrence_count BETWEEN 1 AND 999),
    series_id BIGINT NOT NULL,
    occurrence BIGINT NOT NULL DEFAULT 1,
    purpose TEXT NOT NULL,
    appointment_time BIGINT,
    created_by BIGINT REFERENCES users (id) ON DELETE SET NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    sent_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (series_id, occurrence, channel)
);
CREATE INDEX reminders_due ON reminders (status, scheduled_time, id);
CREATE INDEX reminders_time ON reminders (scheduled_time, id);
CREATE INDEX reminders_patient ON reminders (patient_id, scheduled_time);
CREATE INDEX reminders_channel ON reminders (channel, scheduled_time);

CREATE TABLE attempts (
    id BIGINT PRIMARY KEY,
    reminder_id BIGINT NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
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
    fingerprint BYTEA NOT NULL,
    wrapped BYTEA NOT NULL
);

-- Values of the settings screen; secrets and personal values are encrypted (value_enc), the others plain.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT,
    value_enc BYTEA,
    updated_at BIGINT NOT NULL
);

CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id BIGINT NOT NULL,
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_entity ON audit (entity, entity_id, at);
CREATE INDEX audit_time ON audit (at);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
