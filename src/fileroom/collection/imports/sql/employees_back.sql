-- An employee who left by a file is back by one that names them with their sign-in on. Who left by the word of the office
-- is back by the office's. Returns each absence, and what they held until then, where that was of late.
WITH back AS (
    UPDATE collection_absence a SET state = 'returned'
    FROM people_employee e JOIN bundle_users b ON b.source_id = e.source_id
    WHERE a.employee_id = e.id AND a.state = 'left'
      AND b.employee AND NOT b.ended AND lower(coalesce(b.enabled_user, '')) <> 'false'
    RETURNING a.id AS absence, e.id, b.row, CASE WHEN a.noticed_on >= %(on)s::date - %(days)s THEN a.ended END AS ended
), here AS (
    UPDATE people_employee e SET left_on = NULL FROM back WHERE back.id = e.id
), noted AS (
    INSERT INTO bundle_outcome SELECT 'users', row, 'changed' FROM back
)
SELECT absence, ended FROM back
