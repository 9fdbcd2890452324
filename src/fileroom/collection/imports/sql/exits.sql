-- The bundle names the last day of a spell that is open here. Not of one that began after that day, nor where another of
-- its rows says that the student is at the school still. Returns how many students left.
WITH said AS (
    SELECT DISTINCT ON (s.id, school.id) b.row, s.id AS student_id, school.id AS school_id, b.end_date - 1 AS left_on
    FROM bundle_roles b
    JOIN people_student s ON s.source_id = b.user_source_id
    JOIN people_school school ON school.source_id = b.org_source_id
    WHERE b.role = 'student' AND b.end_date <= %(on)s
      AND NOT EXISTS (SELECT FROM bundle_spell w WHERE w.student_id = s.id AND w.school_id = school.id)
    ORDER BY s.id, school.id, b.end_date DESC
), gone AS (
    UPDATE people_enrolment e SET left_on = said.left_on FROM said
    WHERE e.student_id = said.student_id AND e.school_id = said.school_id
      AND e.left_on IS NULL AND e.entered_on <= said.left_on
    RETURNING said.row, e.student_id
), noted AS (
    INSERT INTO bundle_outcome SELECT 'roles', row, 'changed' FROM gone
)
SELECT count(DISTINCT student_id) FROM gone
