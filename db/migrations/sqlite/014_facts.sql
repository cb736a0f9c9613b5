-- What the statistics need of every feedback, reminder and appointment, packed: 256 rows of a table in one block, so that a
-- million rows are read in a moment and any filter is a walk through memory (db/factstore.h). A change only notes the number of
-- its row, in its own transaction; every 64th makes the blocks of the noted rows anew, from the rows themselves. Readers take
-- noted rows from their table and all others from the blocks, so that what they see is exact at every moment.
-- Every character of a block holds a number, from '0' on. A row is: its last eight bits (2), the minute since 1900 in UTC (5),
-- seven marks as written below, its ward (4) and its label (4), both by their code.
CREATE TABLE fact_words (
    code INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);
CREATE VIEW fact_codes AS
SELECT word, char(48 + (code >> 18 & 63), 48 + (code >> 12 & 63), 48 + (code >> 6 & 63), 48 + (code & 63)) AS text
FROM fact_words;

CREATE TABLE feedback_changes (
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL
);
CREATE TABLE feedback_blocks (
    block INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    facts BLOB NOT NULL
);
CREATE INDEX feedback_blocks_version ON feedback_blocks (version);

-- Marks: language and method, age (78: not known), gender and how it was matched, ratings in pairs (0: no answer),
-- recommendation (0: no answer, else one more), sentiment and emoji. Label: the topics. Age and gender are those given with the
-- feedback, else the patient's of that year.
CREATE VIEW feedback_facts AS
SELECT id,
    char(48 + (minute >> 24), 48 + (minute >> 18 & 63), 48 + (minute >> 12 & 63), 48 + (minute >> 6 & 63), 48 + (minute & 63),
        48 + 8 * CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END
            + CASE submission_method WHEN 'desk' THEN 0 WHEN 'tablet' THEN 1 WHEN 'web' THEN 2 WHEN 'sms' THEN 3
                WHEN 'ivr' THEN 4 WHEN 'ussd' THEN 5 WHEN 'voice' THEN 6 ELSE 7 END,
        48 + coalesce(min(max(age, 0), 77), 78),
        48 + 3 * CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END + matching,
        48 + 6 * coalesce(treatment_satisfaction, 0) + coalesce(communication_rating, 0),
        48 + 6 * coalesce(facility_rating, 0) + coalesce(overall_experience, 0),
        48 + coalesce(recommendation_likelihood + 1, 0),
        48 + 6 * CASE sentiment WHEN 'positive' THEN 1 WHEN 'neutral' THEN 2 WHEN 'negative' THEN 3 ELSE 0 END
            + coalesce(emoji_rating, 0)) AS head,
    ward, topics AS label
FROM (SELECT f.id, min(max((f.feedback_date + 2208988800000) / 60000, 0), 1073741823) AS minute, f.language,
        f.submission_method, f.treatment_satisfaction, f.communication_rating, f.facility_rating, f.overall_experience,
        f.recommendation_likelihood, f.emoji_rating, f.sentiment, f.ward, f.topics,
        coalesce(f.age, 1970 + f.feedback_date / 31556952000
            - (SELECT birth_year FROM patients WHERE id = f.patient_id)) AS age,
        CASE WHEN f.gender = 'unknown' THEN (SELECT gender FROM patients WHERE id = f.patient_id) ELSE f.gender END AS gender,
        CASE WHEN f.patient_id IS NOT NULL THEN 1 WHEN f.patient_reference_tag IS NOT NULL THEN 2 ELSE 0 END AS matching
    FROM feedback f) AS given;
CREATE VIEW feedback_records AS
SELECT f.id, char(48 + (f.id >> 6 & 3), 48 + (f.id & 63)) || f.head || w.text || l.text AS record
FROM feedback_facts f CROSS JOIN fact_codes w ON w.word = f.ward CROSS JOIN fact_codes l ON l.word = f.label;

CREATE TRIGGER feedback_facts_insert AFTER INSERT ON feedback BEGIN
    INSERT INTO feedback_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER feedback_facts_delete AFTER DELETE ON feedback BEGIN
    INSERT INTO feedback_changes (id) VALUES (OLD.id)
