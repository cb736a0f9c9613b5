-- The hospital's own words for reminders, one row per name and language. What comes with the program is not stored: a row
-- stands in its place. Numbers of versions come from `sequences` and are never used again.
CREATE TABLE templates (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'dua', 'bas', 'ewo')),
    purpose TEXT NOT NULL
        CHECK (purpose IN ('appointment', 'medication', 'follow_up', 'results', 'survey', 'other')),
    text TEXT NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (name, language)
);
