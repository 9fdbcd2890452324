-- A school that was registered from the state's list becomes the roster's own, by its code. Where the roster has had the
-- school all along, without a code, the code is the roster's to give: the list's row lets it go.
UPDATE people_school s SET cds_code = NULL
FROM bundle_orgs b
WHERE lower(b.type) = 'school' AND NOT b.ended AND b.identifier = s.cds_code AND s.source_id = 'cds:' || s.cds_code
  AND EXISTS (SELECT FROM people_school o WHERE o.source_id = b.source_id);
UPDATE people_school s SET source_id = b.source_id
FROM bundle_orgs b
WHERE lower(b.type) = 'school' AND NOT b.ended AND b.identifier = s.cds_code AND s.source_id = 'cds:' || s.cds_code
