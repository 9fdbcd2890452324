-- Who has legal custody of these students on one day, by a relationship that the office has verified: a row for each.
SELECT r.student_id AS student, r.contact_id AS contact
FROM people_relationship r
CROSS JOIN LATERAL (
    SELECT legal_custody
    FROM people_custody
    WHERE relationship_id = r.id
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    ORDER BY from_on DESC NULLS LAST
    LIMIT 1
) c
WHERE r.student_id = ANY(%(students)s::uuid[])
  AND r.standing = 'verified' AND (r.verified_on IS NULL OR r.verified_on <= %(on)s)
  AND c.legal_custody
  AND NOT EXISTS (SELECT FROM people_custody t
                  WHERE t.relationship_id = r.id AND t.rights_terminated
                    AND (t.from_on IS NULL OR t.from_on <= %(on)s) AND (t.to_on IS NULL OR t.to_on >= %(on)s))
