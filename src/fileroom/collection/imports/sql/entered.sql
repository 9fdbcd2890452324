-- New spells. After one that an employee ended, only what began later is a new spell: a slow sender reopens nothing.
WITH new AS (
    INSERT INTO people_enrolment (id, student_id, school_id, entered_on)
    SELECT gen_random_uuid(), w.student_id, w.school_id, coalesce(w.begin_on, (
        SELECT t.from_on FROM people_term t
        WHERE (t.school_id IS NULL OR t.school_id = w.school_id) AND t.from_on <= %(on)s
        ORDER BY t.to_on >= %(on)s DESC, t.to_on - t.from_on DESC, t.from_on DESC LIMIT 1
    ), %(on)s)
    FROM bundle_spell w
    WHERE NOT EXISTS (
        SELECT FROM people_enrolment e
        WHERE e.student_id = w.student_id AND e.school_id = w.school_id
          AND (e.left_on IS NULL OR w.begin_on IS NULL OR e.left_on >= w.begin_on))
    RETURNING student_id, school_id
)
INSERT INTO bundle_outcome
SELECT w.file, w.row, CASE w.file WHEN 'roles' THEN 'new' ELSE 'changed' END
FROM new JOIN bundle_spell w USING (student_id, school_id)
