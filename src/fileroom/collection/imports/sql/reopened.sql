-- A spell that an import ended is open again when a later bundle names the student there, with nothing begun since.
-- Returns whose.
WITH back AS (
    UPDATE people_enrolment e SET left_on = NULL, left_by = NULL
    FROM collection_absence a, bundle_spell w
    WHERE a.enrolment_id = e.id AND a.state = 'left' AND w.student_id = e.student_id AND w.school_id = e.school_id
      AND coalesce(w.begin_on, e.entered_on) <= e.left_on
      AND NOT EXISTS (
          SELECT FROM people_enrolment o
          WHERE o.student_id = e.student_id AND o.school_id = e.school_id AND o.left_on IS NULL)
    RETURNING e.student_id, w.file, w.row
), noted AS (
    INSERT INTO bundle_outcome SELECT file, row, 'changed' FROM back
), returned AS (
    UPDATE collection_absence a SET state = 'returned'
    FROM people_enrolment e, bundle_spell w
    WHERE a.state = 'left' AND a.enrolment_id = e.id AND w.student_id = e.student_id AND w.school_id = e.school_id
)
SELECT student_id FROM back
