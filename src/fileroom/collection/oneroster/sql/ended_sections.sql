-- Places in sections that a whole file no longer names, or a change ends. Those of people who wait are left alone.
WITH missing AS (
    SELECT m.source_id FROM people_sectionstudent m
    WHERE NOT EXISTS (
        SELECT FROM collection_absence a WHERE a.student_id = m.student_id AND a.state = 'waiting')
    UNION ALL
    SELECT m.source_id FROM people_sectionteacher m
    WHERE NOT EXISTS (
        SELECT FROM collection_absence a WHERE a.employee_id = m.employee_id AND a.state = 'waiting')
), over AS (
    SELECT missing.source_id FROM missing
    WHERE CASE WHEN %(whole)s
        THEN NOT EXISTS (SELECT FROM bundle_enrollments b WHERE b.source_id = missing.source_id)
             AND NOT EXISTS (
                 SELECT FROM bundle_aside a WHERE a.file = 'enrollments' AND a.source_id = missing.source_id)
        ELSE EXISTS (SELECT FROM bundle_enrollments b WHERE b.source_id = missing.source_id AND b.ended) END
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
