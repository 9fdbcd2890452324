-- The bundle names the last day of a spell that is open here. Not of one that began after that day, nor where another of
-- its rows says that the student is at the school still, nor where the office has said that they are. A row that is
-- deleted says of nobody that they left.
INSERT INTO bundle_absent (enrolment_id, student_id, sign, last_on, file, row)
SELECT DISTINCT ON (e.id) e.id, e.student_id, 'exit', b.end_date - 1, 'roles', b.row
FROM bundle_roles b
JOIN people_student s ON s.source_id = b.user_source_id
JOIN people_school school ON school.source_id = b.org_source_id
JOIN people_enrolment e ON e.student_id = s.id AND e.school_id = school.id
WHERE b.role = 'student' AND NOT b.ended AND b.end_date <= %(on)s AND e.left_on IS NULL AND e.entered_on <= b.end_date - 1
  AND NOT EXISTS (SELECT FROM bundle_spell w WHERE w.student_id = e.student_id AND w.school_id = e.school_id)
  AND NOT EXISTS (SELECT FROM collection_absence a
                  WHERE a.enrolment_id = e.id AND a.state = 'settled' AND a.sign = 'exit')
ORDER BY e.id, b.end_date DESC
