-- Which weights and word lists read the comment (empty: none has), and who decided the label.
ALTER TABLE feedback ADD COLUMN understanding_version TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN label_source TEXT NOT NULL DEFAULT 'none'
    CHECK (label_source IN ('none', 'text', 'rating', 'correction'));

-- What people made of a label or of topics that the engine got wrong: training data, one row a correction, kept apart from
-- the feedback, without its words. It goes when the feedback goes. No sentiment: undetermined.
CREATE TABLE understanding_corrections (
    id INTEGER PRIMARY KEY,
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    sentiment TEXT CHECK (sentiment IN ('positive', 'neutral', 'negative')),
    topics TEXT NOT NULL DEFAULT '',
    engine_sentiment TEXT CHECK (engine_sentiment IN ('positive', 'neutral', 'negative')),
    engine_topics TEXT NOT NULL DEFAULT '',
    engine_version TEXT NOT NULL,
    text_tag INTEGER NOT NULL,
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
);
CREATE INDEX understanding_corrections_feedback ON understanding_corrections (feedback_id);
