-- Students on one day, in the order of their ids. orders_known is true only where every school the student was ever at
-- has signed for its paper orders: an order handed in there lies in that school's drawer.
-- noted: of whom a card was noted that is still to be entered, or whose end came before it was; of its last day, which
-- has no hour, all of it. Asked once, and not of each student.
WITH noted AS MATERIALIZED (
    SELECT m.student_id, true AS awaited, NULL::timestamptz AS ended_at
    FROM people_circumstance m
    WHERE m.kind = 'safe_at_home' AND m.from_on <= %(on)s AND (m.over_on IS NULL OR m.over_on > %(on)s)
      AND NOT EXISTS (
          SELECT FROM people_addresscardchild h JOIN people_addresscard c ON c.id = h.card_id
          WHERE h.student_id = m.student_id AND c.ended_at IS NULL
      )
    UNION ALL
    SELECT m.student_id, false, (m.over_on + 1)::timestamp AT TIME ZONE 'America/Los_Angeles'
    FROM people_circumstance m
    WHERE m.kind = 'safe_at_home' AND m.over_on IS NOT NULL
      AND NOT EXISTS (SELECT FROM people_addresscard c WHERE c.ended_entry = m.ended_entry)
)
SELECT s.id,
       coalesce(nullif(s.preferred_given, ''), concat_ws(' ', s.legal_given, nullif(s.legal_middle, '')))
           || ' ' || coalesce(nullif(s.preferred_family, ''), s.legal_family) AS name,
       s.birth_on,
       s.grade,
       s.grade_10_completed_on <= %(on)s AS completed_grade_10,
       coalesce(s.adjudged_incompetent_on <= %(on)s, false) AS adjudged_incompetent,
       reached.attends_postsecondary,
       reached.emancipated,
       reached.graduated,
       reached.rights_passed,
       minded.homeless,
       minded.safe_at_home,
       household.awaits_card,
       greatest(
           household.ended_at,
           (
               SELECT max(c.ended_at)
               FROM people_addresscardchild h JOIN people_addresscard c ON c.id = h.card_id
               WHERE h.student_id = s.id
           )
       ) AS card_ended_at,
       minded.missing_child_flag,
       chosen.choices,
       spell.schools,
       spell.ever_enrolled,
       EXISTS (
           SELECT FROM people_enrolment e WHERE e.student_id = s.id AND e.entered_on > %(on)s
             AND (e.left_on IS NULL OR e.left_on > e.entered_on)
       ) AS enters_later,
       spell.orders_known
FROM people_student s
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(e.school_id) FILTER (WHERE e.left_on IS NULL OR e.left_on >= %(on)s), '{}') AS schools,
           count(*) > 0 AS ever_enrolled,
           coalesce(bool_and(c.orders_entered_on IS NOT NULL AND c.orders_entered_on <= %(on)s), false) AS orders_known
    FROM people_enrolment e JOIN people_school c ON c.id = e.school_id
    WHERE e.student_id = s.id AND e.entered_on <= %(on)s
) spell
CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(kind = 'attends_postsecondary'), false) AS attends_postsecondary,
           coalesce(bool_or(kind = 'emancipated'), false) AS emancipated,
           coalesce(bool_or(kind = 'graduated'), false) AS graduated,
           coalesce(bool_or(kind = 'rights_passed'), false) AS rights_passed
    FROM people_milestone
    WHERE student_id = s.id AND from_on <= %(on)s AND (over_on IS NULL OR over_on > %(on)s)
) reached
CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(kind = 'homeless'), false) AS homeless,
           coalesce(bool_or(kind = 'safe_at_home'), false) AS safe_at_home,
           coalesce(bool_or(kind = 'missing_child_flag'), false) AS missing_child_flag
    FROM people_circumstance
    WHERE student_id = s.id AND from_on <= %(on)s AND (over_on IS NULL OR over_on > %(on)s)
) minded
CROSS JOIN LATERAL (
    -- Noted of them, or of another child of one of their parents: the file may say where that family lives, whoever of
    -- the children was noted.
    SELECT coalesce(bool_or(noted.awaited), false) AS awaits_card, max(noted.ended_at) AS ended_at
    FROM (
        SELECT s.id AS student_id
        UNION ALL
        SELECT theirs.student_id
        FROM people_relationship mine
        JOIN people_relationship theirs ON theirs.contact_id = mine.contact_id
        WHERE mine.student_id = s.id AND theirs.student_id <> s.id
          AND mine.standing <> 'refuted' AND mine.kind IN ('parent', 'guardian', 'stepparent')
          AND theirs.standing <> 'refuted' AND theirs.kind IN ('parent', 'guardian', 'stepparent')
    ) child
    JOIN noted ON noted.student_id = child.student_id
    WHERE EXISTS (SELECT FROM noted)
) household
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT kind ORDER BY kind), '{}') AS choices
    FROM people_familychoice
    WHERE student_id = s.id AND chosen_on <= %(on)s AND (withdrawn_on IS NULL OR withdrawn_on > %(on)s)
) chosen
WHERE s.id = ANY(%(students)s::uuid[])
ORDER BY s.id
