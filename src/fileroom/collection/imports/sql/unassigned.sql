-- Assignments a roster brought and this one no longer does, of employees it names and of those who are absent from it.
-- Those made by hand stay; and those of whoever waits because a file switched many off.
UPDATE people_assignment t SET to_on = greatest(%(on)s::date - 1, t.from_on)
FROM collection_importedassignment i
WHERE i.assignment_id = t.id
  AND t.employee_id IN (
      SELECT e.id FROM people_employee e JOIN bundle_users b ON b.source_id = e.source_id WHERE NOT b.ended
      UNION ALL
      SELECT employee_id FROM collection_absence WHERE state = 'waiting' AND sign = 'absent' AND employee_id IS NOT NULL)
  AND (t.to_on IS NULL OR t.to_on >= %(on)s) AND (t.from_on IS NULL OR t.from_on < %(on)s)
  AND NOT EXISTS (
      SELECT FROM bundle_assignment b
      WHERE b.employee_id = t.employee_id AND b.school_id = t.school_id AND b.role = t.role)
