-- Whoever is named again no longer waits; what the office had said of an absence is over when the person is back. An
-- employee of whom it has said that they left is not back because a slow sender goes on naming them.
UPDATE collection_absence a SET state = 'returned'
WHERE a.state IN ('waiting', 'settled') AND EXISTS (
    SELECT FROM bundle_users b
    LEFT JOIN people_student s ON s.source_id = b.source_id
    LEFT JOIN people_employee e ON e.source_id = b.source_id
         AND e.left_on IS NULL AND lower(coalesce(b.enabled_user, '')) <> 'false'
    LEFT JOIN people_contact c ON c.source_id = b.source_id
    WHERE NOT b.ended AND (s.id = a.student_id OR e.id = a.employee_id OR c.id = a.contact_id)
)
