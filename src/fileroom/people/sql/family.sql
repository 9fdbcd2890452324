-- A contact towards one student on one day: the relation (none, where the file has no tie), the custody rows that
-- hold, and the orders that may bind.
-- An order binds whom it restrains. Past its end and not lifted, or with nobody named as restrained, it is in doubt
-- for everyone but the person it protects: an end gives nothing back by itself, and counsel looks first. One person may
-- stand on the file under two rows: `restrained` are the names of whom such orders bind under another row than this.
WITH named AS (
    SELECT o.kind,
           o.restrained_id,
           o.kind = ANY(%(binding)s) AS binds_somebody,
           o.protected_id IS NOT DISTINCT FROM %(contact)s AND o.protected_id IS NOT NULL AS protects,
           o.to_on IS NULL OR o.to_on >= %(on)s AS in_force
    FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
    WHERE n.student_id = %(student)s AND o.lifted_on IS NULL AND o.from_on <= %(on)s
)
SELECT r.kind,
       CASE WHEN r.standing = 'verified' AND r.verified_on > %(on)s THEN 'claimed' ELSE r.standing END AS standing,
       c.legal_custody,
       c.education_rights,
       (SELECT coalesce(bool_or(t.rights_terminated), false) FROM people_custody t
        WHERE t.relationship_id = r.id
          AND (t.from_on IS NULL OR t.from_on <= %(on)s) AND (t.to_on IS NULL OR t.to_on >= %(on)s)) AS rights_terminated,
       coalesce((SELECT array_agg(DISTINCT kind) FROM named
                 WHERE in_force AND (restrained_id = %(contact)s OR NOT binds_somebody)), '{}') AS orders,
       EXISTS (SELECT FROM named
               WHERE binds_somebody AND NOT protects
                 AND ((restrained_id = %(contact)s AND NOT in_force) OR restrained_id IS NULL)) AS in_doubt,
       coalesce((SELECT array_agg(DISTINCT concat_ws(' ', p.given, p.middle, p.family))
                 FROM named JOIN people_contact p ON p.id = named.restrained_id
                 WHERE binds_somebody AND NOT protects AND p.id <> %(contact)s), '{}') AS restrained,
       (SELECT concat_ws(' ', given, middle, family) FROM people_contact WHERE id = %(contact)s) AS name
FROM (SELECT 1) here
LEFT JOIN people_relationship r ON r.student_id = %(student)s AND r.contact_id = %(contact)s
LEFT JOIN LATERAL (
    SELECT legal_custody, education_rights
    FROM people_custody
    WHERE relationship_id = r.id
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    ORDER BY from_on DESC NULLS LAST
    LIMIT 1
) c ON true
