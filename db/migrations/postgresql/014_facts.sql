-- What the statistics need of every feedback, reminder and appointment, packed: 256 rows of a table in one block, so that a
-- million rows are read in a moment and any filter is a walk through memory (db/factstore.h). A change only notes the number of
-- its row, in its own transaction; every 64th makes the blocks of the noted rows anew, from the rows themselves. Readers take
-- noted rows from their table and all others from the blocks, so that what they see is exact at every moment.
-- Every character of a block holds a number, from '0' on. A row is: its last eight bits (2), the minute since 1900 in UTC (5),
-- seven marks as written below, its ward (4) and its label (4), both by their code.
-- On PostgreSQL one transaction at a time makes blocks, and none waits for it: the others' changes stay noted until then.
CREATE TABLE fact_words (
    code BIGINT PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);
CREATE VIEW fact_codes AS
SELECT word, chr(48 + CAST(code >> 18 & 63 AS INTEGER)) || chr(48 + CAST(code >> 12 & 63 AS INTEGER))
    || chr(48 + CAST(code >> 6 & 63 AS INTEGER)) || chr(48 + CAST(code & 63 AS INTEGER)) AS text
FROM fact_words;

-- Whoever holds the lock (any number that no other lock of the store has) is the only one who writes blocks and words.
-- What is estimated for all blocks is not worth compiling for a few.
CREATE FUNCTION fold_facts() RETURNS trigger LANGUAGE plpgsql SET jit = off AS $$ DECLARE
    noted BIGINT[]
    ; kind TEXT := TG_ARGV[0]
