-- Every employee and contact whom a whole file no longer names waits for a person.
INSERT INTO collection_absence (id, employee_id, noticed_on, state, sign)
SELECT gen_random_uuid(), e.id, %(on)s, 'waiting', 'absent' FROM people_employee e
WHERE %(employees)s AND e.source_id IS NOT NULL AND e.left_on IS NULL
  AND NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = e.source_id)
  AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = e.source_id)
  AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.employee_id = e.id AND a.state IN ('waiting', 'settled'));
INSERT INTO collection_absence (id, contact_id, noticed_on, state, sign)
SELECT gen_random_uuid(), c.id, %(on)s, 'waiting', 'absent' FROM people_contact c
WHERE %(contacts)s AND c.source_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM bundle_users b WHERE b.source_id = c.source_id)
  AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = c.source_id)
  AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.contact_id = c.id AND a.state IN ('waiting', 'settled'))
