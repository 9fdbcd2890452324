-- More than a few absences may be the sender's mistake: they wait for a person. So does every employee and contact
-- whom a whole file no longer names.
INSERT INTO collection_absence (id, student_id, enrolment_id, noticed_on, state)
SELECT gen_random_uuid(), a.student_id, a.enrolment_id, %(on)s, 'waiting'
FROM bundle_absent a JOIN people_enrolment e ON e.id = a.enrolment_id AND e.left_on IS NULL
ON CONFLICT (enrolment_id) WHERE state IN ('left', 'waiting') DO NOTHING;
INSERT INTO collection_absence (id, employee_id, noticed_on, state)
SELECT gen_random_uuid(), e.id, %(on)s, 'waiting' FROM people_employee e
WHERE %(employees)s AND e.source_id IS NOT NULL AND e.left_on IS NULL
  AND NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = e.source_id)
  AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = e.source_id)
  AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.employee_id = e.id AND a.state IN ('waiting', 'settled'));
INSERT INTO collection_absence (id, contact_id, noticed_on, state)
SELECT gen_random_uuid(), c.id, %(on)s, 'waiting' FROM people_contact c
WHERE %(contacts)s AND c.source_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = c.source_id)
  AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = c.source_id)
  AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.contact_id = c.id AND a.state IN ('waiting', 'settled'))
