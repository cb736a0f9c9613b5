-- When a deferred reminder is tried again (nothing: at its scheduled time), how often in a row it was deferred, and when its
-- series began, from which every later occurrence is counted.
ALTER TABLE reminders ADD COLUMN next_try BIGINT;
ALTER TABLE reminders ADD COLUMN deferrals BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reminders ADD COLUMN series_start BIGINT;
CREATE INDEX reminders_leases ON reminders (status, lease_until);
