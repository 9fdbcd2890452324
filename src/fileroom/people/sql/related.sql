-- The contacts of students, by name, a row for each relationship: what the office has verified of it, and what is said on
-- one day of the custody and of the education rights. The first row that says anything of either is what holds of it;
-- where nothing was shown, that takes back what was said.
SELECT r.student_id AS student, r.id AS relationship, r.contact_id AS contact,
       concat_ws(' ', nullif(c.given, ''), nullif(c.middle, ''), nullif(c.family, '')) AS name,
       r.kind, r.standing, r.verified_on,
       (SELECT legal_custody FROM people_custody
        WHERE relationship_id = r.id AND (legal_custody IS NOT NULL OR paper = 'nothing_shown')
          AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
        ORDER BY entered_at DESC NULLS LAST, from_on DESC NULLS LAST
        LIMIT 1) AS legal_custody,
       (SELECT education_rights FROM people_custody
        WHERE relationship_id = r.id AND (education_rights IS NOT NULL OR paper = 'nothing_shown')
          AND (from_on IS NULL OR from_on <= %(on)s) AND (to_on IS NULL OR to_on >= %(on)s)
        ORDER BY entered_at DESC NULLS LAST, from_on DESC NULLS LAST
        LIMIT 1) AS education_rights
FROM people_relationship r
JOIN people_contact c ON c.id = r.contact_id
WHERE r.student_id = ANY(%(students)s::uuid[])
ORDER BY c.search_name
