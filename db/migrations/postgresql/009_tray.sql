-- What a person still has to deal with; the window counts it at every change, however long the history is.
CREATE INDEX reminders_unsettled ON reminders (status) WHERE settled_at IS NULL AND status IN ('failed', 'expired');
