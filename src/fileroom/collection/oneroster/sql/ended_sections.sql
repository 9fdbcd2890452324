-- Places in sections that a whole file no longer names, or a change ends. Those of people who wait are left alone.
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
    LEFT JOIN (SELECT coalesce(student_id, employee_id) AS person FROM collection_absence WHERE state = 'waiting') waits
         ON waits.person = here.person
    WHERE here.source_id IS NOT NULL AND waits.person IS NULL
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
