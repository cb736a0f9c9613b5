-- Of two submissions under one client_id what a person did not choose is deleted, with the pieces of its recording. Stores of
-- earlier programs kept it.
UPDATE disputes SET body_enc = '', audio_enc = NULL, audio_media_type = '' WHERE kept IS NOT NULL;
DELETE FROM audio_pieces WHERE upload_id IN (
    SELECT u.id FROM audio_uploads u JOIN disputes d ON d.client_id = u.client_id AND d.request_tag = u.request_tag
    WHERE d.kept = 'stored');
UPDATE audio_uploads SET is_complete = 1, received = size WHERE is_complete = 0 AND EXISTS (
    SELECT 1 FROM disputes d WHERE d.client_id = audio_uploads.client_id AND d.request_tag = audio_uploads.request_tag
    AND d.kept = 'stored');