; END;
CREATE TRIGGER feedback_facts_update AFTER UPDATE OF patient_id, patient_reference_tag, age, gender, ward, treatment_satisfaction,
    communication_rating, facility_rating, overall_experience, recommendation_likelihood, emoji_rating, feedback_date, language,
    submission_method, sentiment, topics ON feedback BEGIN
    INSERT INTO feedback_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER feedback_fold AFTER INSERT ON feedback_changes WHEN NEW.seq % 64 = 0 BEGIN
    INSERT INTO fact_words (word)
    SELECT ward FROM feedback_facts WHERE id IN (SELECT id FROM feedback_changes) AND ward NOT IN (SELECT word FROM fact_words)
    UNION
    SELECT label FROM feedback_facts WHERE id IN (SELECT id FROM feedback_changes) AND label NOT IN (SELECT word FROM fact_words)
    ; INSERT INTO feedback_blocks (block, version, facts)
    SELECT DISTINCT id >> 8, 0, '' FROM feedback_changes WHERE id >> 8 NOT IN (SELECT block FROM feedback_blocks)
    ; UPDATE feedback_blocks SET version = (SELECT max(version) + 1 FROM feedback_blocks),
        facts = (SELECT CAST(coalesce(group_concat(record, ''), '') AS BLOB) FROM feedback_records
            WHERE id BETWEEN feedback_blocks.block << 8 AND feedback_blocks.block << 8 | 255)
    WHERE block IN (SELECT id >> 8 FROM feedback_changes)
    ; DELETE FROM feedback_changes
; END;

CREATE TABLE reminder_changes (
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL
);
CREATE TABLE reminder_blocks (
    block INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    facts BLOB NOT NULL
);
CREATE INDEX reminder_blocks_version ON reminder_blocks (version);

-- Marks: language and channel, age and gender of the patient, status, whether its appointment is confirmed (0: it has none,
-- 1: no, 2: yes). The ward is the patient's. Label: what its tries cost, in millionths, by currency.
CREATE VIEW reminder_facts AS
SELECT id,
    char(48 + (minute >> 24), 48 + (minute >> 18 & 63), 48 + (minute >> 12 & 63), 48 + (minute >> 6 & 63), 48 + (minute & 63),
        48 + 3 * CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END
            + CASE channel WHEN 'sms' THEN 0 WHEN 'ivr' THEN 1 ELSE 2 END,
        48 + coalesce(min(max(age, 0), 77), 78),
        48 + CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END,
        48 + CASE status WHEN 'pending' THEN 0 WHEN 'sending' THEN 1 WHEN 'sent' THEN 2 WHEN 'delivered' THEN 3
            WHEN 'failed' THEN 4 WHEN 'cancelled' THEN 5 WHEN 'unknown' THEN 6 WHEN 'expired' THEN 7 ELSE 8 END,
        48 + confirmation, 48, 48) AS head,
    ward, label
FROM (SELECT r.id, min(max((r.scheduled_time + 2208988800000) / 60000, 0), 1073741823) AS minute, r.language, r.channel, r.status,
        1970 + r.scheduled_time / 31556952000 - (SELECT birth_year FROM patients WHERE id = r.patient_id) AS age,
        (SELECT gender FROM patients WHERE id = r.patient_id) AS gender,
        coalesce((SELECT CASE WHEN confirmed_at IS NULL THEN 1 ELSE 2 END FROM appointments WHERE id = r.appointment_id), 0)
            AS confirmation,
        coalesce((SELECT ward FROM patients WHERE id = r.patient_id), '') AS ward,
        coalesce((SELECT group_concat(amount || ' ' || unit, ';') FROM (
            SELECT CAST(round(sum(abs(CAST(price AS REAL))) * 1000000) AS INTEGER) AS amount, price_unit AS unit
            FROM attempts WHERE reminder_id = r.id AND price <> '' GROUP BY price_unit ORDER BY price_unit)), '') AS label
    FROM reminders r) AS given;
CREATE VIEW reminder_records AS
SELECT f.id, char(48 + (f.id >> 6 & 3), 48 + (f.id & 63)) || f.head || w.text || l.text AS record
FROM reminder_facts f CROSS JOIN fact_codes w ON w.word = f.ward CROSS JOIN fact_codes l ON l.word = f.label;