; BEGIN
    IF NOT pg_try_advisory_xact_lock(14, 1) THEN RETURN NULL
    ; END IF
    ; EXECUTE format('WITH taken AS (DELETE FROM %I RETURNING id) SELECT array_agg(DISTINCT id) FROM taken', kind || '_changes')
    INTO noted
    ; EXECUTE format('INSERT INTO fact_words (code, word)
        SELECT (SELECT max(code) FROM fact_words) + row_number() OVER (), word
        FROM (SELECT ward AS word FROM %1$I WHERE id = ANY ($1) UNION SELECT label FROM %1$I WHERE id = ANY ($1)) AS used
        WHERE word NOT IN (SELECT word FROM fact_words)', kind || '_facts') USING noted
    ; EXECUTE format('INSERT INTO %1$I (block, version, facts)
        SELECT DISTINCT id >> 8, 0, $2 FROM unnest($1) AS id WHERE id >> 8 NOT IN (SELECT block FROM %1$I)', kind || '_blocks')
    USING noted, ''
    ; EXECUTE format('UPDATE %1$I AS b SET version = (SELECT max(version) + 1 FROM %1$I),
            facts = (SELECT coalesce(string_agg(record, $2), $2) FROM %2$I
                WHERE id BETWEEN b.block << 8 AND b.block << 8 | 255)
        WHERE block IN (SELECT id >> 8 FROM unnest($1) AS id)', kind || '_blocks', kind || '_records') USING noted, ''
    ; RETURN NULL
; END $$;

CREATE TABLE feedback_changes (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id BIGINT NOT NULL
);
CREATE TABLE feedback_blocks (
    block BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    facts TEXT NOT NULL
);
CREATE INDEX feedback_blocks_version ON feedback_blocks (version);
ALTER TABLE feedback_blocks ALTER COLUMN facts SET STORAGE EXTERNAL;

-- Marks: language and method, age (78: not known), gender and how it was matched, ratings in pairs (0: no answer),
-- recommendation (0: no answer, else one more), sentiment and emoji. Label: the topics. Age and gender are those given with the
-- feedback, else the patient's of that year.
CREATE VIEW feedback_facts AS
SELECT id,
    chr(48 + (minute >> 24)) || chr(48 + (minute >> 18 & 63)) || chr(48 + (minute >> 12 & 63))
        || chr(48 + (minute >> 6 & 63)) || chr(48 + (minute & 63))
        || chr(48 + 8 * CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END
            + CASE submission_method WHEN 'desk' THEN 0 WHEN 'tablet' THEN 1 WHEN 'web' THEN 2 WHEN 'sms' THEN 3
                WHEN 'ivr' THEN 4 WHEN 'ussd' THEN 5 WHEN 'voice' THEN 6 ELSE 7 END)
        || chr(48 + CASE WHEN age IS NULL THEN 78 ELSE least(greatest(age, 0), 77) END)
        || chr(48 + 3 * CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END + matching)
        || chr(48 + 6 * coalesce(treatment_satisfaction, 0) + coalesce(communication_rating, 0))
        || chr(48 + 6 * coalesce(facility_rating, 0) + coalesce(overall_experience, 0))
        || chr(48 + coalesce(recommendation_likelihood + 1, 0))
        || chr(48 + 6 * CASE sentiment WHEN 'positive' THEN 1 WHEN 'neutral' THEN 2 WHEN 'negative' THEN 3
            ELSE 0 END + coalesce(emoji_rating, 0)) AS head,
    ward, topics AS label
FROM (SELECT f.id, CAST(least(greatest((f.feedback_date + 2208988800000) / 60000, 0), 1073741823) AS INTEGER) AS minute,
    f.language,
        f.submission_method, f.treatment_satisfaction, f.communication_rating, f.facility_rating, f.overall_experience,
        f.recommendation_likelihood, f.emoji_rating, f.sentiment, f.ward, f.topics,
        CAST(coalesce(f.age, 1970 + f.feedback_date / 31556952000
            - (SELECT birth_year FROM patients WHERE id = f.patient_id)) AS INTEGER) AS age,
        CASE WHEN f.gender = 'unknown' THEN (SELECT gender FROM patients WHERE id = f.patient_id) ELSE f.gender END AS gender,
        CASE WHEN f.patient_id IS NOT NULL THEN 1 WHEN f.patient_reference_tag IS NOT NULL THEN 2 ELSE 0 END AS matching
    FROM feedback f) AS given;
CREATE VIEW feedback_records AS
SELECT f.id, chr(48 + CAST(f.id >> 6 & 3 AS INTEGER)) || chr(48 + CAST(f.id & 63 AS INTEGER)) || f.head || w.text
    || l.text AS record
FROM feedback_facts f JOIN fact_codes w ON w.word = f.ward JOIN fact_codes l ON l.word = f.label;
CREATE FUNCTION note_feedback() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO feedback_changes (id) VALUES (coalesce(NEW.id, OLD.id))
    ; RETURN NULL
; END $$;
CREATE TRIGGER feedback_facts_rows AFTER INSERT OR DELETE ON feedback FOR EACH ROW EXECUTE FUNCTION note_feedback();
CREATE TRIGGER feedback_facts_update AFTER UPDATE OF patient_id, patient_reference_tag, age, gender, ward, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood, emoji_rating, feedback_date, language,
    submission_method, sentiment, topics ON feedback FOR EACH ROW EXECUTE FUNCTION note_feedback();
CREATE TRIGGER feedback_fold AFTER INSERT ON feedback_changes FOR EACH ROW WHEN (NEW.seq % 64 = 0)
    EXECUTE FUNCTION fold_facts('feedback');

CREATE TABLE reminder_changes (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id BIGINT NOT NULL
);
CREATE TABLE reminder_blocks (
    block BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    facts TEXT NOT NULL
);
CREATE INDEX reminder_blocks_version ON reminder_blocks (version);
ALTER TABLE reminder_blocks ALTER COLUMN facts SET STORAGE EXTERNAL;

-- Marks: language and channel, age and gender of the patient, status, whether its appointment is confirmed (0: it has none,
-- 1: no, 2: yes). The ward is the patient's. Label: what its tries cost, in millionths, by currency.
CREATE VIEW reminder_facts AS
SELECT id,
    chr(48 + (minute >> 24)) || chr(48 + (minute >> 18 & 63)) || chr(48 + (minute >> 12 & 63))
        || chr(48 + (minute >> 6 & 63)) || chr(48 + (minute & 63))
        || chr(48 + 3 * CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END
            + CASE channel WHEN 'sms' THEN 0 WHEN 'ivr' THEN 1 ELSE 2 END)
        || chr(48 + CASE WHEN age IS NULL THEN 78 ELSE least(greatest(age, 0), 77) END)
        || chr(48 + CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END)
        || chr(48 + CASE status WHEN 'pending' THEN 0 WHEN 'sending' THEN 1 WHEN 'sent' THEN 2 WHEN 'delivered' THEN 3
            WHEN 'failed' THEN 4 WHEN 'cancelled' THEN 5 WHEN 'unknown' THEN 6 WHEN 'expired' THEN 7 ELSE 8 END)
        || chr(48 + confirmation) || chr(48) || chr(48) AS head,
    ward, label
FROM (SELECT r.id, CAST(least(greatest((r.scheduled_time + 2208988800000) / 60000, 0), 1073741823) AS INTEGER) AS minute,
    r.language, r.channel, r.status,
        CAST(1970 + r.scheduled_time / 31556952000 - (SELECT birth_year FROM patients WHERE id = r.patient_id)
            AS INTEGER) AS age,
        (SELECT gender FROM patients WHERE id = r.patient_id) AS gender,
        coalesce((SELECT CASE WHEN confirmed_at IS NULL THEN 1 ELSE 2 END FROM appointments WHERE id = r.appointment_id), 0)
            AS confirmation,
        coalesce((SELECT ward FROM patients WHERE id = r.patient_id), '') AS ward,
        coalesce((SELECT string_agg(amount || ' ' || unit, ';' ORDER BY unit) FROM (
            SELECT CAST(round(sum(CASE WHEN price ~ '^-?[0-9]+([.][0-9]+)?$' THEN abs(CAST(price AS NUMERIC))
                ELSE 0 END) * 1000000)
                AS BIGINT) AS amount, price_unit AS unit
            FROM attempts WHERE reminder_id = r.id AND price <> '' GROUP BY price_unit) AS costs), '') AS label
    FROM reminders r) AS given;
CREATE VIEW reminder_records AS
SELECT f.id, chr(48 + CAST(f.id >> 6 & 3 AS INTEGER)) || chr(48 + CAST(f.id & 63 AS INTEGER)) || f.head || w.text
    || l.text AS record
FROM reminder_facts f JOIN fact_codes w ON w.word = f.ward JOIN fact_codes l ON l.word = f.label;
CREATE FUNCTION note_reminder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_changes (id) VALUES (coalesce(NEW.id, OLD.id))
    ; RETURN NULL
; END $$;
CREATE TRIGGER reminder_facts_rows AFTER INSERT OR DELETE ON reminders FOR EACH ROW EXECUTE FUNCTION note_reminder();
CREATE TRIGGER reminder_facts_update AFTER UPDATE OF patient_id, language, scheduled_time, status, channel, appointment_id
    ON reminders FOR EACH ROW EXECUTE FUNCTION note_reminder();
CREATE FUNCTION note_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_changes (id)
    SELECT DISTINCT id FROM (VALUES (NEW.reminder_id), (OLD.reminder_id)) AS changed (id) WHERE id IS NOT NULL
    ; RETURN NULL
; END $$;
CREATE TRIGGER reminder_facts_price_insert AFTER INSERT ON attempts
    FOR EACH ROW WHEN (NEW.price <> '') EXECUTE FUNCTION note_price();
CREATE TRIGGER reminder_facts_price_update AFTER UPDATE OF price, price_unit, reminder_id ON attempts
    FOR EACH ROW WHEN (NEW.price <> OLD.price OR NEW.price_unit <> OLD.price_unit OR NEW.reminder_id <> OLD.reminder_id)
    EXECUTE FUNCTION note_price();
CREATE TRIGGER reminder_facts_price_delete AFTER DELETE ON attempts
    FOR EACH ROW WHEN (OLD.price <> '') EXECUTE FUNCTION note_price();
CREATE TRIGGER reminder_fold AFTER INSERT ON reminder_changes FOR EACH ROW WHEN (NEW.seq % 64 = 0)
    EXECUTE FUNCTION fold_facts('reminder');

CREATE TABLE appointment_changes (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id BIGINT NOT NULL
);
CREATE TABLE appointment_blocks (
    block BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    facts TEXT NOT NULL
);
CREATE INDEX appointment_blocks_version ON appointment_blocks (version);
ALTER TABLE appointment_blocks ALTER COLUMN facts SET STORAGE EXTERNAL;

-- Marks: preferred language, age and gender of the patient, status. The ward is the appointment's. No label.
CREATE VIEW appointment_facts AS
SELECT id,
    chr(48 + (minute >> 24)) || chr(48 + (minute >> 18 & 63)) || chr(48 + (minute >> 12 & 63))
        || chr(48 + (minute >> 6 & 63)) || chr(48 + (minute & 63))
        || chr(48 + CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END)
        || chr(48 + CASE WHEN age IS NULL THEN 78 ELSE least(greatest(age, 0), 77) END)
        || chr(48 + CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END)
        || chr(48 + CASE status WHEN 'planned' THEN 0 WHEN 'moved' THEN 1 WHEN 'cancelled' THEN 2 WHEN 'attended' THEN 3
            WHEN 'late' THEN 4 ELSE 5 END)
        || chr(48) || chr(48) || chr(48) AS head,
    ward, '' AS label
FROM (SELECT a.id, CAST(least(greatest((a.starts_at + 2208988800000) / 60000, 0), 1073741823) AS INTEGER) AS minute,
    a.status, a.ward,
        (SELECT preferred_language FROM patients WHERE id = a.patient_id) AS language,
        CAST(1970 + a.starts_at / 31556952000 - (SELECT birth_year FROM patients WHERE id = a.patient_id) AS INTEGER) AS age,
        (SELECT gender FROM patients WHERE id = a.patient_id) AS gender
    FROM appointments a) AS given;
CREATE VIEW appointment_records AS
SELECT f.id, chr(48 + CAST(f.id >> 6 & 3 AS INTEGER)) || chr(48 + CAST(f.id & 63 AS INTEGER)) || f.head || w.text
    || l.text AS record
FROM appointment_facts f JOIN fact_codes w ON w.word = f.ward JOIN fact_codes l ON l.word = f.label;
CREATE FUNCTION note_appointment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO appointment_changes (id) VALUES (coalesce(NEW.id, OLD.id))
    ; RETURN NULL
; END $$;
CREATE TRIGGER appointment_facts_rows AFTER INSERT OR DELETE ON appointments
    FOR EACH ROW EXECUTE FUNCTION note_appointment();
CREATE TRIGGER appointment_facts_update AFTER UPDATE OF patient_id, starts_at, ward, status ON appointments
    FOR EACH ROW EXECUTE FUNCTION note_appointment();
CREATE FUNCTION note_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE appointment_id = NEW.id
    ; RETURN NULL
; END $$;
CREATE TRIGGER reminder_facts_confirmation AFTER UPDATE OF confirmed_at ON appointments
    FOR EACH ROW WHEN ((NEW.confirmed_at IS NULL) <> (OLD.confirmed_at IS NULL)) EXECUTE FUNCTION note_confirmation();
CREATE TRIGGER appointment_fold AFTER INSERT ON appointment_changes FOR EACH ROW WHEN (NEW.seq % 64 = 0)
    EXECUTE FUNCTION fold_facts('appointment');

-- What rows take from their patient.
CREATE FUNCTION note_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO feedback_changes (id) SELECT id FROM feedback WHERE patient_id = NEW.id
    ; INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE patient_id = NEW.id
    ; INSERT INTO appointment_changes (id) SELECT id FROM appointments WHERE patient_id = NEW.id
    ; RETURN NULL
; END $$;
CREATE TRIGGER patient_facts_person AFTER UPDATE OF birth_year, gender ON patients
    FOR EACH ROW WHEN (NEW.birth_year IS DISTINCT FROM OLD.birth_year OR NEW.gender <> OLD.gender)
    EXECUTE FUNCTION note_person();
CREATE FUNCTION note_patient_ward() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE patient_id = NEW.id
    ; RETURN NULL
; END $$;
CREATE TRIGGER patient_facts_ward AFTER UPDATE OF ward ON patients
    FOR EACH ROW WHEN (NEW.ward <> OLD.ward) EXECUTE FUNCTION note_patient_ward();
CREATE FUNCTION note_patient_language() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO appointment_changes (id) SELECT id FROM appointments WHERE patient_id = NEW.id
    ; RETURN NULL
; END $$;
CREATE TRIGGER patient_facts_language AFTER UPDATE OF preferred_language ON patients
    FOR EACH ROW WHEN (NEW.preferred_language <> OLD.preferred_language) EXECUTE FUNCTION note_patient_language();

-- What is there already. No word is the first.
INSERT INTO fact_words (code, word) VALUES (0, '');
INSERT INTO fact_words (code, word)
SELECT row_number() OVER (), word FROM (
    SELECT ward AS word FROM feedback UNION SELECT topics FROM feedback UNION SELECT ward FROM appointments
    UNION SELECT ward FROM reminder_facts UNION SELECT label FROM reminder_facts EXCEPT SELECT '') AS used;
INSERT INTO feedback_blocks (block, version, facts)
SELECT id >> 8, 1, string_agg(record, '') FROM feedback_records GROUP BY id >> 8;
INSERT INTO reminder_blocks (block, version, facts)
SELECT id >> 8, 1, string_agg(record, '') FROM reminder_records GROUP BY id >> 8;
INSERT INTO appointment_blocks (block, version, facts)
SELECT id >> 8, 1, string_agg(record, '') FROM appointment_records GROUP BY id >> 8;

-- Patients by what the statistics tell them apart by.
CREATE INDEX patients_strata ON patients (archived, ward, preferred_language, gender, birth_year);
