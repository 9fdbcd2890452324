-- What the bundle says under the ids of people who are others here. That one of them is restricted is asked about all
-- the same; nothing else of it is taken, and nobody and no place of it is absent.
WITH people AS (
    DELETE FROM bundle_users WHERE source_id = ANY(%(people)s::text[]) RETURNING row, source_id
), roles AS (
    DELETE FROM bundle_roles WHERE user_source_id = ANY(%(people)s::text[]) RETURNING row
), births AS (
    DELETE FROM bundle_demographics WHERE source_id = ANY(%(people)s::text[]) RETURNING row
), seats AS (
    DELETE FROM bundle_enrollments WHERE user_source_id = ANY(%(people)s::text[]) RETURNING row, source_id
), said AS (
    UPDATE bundle_relationship SET named = false
    WHERE restricted AND (student_source_id = ANY(%(people)s::text[]) OR contact_source_id = ANY(%(people)s::text[]))
    RETURNING row
), claims AS (
    DELETE FROM bundle_relationship
    WHERE restricted IS NOT TRUE
      AND (student_source_id = ANY(%(people)s::text[]) OR contact_source_id = ANY(%(people)s::text[]))
    RETURNING row
), aside AS (
    INSERT INTO bundle_aside (file, source_id)
    SELECT 'users', source_id FROM people UNION ALL SELECT 'another_person', source_id FROM people
    UNION ALL SELECT 'enrollments', source_id FROM seats
)
SELECT 'users' AS file, row FROM people UNION SELECT 'roles', row FROM roles UNION SELECT 'demographics', row FROM births
UNION SELECT 'enrollments', row FROM seats UNION SELECT 'relationships', row FROM said
UNION SELECT 'relationships', row FROM claims
