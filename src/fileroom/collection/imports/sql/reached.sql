-- Whom the rows of users are about: the student, or each student of a contact, once for every child.
SELECT s.id AS student, NULL::uuid AS about, b.row
FROM bundle_users b JOIN people_student s ON s.source_id = b.source_id
WHERE b.student AND NOT b.ended AND b.row = ANY(%(rows)s::int[])
UNION ALL
SELECT r.student_id, c.id, b.row
FROM bundle_users b
JOIN people_contact c ON c.source_id = b.source_id
JOIN people_relationship r ON r.contact_id = c.id AND r.standing <> 'refuted'
WHERE b.contact AND NOT b.ended AND b.row = ANY(%(rows)s::int[])
