-- More than a few may be the sender's mistake: they wait for a person, by the sign the last file gave.
INSERT INTO collection_absence (id, student_id, enrolment_id, noticed_on, state, sign, last_on)
SELECT gen_random_uuid(), a.student_id, a.enrolment_id, %(on)s, 'waiting', a.sign, a.last_on
FROM bundle_absent a JOIN people_enrolment e ON e.id = a.enrolment_id AND e.left_on IS NULL
WHERE a.sign = %(sign)s
ON CONFLICT (enrolment_id) WHERE state IN ('left', 'waiting')
DO UPDATE SET sign = EXCLUDED.sign, last_on = EXCLUDED.last_on WHERE collection_absence.state = 'waiting'
