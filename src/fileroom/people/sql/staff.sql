-- An employee towards students on one day, a row for each student: every role held, those held where the student is
-- enrolled (or for the whole district), the office of custodian there, and `linked`: those roles in which a section or a
-- caseload ties the two. A caseload does in the role it was given to, while that one is held at its school; one of a
-- single student while they stay there: who has left since it was given and has come back is given anew. `tied`: those
-- of them in which it is more than a caseload of a whole school that does.
-- What each of these is worth stands in law/offices.toml. And whom the orders on the student that nobody has lifted bind:
-- `bound`, an array of (name, family name, kind of order, 'in force' or 'ended', as one is that a list alone claims, and
-- what who keeps it has said of this employee: 'yes', 'no', 'asked' where nobody has said yet, or nothing), for an order
-- binds its person at work too. One for each name of whom it binds; of a row that was said to be the same person without
-- the family's, whose others are in no doubt for it.
WITH role AS (
    SELECT role, school_id FROM people_assignment
    WHERE employee_id = %(employee)s
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
), office AS (
    SELECT school_id FROM people_custodian
    WHERE employee_id = %(employee)s AND from_on <= %(on)s AND (to_on IS NULL OR to_on >= %(on)s)
)
SELECT s.id AS student,
       coalesce((SELECT array_agg(DISTINCT role) FROM role), '{}') AS roles,
       coalesce((SELECT array_agg(DISTINCT role) FROM role
                 WHERE school_id IS NULL OR school_id = ANY(here.schools)), '{}') AS roles_here,
       EXISTS (SELECT FROM office WHERE school_id IS NULL OR school_id = ANY(here.schools)) AS custodian,
       coalesce(tie.linked, '{}') AS linked,
       coalesce(tie.tied, '{}') AS tied,
       coalesce((SELECT array_agg(ARRAY[whom.name, whom.family, o.kind,
                                        CASE WHEN o.to_on < %(on)s OR o.claimed THEN 'ended' ELSE 'in force' END,
                                        CASE WHEN w.id IS NULL THEN '' ELSE coalesce(nullif(w.answer, ''), 'asked') END])
                 FROM people_courtorderchild n
                 JOIN people_courtorder o ON o.id = n.order_id
                 CROSS JOIN LATERAL (
                     -- The names of whom it binds: of the row that it names, and of each that was said to be the same.
                     SELECT concat_ws(' ', p.given, p.middle, p.family), p.family FROM people_contact p
                     WHERE p.id = o.restrained_id
                     UNION
                     SELECT concat_ws(' ', p.given, p.middle, p.family), ''
                     FROM people_ordernamesake y JOIN people_contact p ON p.id = y.contact_id
                     WHERE y.order_id = o.id AND y.answer = 'yes'
                     UNION
                     SELECT concat_ws(' ', m.given, m.family), ''
                     FROM people_ordernamesake y JOIN people_employee m ON m.id = y.employee_id
                     WHERE y.order_id = o.id AND y.answer = 'yes'
                 ) whom(name, family)
                 LEFT JOIN people_ordernamesake w ON w.order_id = o.id AND w.employee_id = %(employee)s
                 WHERE n.student_id = s.id AND o.lifted_on IS NULL AND o.from_on <= %(on)s
                   AND o.kind = ANY(%(binding)s)), '{}') AS bound,
       e.given || ' ' || e.family AS name,
       e.left_on IS NULL OR e.left_on >= %(on)s AS employed
FROM unnest(%(students)s::uuid[]) AS s(id)
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(school_id), '{}') AS schools FROM people_enrolment
    WHERE student_id = s.id AND entered_on <= %(on)s AND (left_on IS NULL OR left_on >= %(on)s)
) here
CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT role) AS linked, array_agg(DISTINCT role) FILTER (WHERE NOT whole) AS tied
    FROM (
        SELECT r.role, false AS whole FROM role r WHERE EXISTS (
            SELECT FROM people_sectionteacher t JOIN people_sectionstudent m ON m.section_id = t.section_id
            WHERE t.employee_id = %(employee)s AND m.student_id = s.id
              AND (t.from_on IS NULL OR t.from_on <= %(on)s) AND (t.to_on IS NULL OR t.to_on >= %(on)s)
              AND (m.from_on IS NULL OR m.from_on <= %(on)s) AND (m.to_on IS NULL OR m.to_on >= %(on)s))
        UNION ALL
        SELECT r.role, c.student_id IS NULL AND c.grade = '' AS whole
        FROM role r JOIN people_caseload c ON c.role IN ('', r.role)
        WHERE c.employee_id = %(employee)s AND (c.student_id = s.id OR c.student_id IS NULL)
          AND (c.school_id IS NULL
               OR (c.school_id = ANY(here.schools) AND (r.school_id IS NULL OR r.school_id = c.school_id)))
          AND c.grade IN ('', (SELECT grade FROM people_student WHERE id = s.id))
          AND NOT EXISTS (SELECT FROM people_enrolment g
                          WHERE c.student_id = s.id AND g.student_id = s.id AND g.school_id = c.school_id
                            AND g.left_on >= c.from_on AND g.left_on < %(on)s)
          AND (c.from_on IS NULL OR c.from_on <= %(on)s) AND (c.to_on IS NULL OR c.to_on >= %(on)s)
    ) link
) tie
LEFT JOIN people_employee e ON e.id = %(employee)s
