-- Students of a school, a class or grades on one day, by what the law asks of each: a row for each combination, with the
-- ids of those of whom it is so. What a row says is what student.sql says of one of them; and which orders that bind
-- somebody nobody has lifted, past their end too.
WITH chosen AS (
    SELECT s.id, s.birth_on, s.grade,
           s.grade_10_completed_on <= %(on)s AS completed_grade_10,
           coalesce(s.adjudged_incompetent_on <= %(on)s, false) AS adjudged_incompetent
    FROM people_student s
    WHERE (%(grades)s::text[] = '{}' OR s.grade = ANY(%(grades)s::text[]))
      AND EXISTS (SELECT FROM people_enrolment e
                  WHERE e.student_id = s.id AND (%(school)s::uuid IS NULL OR e.school_id = %(school)s)
                    AND e.entered_on <= %(on)s AND (e.left_on IS NULL OR e.left_on >= %(on)s))
      AND (%(section)s::uuid IS NULL OR EXISTS (
               SELECT FROM people_sectionstudent m
               WHERE m.section_id = %(section)s AND m.student_id = s.id
                 AND (m.from_on IS NULL OR m.from_on <= %(on)s) AND (m.to_on IS NULL OR m.to_on >= %(on)s)))
), signed AS (
    SELECT e.student_id,
           bool_and(c.orders_entered_on IS NOT NULL AND c.orders_entered_on <= %(on)s) AS orders_known
    FROM people_enrolment e JOIN people_school c ON c.id = e.school_id
    WHERE e.entered_on <= %(on)s
    GROUP BY e.student_id
), bound AS (
    SELECT n.student_id, array_agg(DISTINCT o.kind ORDER BY o.kind) AS kinds
    FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
    WHERE o.lifted_on IS NULL AND o.from_on <= %(on)s AND o.kind = ANY(%(binding)s)
    GROUP BY n.student_id
), minded AS (
    SELECT student_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds
    FROM people_circumstance WHERE from_on <= %(on)s AND (over_on IS NULL OR over_on > %(on)s)
    GROUP BY student_id
), refused AS (
    SELECT student_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds
    FROM people_familychoice WHERE chosen_on <= %(on)s AND (withdrawn_on IS NULL OR withdrawn_on > %(on)s)
    GROUP BY student_id
), reached AS (
    SELECT student_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds
    FROM people_milestone WHERE from_on <= %(on)s AND (over_on IS NULL OR over_on > %(on)s)
    GROUP BY student_id
)
SELECT chosen.birth_on, chosen.grade, chosen.completed_grade_10, chosen.adjudged_incompetent,
       coalesce(signed.orders_known, false) AS orders_known,
       coalesce(bound.kinds, '{}') AS bound,
       coalesce(minded.kinds, '{}') AS minded,
       coalesce(refused.kinds, '{}') AS choices,
       coalesce(reached.kinds, '{}') AS reached,
       array_agg(chosen.id) AS students
FROM chosen
LEFT JOIN signed ON signed.student_id = chosen.id
LEFT JOIN bound ON bound.student_id = chosen.id
LEFT JOIN minded ON minded.student_id = chosen.id
LEFT JOIN refused ON refused.student_id = chosen.id
LEFT JOIN reached ON reached.student_id = chosen.id
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
