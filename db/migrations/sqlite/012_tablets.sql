-- Tablets: each paired by a code that is good once, and let in by a token of its own. Of both only a keyed tag or a hash is
-- kept.
CREATE TABLE devices (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    ward TEXT NOT NULL DEFAULT '',
    code_tag INTEGER,
    code_expires_at INTEGER,
    token_hash TEXT,
    created_at INTEGER NOT NULL,
    paired_at INTEGER,
    last_seen INTEGER,
    queue_length INTEGER CHECK (queue_length >= 0),
    battery REAL CHECK (battery BETWEEN 0 AND 1),
    page_version TEXT NOT NULL DEFAULT '',
    platform TEXT NOT NULL DEFAULT '',
    revoked_at INTEGER
);
CREATE UNIQUE INDEX devices_code ON devices (code_tag) WHERE code_tag IS NOT NULL;
CREATE UNIQUE INDEX devices_token ON devices (token_hash) WHERE token_hash IS NOT NULL;

-- `client_time`: when it was given by the clock of the tablet, where feedback_date is corrected.
ALTER TABLE feedback ADD COLUMN device_id INTEGER REFERENCES devices (id) ON DELETE SET NULL;
ALTER TABLE feedback ADD COLUMN client_time INTEGER;
ALTER TABLE feedback ADD COLUMN callback_requested INTEGER NOT NULL DEFAULT 0 CHECK (callback_requested IN (0, 1));
CREATE INDEX feedback_device ON feedback (device_id) WHERE device_id IS NOT NULL;

-- Another body under a client_id that is taken, once per body, until a person chooses; `audio_enc`: its recording, when it
-- has one of its own that arrived.
CREATE TABLE disputes (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL,
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    request_tag INTEGER NOT NULL,
    device_id INTEGER REFERENCES devices (id) ON DELETE SET NULL,
    body_enc BLOB NOT NULL,
    audio_enc BLOB,
    audio_media_type TEXT NOT NULL DEFAULT '',
    received_at INTEGER NOT NULL,
    kept TEXT CHECK (kept IN ('stored', 'received')),
    resolved_at INTEGER,
    resolved_by INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX disputes_body ON disputes (client_id, request_tag);
CREATE INDEX disputes_feedback ON disputes (feedback_id);
CREATE INDEX disputes_open ON disputes (received_at) WHERE kept IS NULL;

-- A recording on its way in pieces, of the submission with this tag; it stays as a note when it is complete.
CREATE TABLE audio_uploads (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL,
    request_tag INTEGER NOT NULL,
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    device_id INTEGER REFERENCES devices (id) ON DELETE SET NULL,
    user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
    is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
    updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX audio_uploads_request ON audio_uploads (client_id, request_tag);
CREATE INDEX audio_uploads_feedback ON audio_uploads (feedback_id);
CREATE INDEX audio_uploads_waiting ON audio_uploads (updated_at) WHERE is_complete = 0;
CREATE TABLE audio_pieces (
    id INTEGER PRIMARY KEY,
    upload_id INTEGER NOT NULL REFERENCES audio_uploads (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes_enc BLOB NOT NULL
);
CREATE UNIQUE INDEX audio_pieces_order ON audio_pieces (upload_id, start);
