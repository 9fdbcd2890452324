-- What a list may say of these students, from the columns that hold it: in the order of their names.
SELECT s.id,
       coalesce(nullif(s.preferred_given, ''), concat_ws(' ', s.legal_given, nullif(s.legal_middle, ''))) AS given,
       coalesce(nullif(s.preferred_family, ''), s.legal_family) AS family,
       s.birth_on,
       spell.entered_on
FROM unnest(%(students)s::uuid[]) AS on_it(id)
JOIN people_student s ON s.id = on_it.id
LEFT JOIN LATERAL (
    SELECT min(entered_on) AS entered_on FROM people_enrolment
    WHERE student_id = s.id AND entered_on <= %(on)s AND (left_on IS NULL OR left_on >= %(on)s)
) spell ON %(dates)s
ORDER BY 3, 2, s.id
