-- Bad experiences that are followed up: exactly one case per feedback, gone when the feedback is. `escalation`: 1 told that
-- nobody acknowledged it in time, 2 that nobody resolved it in time. Words of people are encrypted.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    feedback_id INTEGER NOT NULL UNIQUE REFERENCES feedback (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('open', 'acknowledged', 'resolved')),
    severity TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'normal')),
    reasons TEXT NOT NULL,
    owner_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    opened_at INTEGER NOT NULL,
    acknowledge_by INTEGER NOT NULL,
    resolve_by INTEGER NOT NULL,
    acknowledged_at INTEGER,
    resolved_at INTEGER,
    outcome TEXT CHECK (outcome IN ('solved', 'improved', 'explained', 'referred', 'not_confirmed', 'unreachable')),
    heard_enc BLOB,
    done_enc BLOB,
    published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)),
    escalation INTEGER NOT NULL DEFAULT 0 CHECK (escalation IN (0, 1, 2)),
    merged_into INTEGER REFERENCES cases (id) ON DELETE SET NULL,
    reopened INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX cases_open ON cases (resolve_by) WHERE status <> 'resolved';
CREATE INDEX cases_resolved ON cases (resolved_at) WHERE status = 'resolved';
CREATE INDEX cases_opened ON cases (opened_at);
CREATE INDEX cases_owner ON cases (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX cases_merged ON cases (merged_into) WHERE merged_into IS NOT NULL;

-- What was done about a case. `detail`: keys and numbers only.
CREATE TABLE case_events (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    actor_name TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    note_enc BLOB
);
CREATE INDEX case_events_case ON case_events (case_id, at);

-- What opens cases: without a row as the program comes. NULL: the rule is off. Keywords are separated by line ends.
CREATE TABLE case_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    overall_at_most INTEGER,
    recommendation_at_most INTEGER,
    sentiment_at_most REAL,
    keywords_fr TEXT NOT NULL,
    keywords_en TEXT NOT NULL,
    acknowledge_hours INTEGER NOT NULL,
    resolve_hours INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE TABLE case_owners (
    ward TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);

-- What somebody is to learn by email, and the letters that told it.
CREATE TABLE case_letters (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'dropped', 'failed')),
    begun_at INTEGER NOT NULL
);
CREATE INDEX case_letters_user ON case_letters (user_id, begun_at);
CREATE TABLE case_news (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
    created_at INTEGER NOT NULL,
    letter_id INTEGER REFERENCES case_letters (id) ON DELETE SET NULL
);
CREATE INDEX case_news_waiting ON case_news (user_id) WHERE letter_id IS NULL;
CREATE INDEX case_news_case ON case_news (case_id);
CREATE INDEX case_news_letter ON case_news (letter_id) WHERE letter_id IS NOT NULL;
