-- Places in sections that a whole file no longer names, or a change ends. Those of students who wait, or of whom the
-- office has said that they are still here, are left alone; not those of employees, who would go on seeing students.
WITH named AS (
    SELECT source_id, bool_or(ended) AS ended
    FROM (SELECT source_id, ended FROM bundle_enrollments
          UNION ALL
          SELECT source_id, false FROM bundle_aside WHERE file = 'enrollments') said
    GROUP BY source_id
), over AS (
    SELECT here.source_id
    FROM (SELECT source_id, student_id AS person FROM people_sectionstudent
          UNION ALL
          SELECT source_id, employee_id FROM people_sectionteacher) here
    LEFT JOIN named ON named.source_id = here.source_id
    WHERE here.source_id IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM collection_absence a JOIN people_enrolment e ON e.id = a.enrolment_id AND e.left_on IS NULL
          WHERE a.student_id = here.person AND a.state IN ('waiting', 'settled'))
      AND CASE WHEN %(whole)s THEN named.source_id IS NULL ELSE coalesce(named.ended, false) END
), students AS (
    UPDATE people_sectionstudent m SET to_on = %(on)s::date - 1 FROM over
    WHERE m.source_id = over.source_id AND (m.to_on IS NULL OR m.to_on >= %(on)s)
    RETURNING m.source_id
), teachers AS (
    UPDATE people_sectionteacher m SET to_on = %(on)s::date - 1 FROM over
    WHERE m.source_id = over.source_id AND (m.to_on IS NULL OR m.to_on >= %(on)s)
    RETURNING m.source_id
), ended AS (
    SELECT source_id FROM students UNION ALL SELECT source_id FROM teachers
), noted AS (
    INSERT INTO bundle_outcome
    SELECT 'enrollments', b.row, 'changed' FROM bundle_enrollments b JOIN ended USING (source_id) WHERE b.ended
)
SELECT count(*) FROM ended
