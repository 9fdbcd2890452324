-- Who has legal custody of these students on one day, or may have, by a relationship that the office has verified: a
-- row for each. `holds` is false where nobody has said; of whom it is said that they have none there is no row. Of a
-- student of whom the office has entered one who has it, and an order that one parent alone has it takes it from them,
-- there is no row at all (as in family.sql): whose home is the child's the two do not say alike.
SELECT student, contact, holds
FROM (
    SELECT r.student_id AS student, r.contact_id AS contact, coalesce(c.legal_custody, false) AS holds,
           bool_or(c.legal_custody IS TRUE AND EXISTS (
               SELECT FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
               WHERE n.student_id = r.student_id AND o.lifted_on IS NULL AND o.from_on <= %(on)s
                 AND coalesce(nullif(o.term, ''), o.kind) = ANY(%(of_one)s)
                 AND (o.restrained_id = r.contact_id OR o.protected_id <> r.contact_id
                      OR EXISTS (SELECT FROM people_ordernamesake w
                                 WHERE w.order_id = o.id AND w.contact_id = r.contact_id AND w.answer = 'yes'))
                 AND (o.to_on IS NULL OR o.to_on >= %(on)s OR coalesce(c.from_on <= o.to_on, true))
           )) OVER (PARTITION BY r.student_id) AS disputed
    FROM people_relationship r
    LEFT JOIN LATERAL (
        SELECT legal_custody, from_on
        FROM people_custody
        WHERE relationship_id = r.id AND (legal_custody IS NOT NULL OR paper = 'nothing_shown')
          AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
        ORDER BY entered_at DESC NULLS LAST, from_on DESC NULLS LAST
        LIMIT 1
    ) c ON true
    WHERE r.student_id = ANY(%(students)s::uuid[])
      AND r.standing = 'verified' AND r.verified_on <= %(on)s
      AND c.legal_custody IS NOT FALSE
      AND NOT EXISTS (SELECT FROM people_custody t
                      WHERE t.relationship_id = r.id AND t.rights_terminated
                        AND (t.from_on IS NULL OR t.from_on <= %(on)s) AND (t.to_on IS NULL OR t.to_on >= %(on)s))
) them
WHERE NOT disputed
