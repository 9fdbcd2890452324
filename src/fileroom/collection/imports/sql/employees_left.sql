-- Employees whom the file deletes, or whose sign-in it switches off, have left. Where the office has said that one is
-- still here, a sign-in that stays off says nothing new; a deletion does. Above a few, counted with those who went so of
-- late, they wait for a person: not whoever comes so, who is known here by nothing else. Returns who left, their
-- absence, and whether they were known before.
WITH off AS (
    SELECT e.id, min(b.row) AS row, NOT EXISTS (
        SELECT FROM bundle_outcome o WHERE o.file = 'users' AND o.row = min(b.row) AND o.what = 'new') AS known
    FROM bundle_users b JOIN people_employee e ON e.source_id = b.source_id
    WHERE (e.left_on IS NULL OR e.left_on >= %(on)s)
      AND (b.ended OR b.employee AND lower(b.enabled_user) = 'false'
           AND NOT EXISTS (SELECT FROM collection_absence a WHERE a.employee_id = e.id AND a.state = 'settled'))
    GROUP BY e.id
), lately AS (
    SELECT count(*) AS gone FROM collection_absence
    WHERE employee_id IS NOT NULL AND state = 'left' AND ended IS NOT NULL AND noticed_on > %(on)s::date - %(days)s
), number AS (
    SELECT (SELECT count(*) FROM off WHERE known) + lately.gone AS gone,
           (SELECT count(*) FROM people_employee WHERE left_on IS NULL OR left_on >= %(on)s) + lately.gone AS here
    FROM lately
), gone AS (
    SELECT off.* FROM off, number
    WHERE NOT off.known OR number.gone <= %(most)s OR number.gone * 100 <= %(percent)s * number.here
), noted AS (
    INSERT INTO bundle_outcome SELECT 'users', row, 'changed' FROM gone
), absent AS (
    UPDATE collection_absence a SET state = 'left', sign = 'off', noticed_on = %(on)s
    FROM gone WHERE a.employee_id = gone.id AND a.state IN ('waiting', 'settled')
    RETURNING a.id, a.employee_id
), new AS (
    INSERT INTO collection_absence (id, employee_id, noticed_on, state, sign)
    SELECT gen_random_uuid(), id, %(on)s, 'left', 'off' FROM gone WHERE id NOT IN (SELECT employee_id FROM absent)
    RETURNING id, employee_id
), waits AS (
    INSERT INTO collection_absence (id, employee_id, noticed_on, state, sign)
    SELECT gen_random_uuid(), id, %(on)s, 'waiting', 'off' FROM off WHERE id NOT IN (SELECT id FROM gone)
    ON CONFLICT (employee_id) WHERE state = 'waiting' DO UPDATE SET sign = 'off'
)
SELECT DISTINCT ON (gone.id) gone.id, absence.id, known
FROM gone JOIN (SELECT * FROM absent UNION ALL SELECT * FROM new) absence ON absence.employee_id = gone.id
