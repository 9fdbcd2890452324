-- The roles an employee holds for the whole district on one day, and whether they are its custodian of records.
SELECT coalesce((SELECT array_agg(DISTINCT role) FROM people_assignment
                 WHERE employee_id = %(employee)s AND school_id IS NULL
                   AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)), '{}') AS roles,
       EXISTS (SELECT FROM people_custodian
               WHERE employee_id = %(employee)s AND school_id IS NULL
                 AND from_on <= %(on)s AND (to_on IS NULL OR to_on >= %(on)s)) AS custodian,
       (SELECT left_on IS NULL OR left_on >= %(on)s FROM people_employee WHERE id = %(employee)s) AS employed
