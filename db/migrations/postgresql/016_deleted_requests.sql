-- What is left of feedback that was deleted: under which client_id it came and the keyed tag of what it said (null: it had none),
-- so that whoever sends it again does not bring it back. Triggers write it, whoever deletes and however; also of what was
-- disputed with it, and goes with it.
CREATE TABLE deleted_requests (
    client_id TEXT NOT NULL,
    request_tag BIGINT
);
CREATE UNIQUE INDEX deleted_requests_body ON deleted_requests (client_id, request_tag);
CREATE FUNCTION request_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO deleted_requests (client_id, request_tag) VALUES (OLD.client_id, OLD.request_tag) ON CONFLICT DO NOTHING
    ; RETURN NULL
; END $$;
CREATE TRIGGER feedback_deleted AFTER DELETE ON feedback FOR EACH ROW EXECUTE FUNCTION request_deleted();
CREATE TRIGGER disputes_deleted AFTER DELETE ON disputes FOR EACH ROW EXECUTE FUNCTION request_deleted();
