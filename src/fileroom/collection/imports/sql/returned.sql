-- Whoever is named again no longer waits; what the office had said of an absence is over when the person is back. An
-- employee or a student of whom it has said that they left is not back because a slow sender goes on naming them. A
-- student whom the file named elsewhere, or gave a last day, is back where it names them at the same school.
UPDATE collection_absence a SET state = 'returned'
WHERE a.state IN ('waiting', 'settled') AND a.sign IN ('absent', 'off') AND EXISTS (
    SELECT FROM bundle_users b
    LEFT JOIN people_student s ON s.source_id = b.source_id
    LEFT JOIN people_employee e ON e.source_id = b.source_id
         AND e.left_on IS NULL AND lower(coalesce(b.enabled_user, '')) <> 'false'
    LEFT JOIN people_contact c ON c.source_id = b.source_id
    WHERE NOT b.ended AND (s.id = a.student_id AND NOT EXISTS (
        SELECT FROM people_enrolment l WHERE l.id = a.enrolment_id AND a.state = 'settled' AND l.left_by = 'office'
    ) OR e.id = a.employee_id OR c.id = a.contact_id)
);
UPDATE collection_absence a SET state = 'returned'
FROM people_enrolment e JOIN bundle_spell w ON w.student_id = e.student_id AND w.school_id = e.school_id
WHERE a.enrolment_id = e.id AND a.state IN ('waiting', 'settled') AND a.sign IN ('elsewhere', 'exit')
  AND (a.state = 'waiting' OR e.left_by IS DISTINCT FROM 'office')
