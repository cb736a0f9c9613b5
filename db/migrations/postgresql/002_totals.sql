-- Running totals, so that a list knows how many rows it has, and the dashboard its figures, without counting the whole table.
-- Triggers keep them in the transaction of the change, whoever makes it: services, imports, foreign keys.
-- `matching` of feedback: 0 anonymous, 1 a known patient, 2 a number that no patient has.
-- On PostgreSQL each change adds rows rather than changing a total, so that desks never wait for each other; about one change
-- in 64 sums up what it finds. Readers sum.
CREATE TABLE patient_totals (
    archived SMALLINT NOT NULL,
    ward TEXT NOT NULL,
    preferred_language TEXT NOT NULL,
    n BIGINT NOT NULL
);

CREATE TABLE feedback_totals (
    ward TEXT NOT NULL,
    language TEXT NOT NULL,
    submission_method TEXT NOT NULL,
    matching SMALLINT NOT NULL,
    n BIGINT NOT NULL,
    treatment_n BIGINT NOT NULL,
    treatment_sum BIGINT NOT NULL,
    communication_n BIGINT NOT NULL,
    communication_sum BIGINT NOT NULL,
    facility_n BIGINT NOT NULL,
    facility_sum BIGINT NOT NULL,
    overall_n BIGINT NOT NULL,
    overall_sum BIGINT NOT NULL,
    recommendation_n BIGINT NOT NULL,
    promoters BIGINT NOT NULL,
    detractors BIGINT NOT NULL
);

CREATE TABLE reminder_totals (
    status TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    n BIGINT NOT NULL
);

-- What one feedback adds to the totals.
CREATE VIEW feedback_measures AS
SELECT id, feedback_date, ward, language, submission_method,
    CASE WHEN patient_id IS NOT NULL THEN 1 WHEN patient_reference_tag IS NOT NULL THEN 2 ELSE 0 END AS matching,
    1 AS n,
    CASE WHEN treatment_satisfaction IS NULL THEN 0 ELSE 1 END AS treatment_n, coalesce(treatment_satisfaction, 0) AS treatment_sum,
    CASE WHEN communication_rating IS NULL THEN 0 ELSE 1 END AS communication_n, coalesce(communication_rating, 0) AS communication_sum,
    CASE WHEN facility_rating IS NULL THEN 0 ELSE 1 END AS facility_n, coalesce(facility_rating, 0) AS facility_sum,
    CASE WHEN overall_experience IS NULL THEN 0 ELSE 1 END AS overall_n, coalesce(overall_experience, 0) AS overall_sum,
    CASE WHEN recommendation_likelihood IS NULL THEN 0 ELSE 1 END AS recommendation_n,
    CASE WHEN recommendation_likelihood >= 9 THEN 1 ELSE 0 END AS promoters,
    CASE WHEN recommendation_likelihood <= 6 THEN 1 ELSE 0 END AS detractors
FROM feedback;

CREATE FUNCTION patient_totals_subtract() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, -1
    FROM patients WHERE id = OLD.id
    ; IF TG_OP = 'DELETE' THEN RETURN OLD
    ; END IF
    ; RETURN NEW
; END $$;
CREATE FUNCTION patient_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, 1
    FROM patients WHERE id = NEW.id
    ; IF random() < 1.0 / 64 THEN
        WITH taken AS (
            DELETE FROM patient_totals WHERE ctid = ANY (ARRAY(SELECT ctid FROM patient_totals FOR UPDATE SKIP LOCKED))
            RETURNING *)
        INSERT INTO patient_totals SELECT archived, ward, preferred_language, sum(n)
        FROM taken GROUP BY archived, ward, preferred_language
    ; END IF
    ; RETURN NULL
; END $$;
CREATE TRIGGER patient_totals_insert AFTER INSERT ON patients FOR EACH ROW EXECUTE FUNCTION patient_totals_add();
CREATE TRIGGER patient_totals_delete BEFORE DELETE ON patients FOR EACH ROW EXECUTE FUNCTION patient_totals_subtract();
CREATE TRIGGER patient_totals_before BEFORE UPDATE OF archived, ward, preferred_language ON patients
    FOR EACH ROW EXECUTE FUNCTION patient_totals_subtract();
CREATE TRIGGER patient_totals_after AFTER UPDATE OF archived, ward, preferred_language ON patients
    FOR EACH ROW EXECUTE FUNCTION patient_totals_add();

