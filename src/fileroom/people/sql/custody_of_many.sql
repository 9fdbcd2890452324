-- Who has legal custody of these students on one day, or may have, by a relationship that the office has verified: a row
-- for each. `holds` is false where nobody has said; of whom it is said that they have none there is no row.
SELECT r.student_id AS student, r.contact_id AS contact, coalesce(c.legal_custody, false) AS holds
FROM people_relationship r
LEFT JOIN LATERAL (
    SELECT legal_custody
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
