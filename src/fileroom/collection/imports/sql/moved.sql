-- A student whom the bundle names at other schools only has left this one. Schools made here by hand are not the sender's.
WITH gone AS (
    UPDATE people_enrolment e SET left_on = greatest(%(on)s::date, e.entered_on)
    FROM people_school school
    WHERE school.id = e.school_id AND school.source_id IS NOT NULL AND e.left_on IS NULL
      AND EXISTS (SELECT FROM bundle_spell w WHERE w.student_id = e.student_id)
      AND NOT EXISTS (SELECT FROM bundle_spell w WHERE w.student_id = e.student_id AND w.school_id = e.school_id)
    RETURNING e.student_id
)
INSERT INTO bundle_outcome SELECT DISTINCT w.file, w.row, 'changed' FROM gone JOIN bundle_spell w USING (student_id)