CREATE TRIGGER reminder_facts_insert AFTER INSERT ON reminders BEGIN
    INSERT INTO reminder_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER reminder_facts_delete AFTER DELETE ON reminders BEGIN
    INSERT INTO reminder_changes (id) VALUES (OLD.id)
; END;
CREATE TRIGGER reminder_facts_update AFTER UPDATE OF patient_id, language, scheduled_time, status, channel, appointment_id
    ON reminders BEGIN
    INSERT INTO reminder_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER reminder_facts_price_insert AFTER INSERT ON attempts WHEN NEW.price <> '' BEGIN
    INSERT INTO reminder_changes (id) VALUES (NEW.reminder_id)
; END;
CREATE TRIGGER reminder_facts_price_update AFTER UPDATE OF price, price_unit, reminder_id ON attempts
    WHEN NEW.price <> OLD.price OR NEW.price_unit <> OLD.price_unit OR NEW.reminder_id <> OLD.reminder_id BEGIN
    INSERT INTO reminder_changes (id) VALUES (NEW.reminder_id)
    ; INSERT INTO reminder_changes (id) SELECT OLD.reminder_id WHERE OLD.reminder_id <> NEW.reminder_id
; END;
CREATE TRIGGER reminder_facts_price_delete AFTER DELETE ON attempts WHEN OLD.price <> '' BEGIN
    INSERT INTO reminder_changes (id) VALUES (OLD.reminder_id)
; END;
CREATE TRIGGER reminder_fold AFTER INSERT ON reminder_changes WHEN NEW.seq % 64 = 0 BEGIN
    INSERT INTO fact_words (word)
    SELECT ward FROM reminder_facts WHERE id IN (SELECT id FROM reminder_changes) AND ward NOT IN (SELECT word FROM fact_words)
    UNION
    SELECT label FROM reminder_facts WHERE id IN (SELECT id FROM reminder_changes) AND label NOT IN (SELECT word FROM fact_words)
    ; INSERT INTO reminder_blocks (block, version, facts)
    SELECT DISTINCT id >> 8, 0, '' FROM reminder_changes WHERE id >> 8 NOT IN (SELECT block FROM reminder_blocks)
    ; UPDATE reminder_blocks SET version = (SELECT max(version) + 1 FROM reminder_blocks),
        facts = (SELECT CAST(coalesce(group_concat(record, ''), '') AS BLOB) FROM reminder_records
            WHERE id BETWEEN reminder_blocks.block << 8 AND reminder_blocks.block << 8 | 255)
    WHERE block IN (SELECT id >> 8 FROM reminder_changes)
    ; DELETE FROM reminder_changes
; END;

CREATE TABLE appointment_changes (
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL
);
CREATE TABLE appointment_blocks (
    block INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    facts BLOB NOT NULL
);
CREATE INDEX appointment_blocks_version ON appointment_blocks (version);

-- Marks: preferred language, age and gender of the patient, status. The ward is the appointment's. No label.
CREATE VIEW appointment_facts AS
SELECT id,
    char(48 + (minute >> 24), 48 + (minute >> 18 & 63), 48 + (minute >> 12 & 63), 48 + (minute >> 6 & 63), 48 + (minute & 63),
        48 + CASE language WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'dua' THEN 2 WHEN 'bas' THEN 3 ELSE 4 END,
        48 + coalesce(min(max(age, 0), 77), 78),
        48 + CASE gender WHEN 'female' THEN 0 WHEN 'male' THEN 1 WHEN 'other' THEN 2 ELSE 3 END,
        48 + CASE status WHEN 'planned' THEN 0 WHEN 'moved' THEN 1 WHEN 'cancelled' THEN 2 WHEN 'attended' THEN 3
            WHEN 'late' THEN 4 ELSE 5 END,
        48, 48, 48) AS head,
    ward, '' AS label
FROM (SELECT a.id, min(max((a.starts_at + 2208988800000) / 60000, 0), 1073741823) AS minute, a.status, a.ward,
        (SELECT preferred_language FROM patients WHERE id = a.patient_id) AS language,
        1970 + a.starts_at / 31556952000 - (SELECT birth_year FROM patients WHERE id = a.patient_id) AS age,
        (SELECT gender FROM patients WHERE id = a.patient_id) AS gender
    FROM appointments a) AS given;
