-- What is left of feedback that was deleted: under which client_id it came and the keyed tag of what it said (null: it had none),
-- so that whoever sends it again does not bring it back. Triggers write it, whoever deletes and however; also of what was
-- disputed with it, and goes with it.
CREATE TABLE deleted_requests (
    client_id TEXT NOT NULL,
    request_tag INTEGER
);
CREATE UNIQUE INDEX deleted_requests_body ON deleted_requests (client_id, request_tag);
CREATE TRIGGER feedback_deleted AFTER DELETE ON feedback BEGIN
    INSERT INTO deleted_requests (client_id, request_tag) VALUES (OLD.client_id, OLD.request_tag) ON CONFLICT DO NOTHING
; END;
CREATE TRIGGER disputes_deleted AFTER DELETE ON disputes BEGIN
    INSERT INTO deleted_requests (client_id, request_tag) VALUES (OLD.client_id, OLD.request_tag) ON CONFLICT DO NOTHING
; END;
