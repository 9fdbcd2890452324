-- Enrolled students whom the bundle no longer names. A row set aside still names its student. One of whom the office has
-- said that they are still here is not absent anew.
INSERT INTO bundle_absent (enrolment_id, student_id, sign)
SELECT e.id, e.student_id, 'absent'
FROM people_enrolment e
JOIN people_student s ON s.id = e.student_id AND s.source_id IS NOT NULL
WHERE e.left_on IS NULL
  AND CASE WHEN %(whole)s
           THEN NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id)
                AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.source_id = s.source_id AND a.file = 'users')
                AND NOT EXISTS (SELECT FROM collection_absence a
                                WHERE a.enrolment_id = e.id AND a.state = 'settled' AND a.sign = 'absent')
           ELSE EXISTS (SELECT FROM bundle_users b WHERE b.source_id = s.source_id AND b.ended)
      END
