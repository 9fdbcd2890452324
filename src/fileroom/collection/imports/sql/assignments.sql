-- What employees do at a school. A role that would reach every school is not taken from a file, nor any of whoever has
-- left, or runs the systems today or from a later day: no role of theirs opens a file.
INSERT INTO bundle_assignment (id, employee_id, school_id, role, file, row, from_on, to_on)
SELECT DISTINCT ON (e.id, p.school_id, p.role) gen_random_uuid() AS id, e.id AS employee_id, p.school_id,
       CASE p.role WHEN 'siteadministrator' THEN 'administrator' ELSE p.role END AS role,
       p.file, p.row, p.from_on, p.to_on
FROM bundle_place p JOIN people_employee e ON e.source_id = p.user_source_id
WHERE p.school_id IS NOT NULL
  AND p.role IN ('administrator', 'aide', 'counselor', 'principal', 'siteadministrator', 'teacher')
ORDER BY e.id, p.school_id, p.role, p.from_on;
DELETE FROM bundle_assignment b USING people_employee e WHERE e.id = b.employee_id AND e.left_on IS NOT NULL;
DELETE FROM bundle_assignment b USING people_assignment t
WHERE t.employee_id = b.employee_id AND t.role = 'it_lead' AND (t.to_on IS NULL OR t.to_on >= %(on)s);

WITH changed AS (
    UPDATE people_assignment t SET from_on = b.from_on, to_on = b.to_on
    FROM bundle_assignment b, collection_importedassignment i
    WHERE i.assignment_id = t.id AND t.employee_id = b.employee_id AND t.school_id = b.school_id AND t.role = b.role
      AND (t.from_on, t.to_on) IS DISTINCT FROM (b.from_on, b.to_on)
    RETURNING b.file, b.row
)
INSERT INTO bundle_outcome SELECT file, row, 'changed' FROM changed;

WITH new AS (
    INSERT INTO people_assignment (id, employee_id, school_id, role, from_on, to_on)
    SELECT b.id, b.employee_id, b.school_id, b.role, b.from_on, b.to_on FROM bundle_assignment b
    WHERE NOT EXISTS (
        SELECT FROM people_assignment t
        WHERE t.employee_id = b.employee_id AND t.school_id = b.school_id AND t.role = b.role
          AND (t.to_on IS NULL OR EXISTS (SELECT FROM collection_importedassignment i WHERE i.assignment_id = t.id)))
    RETURNING id
), marked AS (
    INSERT INTO collection_importedassignment (assignment_id) SELECT id FROM new RETURNING assignment_id
)
INSERT INTO bundle_outcome
SELECT b.file, b.row, CASE b.file WHEN 'roles' THEN 'new' ELSE 'changed' END
FROM marked JOIN bundle_assignment b ON b.id = marked.assignment_id
