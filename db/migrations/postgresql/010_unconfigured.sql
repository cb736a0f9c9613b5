-- What waits for its channel to be configured; looked for at every round, however much waits.
CREATE INDEX reminders_unconfigured ON reminders (channel) WHERE status = 'pending' AND reason = 'notConfigured';
