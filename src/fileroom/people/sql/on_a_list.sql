-- What a list may say of these students, from the columns that hold it: in the order of their names. The school before
-- is one of this district, left before they entered where they are now.
SELECT s.id,
       coalesce(nullif(s.preferred_given, ''), concat_ws(' ', s.legal_given, nullif(s.legal_middle, ''))) AS given,
       coalesce(nullif(s.preferred_family, ''), s.legal_family) AS family,
       s.birth_on,
       spell.entered_on,
       earned.graduated_on,
       earlier.left_on,
       earlier.school
FROM unnest(%(students)s::uuid[]) AS on_it(id)
JOIN people_student s ON s.id = on_it.id
LEFT JOIN LATERAL (
    SELECT min(entered_on) AS entered_on, array_agg(school_id) AS schools FROM people_enrolment
    WHERE student_id = s.id AND entered_on <= %(on)s AND (left_on IS NULL OR left_on >= %(on)s)
) spell ON %(spells)s
LEFT JOIN LATERAL (
    SELECT e.left_on, c.name AS school FROM people_enrolment e JOIN people_school c ON c.id = e.school_id
    WHERE e.student_id = s.id AND e.left_on <= spell.entered_on AND NOT e.school_id = ANY (spell.schools)
          AND e.left_by IS DISTINCT FROM 'absence'
    ORDER BY e.left_on DESC, e.id LIMIT 1
) earlier ON %(spells)s
LEFT JOIN LATERAL (
    SELECT min(from_on) AS graduated_on FROM people_milestone
    WHERE student_id = s.id AND kind = 'graduated' AND from_on <= %(on)s AND (over_on IS NULL OR over_on > %(on)s)
) earned ON %(earned)s
ORDER BY 3, 2, s.id
