-- Employees whom the file deletes, or whose sign-in it switches off, have left. Where the office has said that one is
-- still here, a sign-in that stays off says nothing new; a deletion does. Returns who left.
WITH gone AS (
    SELECT e.id, min(b.row) AS row
    FROM bundle_users b JOIN people_employee e ON e.source_id = b.source_id
    WHERE (e.left_on IS NULL OR e.left_on >= %(on)s)
      AND (b.ended OR b.employee AND lower(b.enabled_user) = 'false'
           AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.employee_id = e.id AND a.state = 'settled'))
    GROUP BY e.id
), noted AS (
    INSERT INTO bundle_outcome SELECT 'users', row, 'changed' FROM gone
), absent AS (
    UPDATE collection_absence a SET state = 'left', noticed_on = %(on)s
    FROM gone WHERE a.employee_id = gone.id AND a.state IN ('waiting', 'settled')
    RETURNING a.employee_id
), new AS (
    INSERT INTO collection_absence (id, employee_id, noticed_on, state)
    SELECT gen_random_uuid(), id, %(on)s, 'left' FROM gone WHERE id NOT IN (SELECT employee_id FROM absent)
)
SELECT id FROM gone
