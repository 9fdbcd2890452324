-- An employee towards colleagues on one day, a row for each colleague: the roles held (while employed) where the colleague
-- works, or has worked, or for the whole district, and whether they are the custodian of records there.
WITH employed AS (
    SELECT id FROM people_employee WHERE id = %(employee)s AND (left_on IS NULL OR left_on >= %(on)s)
), role AS (
    SELECT a.role, a.school_id FROM people_assignment a JOIN employed e ON e.id = a.employee_id
    WHERE (a.from_on IS NULL OR a.from_on <= %(on)s) AND (a.to_on IS NULL OR a.to_on >= %(on)s)
), office AS (
    SELECT c.school_id FROM people_custodian c JOIN employed e ON e.id = c.employee_id
    WHERE c.from_on <= %(on)s AND (c.to_on IS NULL OR c.to_on >= %(on)s)
)
SELECT w.id AS colleague,
       coalesce((SELECT array_agg(DISTINCT role) FROM role
                 WHERE school_id IS NULL OR school_id = ANY(there.schools)), '{}') AS roles,
       EXISTS (SELECT FROM office WHERE school_id IS NULL OR school_id = ANY(there.schools)) AS custodian
FROM unnest(%(colleagues)s::uuid[]) AS w(id)
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(school_id), '{}') AS schools FROM (
        SELECT school_id FROM people_assignment WHERE employee_id = w.id
        UNION ALL
        SELECT school_id FROM people_custodian WHERE employee_id = w.id
        UNION ALL
        SELECT s.school_id FROM people_sectionteacher t JOIN people_section s ON s.id = t.section_id
        WHERE t.employee_id = w.id
    ) place
) there
