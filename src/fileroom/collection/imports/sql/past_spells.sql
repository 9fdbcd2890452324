-- Spells that were over before the bundle came: both their days are said, and no spell here touches them yet.
-- One that ends on the day it began has no day: whoever never came.
WITH said AS (
    SELECT DISTINCT ON (s.id, school.id, b.begin_date) b.row, s.id AS student_id, school.id AS school_id,
           b.begin_date AS entered_on, b.end_date - 1 AS left_on
    FROM bundle_roles b
    JOIN people_student s ON s.source_id = b.user_source_id
    JOIN people_school school ON school.source_id = b.org_source_id
    WHERE b.role = 'student' AND NOT b.ended AND b.begin_date IS NOT NULL AND b.end_date <= %(on)s
      AND b.begin_date < b.end_date
    ORDER BY s.id, school.id, b.begin_date, b.end_date DESC
), new AS (
    INSERT INTO people_enrolment (id, student_id, school_id, entered_on, left_on, left_by)
    SELECT gen_random_uuid(), student_id, school_id, entered_on, left_on, 'file' FROM said
    WHERE NOT EXISTS (
        SELECT FROM people_enrolment e
        WHERE e.student_id = said.student_id AND e.school_id = said.school_id
          AND e.entered_on <= said.left_on AND (e.left_on IS NULL OR e.left_on >= said.entered_on))
    RETURNING student_id, school_id, entered_on
)
INSERT INTO bundle_outcome
SELECT 'roles', said.row, 'new' FROM new JOIN said USING (student_id, school_id, entered_on)
