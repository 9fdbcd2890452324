-- The bundle names a student again at the school of which an earlier one said that they had gone to another, and nobody
-- has confirmed that: the spell at the other school was that file's word, and ends with it.
UPDATE people_enrolment e SET left_on = greatest(%(on)s::date, e.entered_on), left_by = 'file'
FROM bundle_spell w
JOIN people_enrolment here ON here.student_id = w.student_id AND here.school_id = w.school_id
JOIN collection_absence a ON a.enrolment_id = here.id AND a.state = 'waiting' AND a.sign = 'elsewhere'
WHERE e.student_id = w.student_id AND e.left_on IS NULL
  AND EXISTS (SELECT FROM people_school school WHERE school.id = e.school_id AND school.source_id IS NOT NULL)
  AND NOT EXISTS (SELECT FROM bundle_spell h WHERE h.student_id = e.student_id AND h.school_id = e.school_id)
