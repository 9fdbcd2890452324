-- Assignments a roster brought and this one no longer does, of employees it names. Those made by hand stay.
UPDATE people_assignment t SET to_on = greatest(%(on)s::date - 1, t.from_on)
FROM collection_importedassignment i, people_employee e, bundle_users b
WHERE i.assignment_id = t.id AND e.id = t.employee_id AND b.source_id = e.source_id AND NOT b.ended
  AND (t.to_on IS NULL OR t.to_on >= %(on)s) AND (t.from_on IS NULL OR t.from_on < %(on)s)
  AND NOT EXISTS (
      SELECT FROM bundle_assignment b
      WHERE b.employee_id = t.employee_id AND b.school_id = t.school_id AND b.role = t.role)
