-- Rows of people whose records this import filed.
WITH filed AS (
    SELECT r.student_id, r.about FROM records_version v JOIN records_record r ON r.id = v.record_id
    WHERE v.made_at = %(at)s AND r.item = %(item)s AND r.origin = %(origin)s
)
INSERT INTO bundle_outcome
SELECT 'users', b.row, 'changed'
FROM filed JOIN people_student s ON s.id = filed.student_id JOIN bundle_users b ON b.source_id = s.source_id
WHERE filed.about IS NULL
UNION ALL
SELECT 'users', b.row, 'changed'
FROM filed JOIN people_contact c ON c.id = filed.about JOIN bundle_users b ON b.source_id = c.source_id
