-- The bundle names a student at other schools only. Schools made here by hand are not the sender's. One of whom the office
-- has said that they are still here is not moved by the same word.
INSERT INTO bundle_absent (enrolment_id, student_id, sign, file, row)
SELECT DISTINCT ON (e.id) e.id, e.student_id, 'elsewhere', w.file, w.row
FROM people_enrolment e
JOIN people_school school ON school.id = e.school_id AND school.source_id IS NOT NULL
JOIN bundle_spell w ON w.student_id = e.student_id
WHERE e.left_on IS NULL
  AND NOT EXISTS (SELECT FROM bundle_spell h WHERE h.student_id = e.student_id AND h.school_id = e.school_id)
  AND NOT EXISTS (SELECT FROM bundle_absent a WHERE a.enrolment_id = e.id)
  AND NOT EXISTS (SELECT FROM collection_absence a
                  WHERE a.enrolment_id = e.id AND a.state = 'settled' AND a.sign = 'elsewhere')
ORDER BY e.id, w.row