CREATE FUNCTION feedback_totals_subtract() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, -n, -treatment_n, -treatment_sum, -communication_n,
        -communication_sum, -facility_n, -facility_sum, -overall_n, -overall_sum, -recommendation_n, -promoters,
        -detractors
    FROM feedback_measures WHERE id = OLD.id
    ; IF TG_OP = 'DELETE' THEN RETURN OLD
    ; END IF
    ; RETURN NEW
; END $$;
CREATE FUNCTION feedback_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, n, treatment_n, treatment_sum, communication_n,
        communication_sum, facility_n, facility_sum, overall_n, overall_sum, recommendation_n, promoters, detractors
    FROM feedback_measures WHERE id = NEW.id
    ; IF random() < 1.0 / 64 THEN
        WITH taken AS (
            DELETE FROM feedback_totals WHERE ctid = ANY (ARRAY(SELECT ctid FROM feedback_totals FOR UPDATE SKIP LOCKED))
            RETURNING *)
        INSERT INTO feedback_totals SELECT ward, language, submission_method, matching, sum(n), sum(treatment_n), sum(treatment_sum),
            sum(communication_n), sum(communication_sum), sum(facility_n), sum(facility_sum), sum(overall_n),
            sum(overall_sum), sum(recommendation_n), sum(promoters), sum(detractors)
        FROM taken GROUP BY ward, language, submission_method, matching
    ; END IF
    ; RETURN NULL
; END $$;
CREATE TRIGGER feedback_totals_insert AFTER INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION feedback_totals_add();
CREATE TRIGGER feedback_totals_delete BEFORE DELETE ON feedback FOR EACH ROW EXECUTE FUNCTION feedback_totals_subtract();
CREATE TRIGGER feedback_totals_before BEFORE UPDATE OF patient_id, patient_reference_tag, ward, language, submission_method, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood ON feedback
    FOR EACH ROW EXECUTE FUNCTION feedback_totals_subtract();
CREATE TRIGGER feedback_totals_after AFTER UPDATE OF patient_id, patient_reference_tag, ward, language, submission_method, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood ON feedback
    FOR EACH ROW EXECUTE FUNCTION feedback_totals_add();

CREATE FUNCTION reminder_totals_subtract() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, -1
    FROM reminders WHERE id = OLD.id
    ; IF TG_OP = 'DELETE' THEN RETURN OLD
    ; END IF
    ; RETURN NEW
; END $$;
CREATE FUNCTION reminder_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, 1
    FROM reminders WHERE id = NEW.id
    ; IF random() < 1.0 / 64 THEN
        WITH taken AS (
            DELETE FROM reminder_totals WHERE ctid = ANY (ARRAY(SELECT ctid FROM reminder_totals FOR UPDATE SKIP LOCKED))
            RETURNING *)
        INSERT INTO reminder_totals SELECT status, channel, language, sum(n)
        FROM taken GROUP BY status, channel, language
    ; END IF
    ; RETURN NULL
; END $$;
CREATE TRIGGER reminder_totals_insert AFTER INSERT ON reminders FOR EACH ROW EXECUTE FUNCTION reminder_totals_add();
CREATE TRIGGER reminder_totals_delete BEFORE DELETE ON reminders FOR EACH ROW EXECUTE FUNCTION reminder_totals_subtract();
CREATE TRIGGER reminder_totals_before BEFORE UPDATE OF status, channel, language ON reminders
    FOR EACH ROW EXECUTE FUNCTION reminder_totals_subtract();
CREATE TRIGGER reminder_totals_after AFTER UPDATE OF status, channel, language ON reminders
    FOR EACH ROW EXECUTE FUNCTION reminder_totals_add();

-- What is there already.
INSERT INTO patient_totals
SELECT archived, ward, preferred_language, count(*)
FROM patients GROUP BY archived, ward, preferred_language;
INSERT INTO feedback_totals
SELECT ward, language, submission_method, matching, sum(n), sum(treatment_n), sum(treatment_sum), sum(communication_n),
    sum(communication_sum), sum(facility_n), sum(facility_sum), sum(overall_n), sum(overall_sum),
    sum(recommendation_n), sum(promoters), sum(detractors)
FROM feedback_measures GROUP BY ward, language, submission_method, matching;
INSERT INTO reminder_totals
SELECT status, channel, language, count(*)
FROM reminders GROUP BY status, channel, language;

-- Bad experiences, of all wards.
CREATE INDEX feedback_overall ON feedback (overall_experience, feedback_date);
