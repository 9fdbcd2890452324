-- The bundle names a student again at the school of which an earlier one said that they had gone to another, and nobody
-- has confirmed that: the spell that the earlier one opened was that file's word, and ends with it. No other does.
WITH back AS (
    UPDATE people_enrolment e SET left_on = greatest(%(on)s::date, e.entered_on), left_by = 'file'
    FROM bundle_spell w
    JOIN people_enrolment here ON here.student_id = w.student_id AND here.school_id = w.school_id
    JOIN collection_absence a ON a.enrolment_id = here.id AND a.state = 'waiting' AND a.sign = 'elsewhere'
    WHERE e.student_id = w.student_id AND e.left_on IS NULL AND a.ended @> to_jsonb(e.school_id::text)
      AND NOT EXISTS (SELECT FROM bundle_spell h WHERE h.student_id = e.student_id AND h.school_id = e.school_id)
    RETURNING e.student_id, w.file, w.row
), noted AS (
    INSERT INTO bundle_outcome SELECT DISTINCT file, row, 'changed' FROM back
)
SELECT student_id FROM back
