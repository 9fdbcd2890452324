-- Enrolled students whom the bundle no longer names, how many of their school are missing, and how many it has.
-- A row set aside still names its student.
INSERT INTO bundle_absent (enrolment_id, student_id, missing, enrolled)
SELECT e.id AS enrolment_id, e.student_id,
       count(*) OVER (PARTITION BY e.school_id) AS missing,
       (SELECT count(*) FROM people_enrolment o WHERE o.school_id = e.school_id AND o.left_on IS NULL) AS enrolled
FROM people_enrolment e JOIN people_student s ON s.id = e.student_id
WHERE e.left_on IS NULL AND s.source_id IS NOT NULL
  AND CASE WHEN %(whole)s
      THEN NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id)
           AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = s.source_id)
      ELSE EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id AND b.ended) END
