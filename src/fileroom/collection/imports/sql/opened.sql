-- Of students who wait because the bundle names another school: the schools where it opens a spell for them, which end
-- where a later bundle takes that back.
UPDATE collection_absence a SET ended = coalesce(a.ended, '[]') || opened.schools
FROM (
    SELECT w.student_id, jsonb_agg(w.school_id::text) AS schools FROM bundle_spell w
    WHERE NOT EXISTS (
        SELECT FROM people_enrolment e
        WHERE e.student_id = w.student_id AND e.school_id = w.school_id AND e.left_on IS NULL)
    GROUP BY w.student_id
) opened
WHERE opened.student_id = a.student_id AND a.state = 'waiting' AND a.sign = 'elsewhere'
