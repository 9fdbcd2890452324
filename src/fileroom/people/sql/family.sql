-- Contacts towards students on one day, a row for each pair of the two arrays: the relation (none, where the file has no
-- tie), the custody rows that hold, and the orders that may bind. A row that leaves a column empty says nothing of it,
-- but where nothing was shown: that takes back.
-- An order binds whom it restrains. Past its end and not lifted, with nobody named as restrained, or said by a list that
-- nobody has agreed to (claimed), it is in doubt for everyone but the person it protects: an end gives nothing back by
-- itself, and counsel looks first. One person may
-- stand on the file under two rows: `restrained` are the names of whom such orders bind under another row than this,
-- but for a row of which who keeps the order has said that it is somebody else; one of which it was said that it is the
-- same person is bound as the row that the order names (people_ordernamesake), and its name is one of theirs. Of a row
-- of another name that has the same mailbox it is in doubt until that is said; but not where a verified tie of another
-- given name shares the mailbox of a card alone.
-- The same of who is kept from collecting the child (kept, kept_in_doubt, kept_names), by the sentences that keep.
-- That one parent alone has custody is a finding for whom the order protects (alone), and takes it from whom it names
-- and, where it names the one it protects, from all others: whatever the office has entered, until it is lifted, or
-- past its end has entered a paper of after that (takes, denied). Where it takes it from nobody, who has custody by
-- what the office has entered is spared. It is listed for nobody whom it spares, and keeps from the child all others;
-- whoever may be another row of whom it names has none (denied_names). Of an order that limits the education rights of
-- a parent no entry of the office gives them back (limited).
SELECT pair.contact_id AS contact,
       pair.student_id AS student,
       r.kind,
       CASE WHEN r.standing = 'verified' AND r.verified_on > %(on)s THEN 'claimed' ELSE r.standing END AS standing,
       CASE WHEN o.denied THEN false ELSE coalesce(c.legal_custody, o.alone) END AS legal_custody,
       CASE WHEN o.limited AND e.entered_at IS NOT NULL THEN false ELSE e.education_rights END AS education_rights,
       (SELECT coalesce(bool_or(t.rights_terminated), false) FROM people_custody t
        WHERE t.relationship_id = r.id
          AND (t.from_on IS NULL OR t.from_on <= %(on)s) AND (t.to_on IS NULL OR t.to_on >= %(on)s)) AS rights_terminated,
       o.orders,
       o.in_doubt,
       o.restrained,
       o.kept,
       o.kept_in_doubt,
       o.kept_names,
       o.denied_names,
       (SELECT concat_ws(' ', given, middle, family) FROM people_contact WHERE id = pair.contact_id) AS name
