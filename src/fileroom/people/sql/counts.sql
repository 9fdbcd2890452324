-- The numbers of the first screen, on one day: students enrolled, schools whose paper orders nobody has signed for, and
-- vacant offices of custodian of records, each school's and the district's own (5 CCR 431).
SELECT (SELECT count(DISTINCT student_id) FROM people_enrolment
        WHERE entered_on <= %(on)s AND (left_on IS NULL OR left_on >= %(on)s)) AS students,
       (SELECT count(*) FROM people_school WHERE orders_entered_on IS NULL OR orders_entered_on > %(on)s) AS unsigned,
       (SELECT count(*) FROM (SELECT id FROM people_school UNION ALL SELECT NULL) office(school)
        WHERE NOT EXISTS (SELECT FROM people_custodian c JOIN people_employee e ON e.id = c.employee_id
                          WHERE c.school_id IS NOT DISTINCT FROM office.school
                            AND c.from_on <= %(on)s AND (c.to_on IS NULL OR c.to_on >= %(on)s)
                            AND (e.left_on IS NULL OR e.left_on >= %(on)s))) AS vacant
