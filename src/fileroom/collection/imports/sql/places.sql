-- Who is what, where, from and to which day: `users` says it in release 1.1, `roles` in 1.2. An org that is no school
-- gives a place without a school.
INSERT INTO bundle_place (file, row, user_source_id, role, school_id, from_on, to_on)
SELECT p.file, p.row, p.user_source_id, lower(p.role) AS role, school.id AS school_id, p.from_on, p.to_on
FROM (
    SELECT 'users' AS file, b.row, b.source_id AS user_source_id, b.role, org.source_id AS org_source_id,
           NULL::date AS from_on, NULL::date AS to_on
    FROM bundle_users b, unnest(regexp_split_to_array(b.org_source_ids, '\s*,\s*')) AS org (source_id)
    WHERE NOT b.ended AND b.role IS NOT NULL
    UNION ALL
    SELECT 'roles', b.row, b.user_source_id, b.role, b.org_source_id, b.begin_date,
           CASE WHEN b.end_date IS NOT NULL THEN greatest(b.end_date - 1, b.begin_date) END
    FROM bundle_roles b WHERE NOT b.ended
) p
LEFT JOIN people_school school ON school.source_id = p.org_source_id;
-- A person who is new here is new in each of these rows.
INSERT INTO bundle_outcome
SELECT 'roles', b.row, 'new'
FROM bundle_roles b
JOIN bundle_users u ON u.source_id = b.user_source_id
JOIN bundle_outcome o ON o.file = 'users' AND o.row = u.row AND o.what = 'new'
