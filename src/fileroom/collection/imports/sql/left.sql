-- A few absences are ordinary: the enrolment ends on the day it was noticed. Returns the students who left.
WITH gone AS (
    UPDATE people_enrolment e SET left_on = greatest(%(on)s::date, e.entered_on)
    FROM bundle_absent a
    WHERE a.enrolment_id = e.id
      AND a.missing <= %(most)s AND a.missing * 100 <= %(percent)s * a.enrolled
    RETURNING e.id, e.student_id
)
INSERT INTO collection_absence (id, student_id, enrolment_id, noticed_on, state)
SELECT gen_random_uuid(), student_id, id, %(on)s, 'left' FROM gone
ON CONFLICT (enrolment_id) WHERE state IN ('left', 'waiting') DO UPDATE SET state = 'left'
RETURNING student_id
