-- What a client said under its client_id, as a keyed tag: a repeat is told from another request under the same client_id.
-- Nothing: the client gave none, or the row is older than this.
ALTER TABLE feedback ADD COLUMN request_tag BIGINT;
ALTER TABLE reminders ADD COLUMN request_tag BIGINT;
