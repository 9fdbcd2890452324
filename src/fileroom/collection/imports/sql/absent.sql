-- Enrolled students whom the bundle no longer names, how many of their school are missing, and how many it has.
-- A row set aside still names its student. One of whom the office has said that they are still here is not absent anew.
INSERT INTO bundle_absent (enrolment_id, student_id, missing, enrolled)
WITH school AS (
    SELECT school_id, count(*) AS enrolled FROM people_enrolment WHERE left_on IS NULL GROUP BY school_id
)
SELECT e.id, e.student_id, count(*) OVER (PARTITION BY e.school_id), school.enrolled
FROM people_enrolment e
JOIN people_student s ON s.id = e.student_id AND s.source_id IS NOT NULL
JOIN school ON school.school_id = e.school_id
WHERE e.left_on IS NULL
  AND CASE WHEN %(whole)s
           THEN NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id)
                AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.source_id = s.source_id AND a.file = 'users')
                AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.enrolment_id = e.id AND a.state = 'settled')
           ELSE EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id AND b.ended)
      END
