-- The places of an employee that hold on one day, while they are employed, in the order of their first days: a role at a
-- school, or in the district office where there is none; and the offices of custodian of records.
SELECT p.custodian, p.role, p.school_id AS school
FROM people_employee e
CROSS JOIN LATERAL (
    SELECT false AS custodian, role, school_id, from_on, to_on FROM people_assignment WHERE employee_id = e.id
    UNION ALL
    SELECT true, '', school_id, from_on, to_on FROM people_custodian WHERE employee_id = e.id
) p
WHERE e.id = %(employee)s AND (e.left_on IS NULL OR e.left_on >= %(on)s)
  AND (p.from_on IS NULL OR p.from_on <= %(on)s) AND (p.to_on IS NULL OR p.to_on >= %(on)s)
ORDER BY p.from_on
