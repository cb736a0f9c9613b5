-- What ward tablets ask and say. Without a row in tablet_content, all of it is as the program comes. Numbers of versions
-- come from `sequences`.
CREATE TABLE tablet_content (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    callback_offered INTEGER NOT NULL CHECK (callback_offered IN (0, 1)),
    ask_seconds INTEGER NOT NULL,
    wipe_seconds INTEGER NOT NULL,
    pin_enc BLOB,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);

-- The questions of the hospital (ward '') and of wards that ask others: keys in their order, separated by spaces.
CREATE TABLE tablet_questions (
    ward TEXT PRIMARY KEY,
    questions TEXT NOT NULL
);

-- The hospital's own words in place of the page's.
CREATE TABLE tablet_texts (
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    text TEXT NOT NULL,
    PRIMARY KEY (name, language)
);

-- What people of the hospital recorded for the tablets to say.
CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    bytes_enc BLOB NOT NULL,
    recorded_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    recorder TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    reviewer TEXT,
    reviewed_at INTEGER,
    UNIQUE (name, language)
);
CREATE INDEX prompts_bytes ON prompts (sha256);
