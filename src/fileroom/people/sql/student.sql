-- Students on one day, in the order of their ids. orders_known is true only where every school the student was ever at
-- has signed for its paper orders: an order handed in there lies in that school's drawer.
SELECT s.id,
       coalesce(nullif(s.preferred_given, ''), concat_ws(' ', s.legal_given, nullif(s.legal_middle, '')))
           || ' ' || coalesce(nullif(s.preferred_family, ''), s.legal_family) AS name,
       s.birth_on,
       s.grade,
       s.grade_10_completed_on <= %(on)s AS completed_grade_10,
       coalesce(s.attends_postsecondary_from <= %(on)s, false) AS attends_postsecondary,
       coalesce(s.adjudged_incompetent_on <= %(on)s, false) AS adjudged_incompetent,
       spell.schools,
       spell.ever_enrolled,
       spell.orders_known
FROM people_student s
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(e.school_id) FILTER (WHERE e.left_on IS NULL OR e.left_on >= %(on)s), '{}') AS schools,
           count(*) > 0 AS ever_enrolled,
           coalesce(bool_and(c.orders_entered_on IS NOT NULL AND c.orders_entered_on <= %(on)s), false) AS orders_known
    FROM people_enrolment e JOIN people_school c ON c.id = e.school_id
    WHERE e.student_id = s.id AND e.entered_on <= %(on)s
) spell
WHERE s.id = ANY(%(students)s::uuid[])
ORDER BY s.id
