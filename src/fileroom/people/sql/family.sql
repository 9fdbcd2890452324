-- A contact towards one student on one day: the relation, the custody that holds, and the orders that name both.
SELECT r.kind,
       r.standing,
       c.legal_custody,
       c.education_rights,
       c.rights_terminated,
       coalesce((SELECT array_agg(DISTINCT o.kind)
                 FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
                 WHERE n.student_id = %(student)s AND o.lifted_on IS NULL
                   AND o.from_on <= %(on)s AND (o.to_on IS NULL OR o.to_on >= %(on)s)), '{}') AS orders,
       (SELECT array_agg(o.to_on IS NULL OR o.to_on >= %(on)s)
        FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
        WHERE n.student_id = %(student)s AND o.restrained_id = %(contact)s AND o.lifted_on IS NULL
          AND o.kind = 'records_order_6323_5' AND o.from_on <= %(on)s) AS restraints_in_force
FROM (SELECT 1) here
LEFT JOIN people_relationship r ON r.student_id = %(student)s AND r.contact_id = %(contact)s
LEFT JOIN LATERAL (
    SELECT legal_custody, education_rights, rights_terminated
    FROM people_custody
    WHERE relationship_id = r.id
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    ORDER BY from_on DESC NULLS LAST
    LIMIT 1
) c ON true
