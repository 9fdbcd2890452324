-- Whoever is named again no longer waits; what an employee had settled about an absence is over when the person is back.
UPDATE collection_absence a SET state = 'returned'
WHERE a.state IN ('waiting', 'settled') AND EXISTS (
    SELECT FROM bundle_users b
    LEFT JOIN people_student s ON s.source_id = b.source_id
    LEFT JOIN people_employee e ON e.source_id = b.source_id
    LEFT JOIN people_contact c ON c.source_id = b.source_id
    WHERE NOT b.ended AND (s.id = a.student_id OR e.id = a.employee_id OR c.id = a.contact_id)
)
