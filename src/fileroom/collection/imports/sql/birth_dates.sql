-- Birth dates of students. A file that gives none leaves the one that is here.
WITH changed AS (
    UPDATE people_student s SET birth_on = b.birth_date
    FROM bundle_demographics b
    WHERE s.source_id = b.source_id AND b.birth_date IS DISTINCT FROM s.birth_on AND b.birth_date IS NOT NULL
    RETURNING b.row
)
INSERT INTO bundle_outcome SELECT 'demographics', row, 'changed' FROM changed;
INSERT INTO bundle_outcome
SELECT 'demographics', b.row, 'new'
FROM bundle_demographics b
JOIN bundle_users u ON u.source_id = b.source_id
JOIN bundle_outcome o ON o.file = 'users' AND o.row = u.row AND o.what = 'new'
