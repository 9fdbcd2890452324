-- Who a page is about, on one day: their name, the school of that day, its custodian of records; and whether an order is
-- on file that names them and has not been lifted. Its end does not lift it.
WITH here AS (
    SELECT school_id, entered_on FROM people_enrolment
    WHERE student_id = %(student)s AND entered_on <= %(on)s AND (left_on IS NULL OR left_on >= %(on)s)
)
SELECT s.id,
       coalesce(nullif(s.preferred_given, ''), concat_ws(' ', s.legal_given, nullif(s.legal_middle, '')))
           || ' ' || coalesce(nullif(s.preferred_family, ''), s.legal_family) AS name,
       s.grade,
       coalesce((SELECT t.name FROM here JOIN people_school t ON t.id = here.school_id
                 ORDER BY here.entered_on DESC LIMIT 1), '') AS school,
       s.birth_on, coalesce(s.ssid, '') AS ssid,
       coalesce((SELECT e.given || ' ' || e.family FROM people_custodian c JOIN people_employee e ON e.id = c.employee_id
                 WHERE c.school_id IN (SELECT school_id FROM here)
                   AND c.from_on <= %(on)s AND (c.to_on IS NULL OR c.to_on >= %(on)s)
                   AND (e.left_on IS NULL OR e.left_on >= %(on)s)
                 ORDER BY c.from_on DESC LIMIT 1), '') AS custodian,
       EXISTS (SELECT FROM people_courtorderchild n JOIN people_courtorder o ON o.id = n.order_id
               WHERE n.student_id = s.id AND o.lifted_on IS NULL AND o.from_on <= %(on)s) AS ordered
FROM people_student s
WHERE s.id = %(student)s
