-- Whom a record of its own relates to a student claims it, no more; a relationship that is here already is left as it is.
WITH pair AS (
    SELECT b.row, s.id AS student_id, c.id AS contact_id, b.kind
    FROM bundle_relationship b
    JOIN people_student s ON s.source_id = b.student_source_id
    JOIN people_contact c ON c.source_id = b.contact_source_id
    WHERE b.named
), new AS (
    INSERT INTO people_relationship (id, student_id, contact_id, kind, standing, verified_how)
    SELECT DISTINCT ON (student_id, contact_id) gen_random_uuid(), student_id, contact_id, kind, 'claimed', ''
    FROM pair ORDER BY student_id, contact_id, row
    ON CONFLICT (student_id, contact_id) DO NOTHING
    RETURNING student_id, contact_id
)
INSERT INTO bundle_outcome
SELECT 'relationships', pair.row, 'new' FROM new JOIN pair USING (student_id, contact_id);
-- The file says that a contact is restricted, and not by what: an order may exist, and a person asks, in a record set aside
-- too. Once for each pair; and again, under another id, where it was asked about, and lifted since.
UPDATE collection_possibleorder o SET state = 'lifted'
FROM people_student s, people_contact c
WHERE s.id = o.student_id AND c.id = o.contact_id AND o.state = 'settled'
  AND EXISTS (SELECT FROM bundle_relationship b WHERE b.student_source_id = s.source_id
              AND b.contact_source_id = c.source_id AND b.restricted IS NOT NULL)
  AND NOT EXISTS (SELECT FROM bundle_relationship b WHERE b.student_source_id = s.source_id
                  AND b.contact_source_id = c.source_id AND b.restricted);
INSERT INTO collection_possibleorder (id, student_id, contact_id, noticed_on, state, rows_said)
SELECT DISTINCT ON (s.id, c.id) gen_random_uuid(), s.id, c.id, %(on)s, 'waiting', '[]'::jsonb
FROM bundle_relationship b
JOIN people_student s ON s.source_id = b.student_source_id
JOIN people_contact c ON c.source_id = b.contact_source_id
WHERE b.restricted
ON CONFLICT (student_id, contact_id) DO UPDATE
SET id = EXCLUDED.id, state = 'waiting', noticed_on = EXCLUDED.noticed_on, settled_on = NULL, settled_by = NULL
WHERE collection_possibleorder.state = 'lifted'
