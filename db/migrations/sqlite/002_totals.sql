-- Running totals, so that a list knows how many rows it has, and the dashboard its figures, without counting the whole table.
-- Triggers keep them in the transaction of the change, whoever makes it: services, imports, foreign keys.
-- `matching` of feedback: 0 anonymous, 1 a known patient, 2 a number that no patient has.
CREATE TABLE patient_totals (
    archived INTEGER NOT NULL,
    ward TEXT NOT NULL,
    preferred_language TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (archived, ward, preferred_language)
) WITHOUT ROWID;

CREATE TABLE feedback_totals (
    ward TEXT NOT NULL,
    language TEXT NOT NULL,
    submission_method TEXT NOT NULL,
    matching INTEGER NOT NULL,
    n INTEGER NOT NULL,
    treatment_n INTEGER NOT NULL,
    treatment_sum INTEGER NOT NULL,
    communication_n INTEGER NOT NULL,
    communication_sum INTEGER NOT NULL,
    facility_n INTEGER NOT NULL,
    facility_sum INTEGER NOT NULL,
    overall_n INTEGER NOT NULL,
    overall_sum INTEGER NOT NULL,
    recommendation_n INTEGER NOT NULL,
    promoters INTEGER NOT NULL,
    detractors INTEGER NOT NULL,
    PRIMARY KEY (ward, language, submission_method, matching)
) WITHOUT ROWID;

CREATE TABLE reminder_totals (
    status TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (status, channel, language)
) WITHOUT ROWID;

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

CREATE TRIGGER patient_totals_insert AFTER INSERT ON patients BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, 1
    FROM patients WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER patient_totals_delete BEFORE DELETE ON patients BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, -1
    FROM patients WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER patient_totals_before BEFORE UPDATE OF archived, ward, preferred_language ON patients BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, -1
    FROM patients WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER patient_totals_after AFTER UPDATE OF archived, ward, preferred_language ON patients BEGIN
    INSERT INTO patient_totals
    SELECT archived, ward, preferred_language, 1
    FROM patients WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;

CREATE TRIGGER feedback_totals_insert AFTER INSERT ON feedback BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, n, treatment_n, treatment_sum, communication_n,
        communication_sum, facility_n, facility_sum, overall_n, overall_sum, recommendation_n, promoters, detractors
    FROM feedback_measures WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, treatment_n = treatment_n + excluded.treatment_n,
        treatment_sum = treatment_sum + excluded.treatment_sum,
        communication_n = communication_n + excluded.communication_n,
        communication_sum = communication_sum + excluded.communication_sum,
        facility_n = facility_n + excluded.facility_n, facility_sum = facility_sum + excluded.facility_sum,
        overall_n = overall_n + excluded.overall_n, overall_sum = overall_sum + excluded.overall_sum,
        recommendation_n = recommendation_n + excluded.recommendation_n, promoters = promoters + excluded.promoters,
        detractors = detractors + excluded.detractors
; END;
CREATE TRIGGER feedback_totals_delete BEFORE DELETE ON feedback BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, -n, -treatment_n, -treatment_sum, -communication_n,
        -communication_sum, -facility_n, -facility_sum, -overall_n, -overall_sum, -recommendation_n, -promoters,
        -detractors
    FROM feedback_measures WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, treatment_n = treatment_n + excluded.treatment_n,
        treatment_sum = treatment_sum + excluded.treatment_sum,
        communication_n = communication_n + excluded.communication_n,
        communication_sum = communication_sum + excluded.communication_sum,
        facility_n = facility_n + excluded.facility_n, facility_sum = facility_sum + excluded.facility_sum,
        overall_n = overall_n + excluded.overall_n, overall_sum = overall_sum + excluded.overall_sum,
        recommendation_n = recommendation_n + excluded.recommendation_n, promoters = promoters + excluded.promoters,
        detractors = detractors + excluded.detractors
; END;
CREATE TRIGGER feedback_totals_before BEFORE UPDATE OF patient_id, patient_reference_tag, ward, language, submission_method, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood ON feedback BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, -n, -treatment_n, -treatment_sum, -communication_n,
        -communication_sum, -facility_n, -facility_sum, -overall_n, -overall_sum, -recommendation_n, -promoters,
        -detractors
    FROM feedback_measures WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, treatment_n = treatment_n + excluded.treatment_n,
        treatment_sum = treatment_sum + excluded.treatment_sum,
        communication_n = communication_n + excluded.communication_n,
        communication_sum = communication_sum + excluded.communication_sum,
        facility_n = facility_n + excluded.facility_n, facility_sum = facility_sum + excluded.facility_sum,
        overall_n = overall_n + excluded.overall_n, overall_sum = overall_sum + excluded.overall_sum,
        recommendation_n = recommendation_n + excluded.recommendation_n, promoters = promoters + excluded.promoters,
        detractors = detractors + excluded.detractors
; END;
CREATE TRIGGER feedback_totals_after AFTER UPDATE OF patient_id, patient_reference_tag, ward, language, submission_method, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood ON feedback BEGIN
    INSERT INTO feedback_totals
    SELECT ward, language, submission_method, matching, n, treatment_n, treatment_sum, communication_n,
        communication_sum, facility_n, facility_sum, overall_n, overall_sum, recommendation_n, promoters, detractors
    FROM feedback_measures WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, treatment_n = treatment_n + excluded.treatment_n,
        treatment_sum = treatment_sum + excluded.treatment_sum,
        communication_n = communication_n + excluded.communication_n,
        communication_sum = communication_sum + excluded.communication_sum,
        facility_n = facility_n + excluded.facility_n, facility_sum = facility_sum + excluded.facility_sum,
        overall_n = overall_n + excluded.overall_n, overall_sum = overall_sum + excluded.overall_sum,
        recommendation_n = recommendation_n + excluded.recommendation_n, promoters = promoters + excluded.promoters,
        detractors = detractors + excluded.detractors
; END;

CREATE TRIGGER reminder_totals_insert AFTER INSERT ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, 1
    FROM reminders WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_delete BEFORE DELETE ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, -1
    FROM reminders WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_before BEFORE UPDATE OF status, channel, language ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, -1
    FROM reminders WHERE id = OLD.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;
CREATE TRIGGER reminder_totals_after AFTER UPDATE OF status, channel, language ON reminders BEGIN
    INSERT INTO reminder_totals
    SELECT status, channel, language, 1
    FROM reminders WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n
; END;

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