CREATE VIEW appointment_records AS
SELECT f.id, char(48 + (f.id >> 6 & 3), 48 + (f.id & 63)) || f.head || w.text || l.text AS record
FROM appointment_facts f CROSS JOIN fact_codes w ON w.word = f.ward CROSS JOIN fact_codes l ON l.word = f.label;

CREATE TRIGGER appointment_facts_insert AFTER INSERT ON appointments BEGIN
    INSERT INTO appointment_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER appointment_facts_delete AFTER DELETE ON appointments BEGIN
    INSERT INTO appointment_changes (id) VALUES (OLD.id)
; END;
CREATE TRIGGER appointment_facts_update AFTER UPDATE OF patient_id, starts_at, ward, status ON appointments BEGIN
    INSERT INTO appointment_changes (id) VALUES (NEW.id)
; END;
CREATE TRIGGER reminder_facts_confirmation AFTER UPDATE OF confirmed_at ON appointments
    WHEN (NEW.confirmed_at IS NULL) <> (OLD.confirmed_at IS NULL) BEGIN
    INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE appointment_id = NEW.id
; END;
CREATE TRIGGER appointment_fold AFTER INSERT ON appointment_changes WHEN NEW.seq % 64 = 0 BEGIN
    INSERT INTO fact_words (word)
    SELECT DISTINCT ward FROM appointment_facts
    WHERE id IN (SELECT id FROM appointment_changes) AND ward NOT IN (SELECT word FROM fact_words)
    ; INSERT INTO appointment_blocks (block, version, facts)
    SELECT DISTINCT id >> 8, 0, '' FROM appointment_changes WHERE id >> 8 NOT IN (SELECT block FROM appointment_blocks)
    ; UPDATE appointment_blocks SET version = (SELECT max(version) + 1 FROM appointment_blocks),
        facts = (SELECT CAST(coalesce(group_concat(record, ''), '') AS BLOB) FROM appointment_records
            WHERE id BETWEEN appointment_blocks.block << 8 AND appointment_blocks.block << 8 | 255)
    WHERE block IN (SELECT id >> 8 FROM appointment_changes)
    ; DELETE FROM appointment_changes
; END;

-- What rows take from their patient.
CREATE TRIGGER patient_facts_person AFTER UPDATE OF birth_year, gender ON patients
    WHEN NEW.birth_year IS NOT OLD.birth_year OR NEW.gender <> OLD.gender BEGIN
    INSERT INTO feedback_changes (id) SELECT id FROM feedback WHERE patient_id = NEW.id
    ; INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE patient_id = NEW.id
    ; INSERT INTO appointment_changes (id) SELECT id FROM appointments WHERE patient_id = NEW.id
; END;
CREATE TRIGGER patient_facts_ward AFTER UPDATE OF ward ON patients WHEN NEW.ward <> OLD.ward BEGIN
    INSERT INTO reminder_changes (id) SELECT id FROM reminders WHERE patient_id = NEW.id
; END;
CREATE TRIGGER patient_facts_language AFTER UPDATE OF preferred_language ON patients
    WHEN NEW.preferred_language <> OLD.preferred_language BEGIN
    INSERT INTO appointment_changes (id) SELECT id FROM appointments WHERE patient_id = NEW.id
; END;

-- What is there already. No word is the first.
INSERT INTO fact_words (code, word) VALUES (0, '');
INSERT INTO fact_words (word)
SELECT ward FROM feedback UNION SELECT topics FROM feedback UNION SELECT ward FROM appointments
UNION SELECT ward FROM reminder_facts UNION SELECT label FROM reminder_facts EXCEPT SELECT '';
INSERT INTO feedback_blocks (block, version, facts)
SELECT id >> 8, 1, CAST(group_concat(record, '') AS BLOB) FROM feedback_records GROUP BY id >> 8;
INSERT INTO reminder_blocks (block, version, facts)
SELECT id >> 8, 1, CAST(group_concat(record, '') AS BLOB) FROM reminder_records GROUP BY id >> 8;
INSERT INTO appointment_blocks (block, version, facts)
SELECT id >> 8, 1, CAST(group_concat(record, '') AS BLOB) FROM appointment_records GROUP BY id >> 8;

-- Patients by what the statistics tell them apart by.
CREATE INDEX patients_strata ON patients (archived, ward, preferred_language, gender, birth_year);
