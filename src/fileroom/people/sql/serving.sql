-- Whom an employee may serve on one day, for a list of students: everybody; else whoever is enrolled at these schools, or
-- is in these sections; `alone`: and whom a caseload of one student names. It holds everyone for whom sql/staff.sql could
-- say so, and may hold more.
WITH place AS (
    SELECT school_id FROM people_assignment
    WHERE employee_id = %(employee)s AND role = ANY(%(sites)s)
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    UNION
    SELECT school_id FROM people_custodian
    WHERE employee_id = %(employee)s AND from_on <= %(on)s AND (to_on IS NULL OR to_on >= %(on)s)
), load AS (
    SELECT student_id, school_id FROM people_caseload
    WHERE employee_id = %(employee)s
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
)
SELECT EXISTS (SELECT FROM place WHERE school_id IS NULL) AS everybody,
       ARRAY(SELECT school_id FROM place UNION SELECT school_id FROM load WHERE student_id IS NULL) AS schools,
       ARRAY(SELECT section_id FROM people_sectionteacher
             WHERE employee_id = %(employee)s
               AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)) AS sections,
       EXISTS (SELECT FROM load WHERE student_id IS NOT NULL) AS alone
