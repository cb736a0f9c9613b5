-- What was said about consent, by whom, when and how: the history of what patients.consent holds. Rows are only added. A
-- state of NULL: taken back, as if never asked.
CREATE SEQUENCE consents_seq;
CREATE TABLE consents (
    id BIGINT PRIMARY KEY,
    patient_id BIGINT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    purpose TEXT NOT NULL CHECK (purpose IN ('appointment', 'medication', 'follow_up', 'results', 'survey', 'other')),
    state TEXT CHECK (state IN ('granted', 'refused')),
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    method TEXT NOT NULL
        CHECK (method IN ('desk', 'api', 'sms', 'ivr', 'email', 'provider', 'import', 'tablet')),
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX consents_patient ON consents (patient_id, id);

-- Telephone numbers and addresses that said stop, by keyed tag: whoever has them, and also when nobody in the registry has.
CREATE TABLE opt_outs (
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr', 'email')),
    tag BIGINT NOT NULL,
    at BIGINT NOT NULL,
    method TEXT NOT NULL
        CHECK (method IN ('desk', 'api', 'sms', 'ivr', 'email', 'provider', 'import', 'tablet')),
    PRIMARY KEY (channel, tag)
);

-- What patients send, and the keys they press in calls. Each exists once, however often it is told.
CREATE SEQUENCE inbound_messages_seq;
CREATE TABLE inbound_messages (
    id BIGINT PRIMARY KEY,
    provider_message_id TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'ivr')),
    number_tag BIGINT NOT NULL,
    phone_number_enc BYTEA,
    text_enc BYTEA,
    received_at BIGINT NOT NULL,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('received', 'opted_out', 'opted_in', 'confirmed', 'cancelled', 'feedback', 'kept')),
    reason TEXT NOT NULL DEFAULT '',
    patient_id BIGINT REFERENCES patients (id) ON DELETE SET NULL,
    reminder_id BIGINT REFERENCES reminders (id) ON DELETE SET NULL,
    feedback_id BIGINT REFERENCES feedback (id) ON DELETE SET NULL
);
CREATE INDEX inbound_messages_time ON inbound_messages (received_at, id);
CREATE INDEX inbound_messages_number ON inbound_messages (number_tag, received_at);
CREATE INDEX inbound_messages_open ON inbound_messages (id) WHERE outcome = 'received';
CREATE INDEX inbound_messages_patient ON inbound_messages (patient_id, received_at) WHERE patient_id IS NOT NULL;
CREATE INDEX inbound_messages_reminder ON inbound_messages (reminder_id) WHERE reminder_id IS NOT NULL;
CREATE INDEX inbound_messages_feedback ON inbound_messages (feedback_id) WHERE feedback_id IS NOT NULL;

-- An answer belongs to a reminder about an appointment that is still to come.
CREATE INDEX reminders_appointment_time ON reminders (appointment_time) WHERE appointment_time IS NOT NULL;