FROM unnest(%(contacts)s::uuid[], %(students)s::uuid[]) AS pair(contact_id, student_id)
LEFT JOIN people_relationship r ON r.student_id = pair.student_id AND r.contact_id = pair.contact_id
LEFT JOIN LATERAL (
    SELECT legal_custody, from_on
    FROM people_custody
    WHERE relationship_id = r.id AND (legal_custody IS NOT NULL OR paper = 'nothing_shown')
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    ORDER BY entered_at DESC NULLS LAST, from_on DESC NULLS LAST
    LIMIT 1
) c ON true
LEFT JOIN LATERAL (
    SELECT education_rights, entered_at
    FROM people_custody
    WHERE relationship_id = r.id AND (education_rights IS NOT NULL OR paper = 'nothing_shown')
      AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
    ORDER BY entered_at DESC NULLS LAST, from_on DESC NULLS LAST
    LIMIT 1
) e ON true
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT kind)
                    FILTER (WHERE in_force AND NOT spares
                                  AND (names OR NOT binds_somebody)), '{}') AS orders,
           coalesce(bool_or(binds_somebody AND NOT protects
                            AND ((names AND NOT in_force) OR restrained_id IS NULL OR has_his_mailbox)), false)
               AS in_doubt,
           coalesce(array_agg(DISTINCT whom.name)
                    FILTER (WHERE binds_somebody AND NOT protects AND is_another), '{}')
               AS restrained,
           coalesce(bool_or(keeps_some_day AND NOT collects_today AND names AND in_force), false)
               AS kept,
           coalesce(bool_or(keeps_some_day AND NOT protects
                            AND ((names AND NOT in_force) OR restrained_id IS NULL OR has_his_mailbox)), false)
               AS kept_in_doubt,
           coalesce(array_agg(DISTINCT whom.name)
                    FILTER (WHERE (keeps_some_day OR of_one) AND NOT protects AND is_another), '{}')
               AS kept_names,
           coalesce(array_agg(DISTINCT whom.name)
                    FILTER (WHERE of_one AND NOT protects AND is_another), '{}')
               AS denied_names,
           coalesce(bool_or(takes), false) AS denied,
           nullif(bool_or(of_one AND in_force AND protects AND NOT claimed), false) AS alone,
           coalesce(bool_or(names AND kind = ANY(%(limiting)s)), false) AS limited
    FROM (
        SELECT it.*,
               says = ANY(%(keeping)s) OR (of_one AND NOT spares) AS keeps_some_day
        FROM (
            SELECT o.id AS order_id,
                   o.kind,
                   o.restrained_id,
                   o.claimed,
                   s.says,
                   s.of_one,
                   s.in_force,
                   s.names,
                   o.restrained_id IS NOT NULL AND NOT s.names AND w.answer IS DISTINCT FROM 'no' AS is_another,
                   s.protects,
                   w.answer = '' AND (
                       'mailbox' = ANY(g.grounds)
                       OR ('shared' = ANY(g.grounds)
                           AND NOT coalesce(r.standing = 'verified' AND r.verified_on <= %(on)s, false))
                   ) AS has_his_mailbox,
                   k.takes,
                   o.kind = ANY(%(binding)s) AS binds_somebody,
                   s.of_one AND (s.protects OR (c.legal_custody IS TRUE AND NOT k.takes)) AS spares,
                   position(extract(isodow FROM %(on)s::date)::text IN o.collects_on) > 0 AS collects_today
            FROM people_courtorder o JOIN people_courtorderchild n ON n.order_id = o.id
            LEFT JOIN people_ordernamesake w ON w.order_id = o.id AND w.contact_id = pair.contact_id
            CROSS JOIN LATERAL (SELECT string_to_array(w.grounds, ' ') AS grounds) g
            CROSS JOIN LATERAL (SELECT coalesce(nullif(o.term, ''), o.kind) AS says) t
            CROSS JOIN LATERAL (
                SELECT t.says,
                       t.says = ANY(%(of_one)s) AS of_one,
                       o.restrained_id IS NOT DISTINCT FROM pair.contact_id
                           OR w.answer IS NOT DISTINCT FROM 'yes' AS names,
                       o.protected_id IS NOT DISTINCT FROM pair.contact_id AS protects,
                       (o.to_on IS NULL OR o.to_on >= %(on)s)
                           AND NOT (o.claimed AND (o.kind = ANY(%(binding)s) OR t.says = ANY(%(keeping)s))) AS in_force
            ) s
            CROSS JOIN LATERAL (
                SELECT s.of_one AND (s.names OR (o.protected_id IS NOT NULL AND NOT s.protects))
                           AND (s.in_force OR coalesce(c.from_on <= o.to_on, true)) AS takes
            ) k
            WHERE n.student_id = pair.student_id AND o.lifted_on IS NULL AND o.from_on <= %(on)s
        ) it
    ) named LEFT JOIN LATERAL (
        -- The names of whom it binds: of the row that it names, and of each that was said to be the same.
        SELECT concat_ws(' ', p.given, p.middle, p.family) FROM people_contact p
        WHERE p.id = named.restrained_id
        UNION
        SELECT concat_ws(' ', p.given, p.middle, p.family)
        FROM people_ordernamesake y JOIN people_contact p ON p.id = y.contact_id
        WHERE y.order_id = named.order_id AND y.answer = 'yes'
        UNION
        SELECT concat_ws(' ', m.given, m.family)
        FROM people_ordernamesake y JOIN people_employee m ON m.id = y.employee_id
        WHERE y.order_id = named.order_id AND y.answer = 'yes'
    ) whom(name) ON named.is_another
) o
