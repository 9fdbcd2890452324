-- A file gives no class to an employee who has left. (To ask it of each row as it is written would mislead the planner:
-- of a table filled a moment ago it believes that next to nobody is still employed.)
DELETE FROM bundle_enrollments b USING people_employee e
WHERE e.source_id = b.user_source_id AND e.left_on IS NOT NULL AND lower(b.role) <> 'student'
