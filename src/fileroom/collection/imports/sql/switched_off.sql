-- Some systems close an employee by switching the sign-in off and by another name at once. The one whose id it is has left,
-- and under the name that stands here: nobody takes it over by a row that is switched off, nor by the next one.
UPDATE bundle_users b SET given_name = NULL, middle_name = NULL, family_name = NULL, email = NULL
FROM people_employee t
WHERE t.source_id = b.source_id AND b.employee AND NOT b.student AND NOT b.ended AND lower(b.enabled_user) = 'false'
  AND (lower(b.given_name) <> lower(t.given) OR lower(b.family_name) <> lower(t.family))
  AND NOT (t.email <> '' AND lower(coalesce(b.email, '')) = lower(t.email))
