-- The first statement of an act about students. Those who look at a student go together, and whoever changes who may
-- look goes alone, until their transaction ends. Each statement after this one reads what is committed when it begins, so
-- what is asked of the student from here on is as it will be until then. (What was asked before is of before the wait,
-- and so would be what this statement itself read: it reads nothing.) A lock on the student's row would do that too, and
-- be in the way of every roster, whose one transaction changes students for minutes. Locks are taken as the sorted rows
-- come (PostgreSQL works out what is volatile after it sorts), so two who take several wait in a row, not in a circle.
SELECT CASE %(touch)s
           WHEN 'looks' THEN pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' student ' || s.id, 0))
           WHEN 'changes' THEN pg_advisory_xact_lock(hashtextextended(current_schema() || ' student ' || s.id, 0))
       END AS taken,
       -- A list of many students takes no lock on each: who changes one waits for a list in the making, or it for them.
       CASE WHEN %(touch)s = 'changes'
            THEN pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' lists', 0)) END AS no_list_meanwhile
FROM people_student s
WHERE s.id = ANY(%(students)s::uuid[])
ORDER BY s.id
