-- A term belongs to the one school whose classes, or whose shorter terms, lie in it; to the district where several do.
WITH RECURSIVE used AS (
    (SELECT term_id AS term, school_id AS school FROM people_section WHERE term_id IS NOT NULL
     UNION
     SELECT t.id, school.id
     FROM bundle_classes c, unnest(regexp_split_to_array(c.term_source_ids, '\s*,\s*')) AS named (source_id)
     JOIN people_term t ON t.source_id = named.source_id, people_school school
     WHERE school.source_id = c.school_source_id)
    UNION
    SELECT above.id, used.school
    FROM used
    JOIN people_term below ON below.id = used.term
    JOIN bundle_academic_sessions b ON b.source_id = below.source_id
    JOIN people_term above ON above.source_id = b.parent_source_id
), one AS (
    SELECT term, (array_agg(school))[1] AS school FROM used GROUP BY term HAVING count(DISTINCT school) = 1
), told AS (
    SELECT t.id, one.school
    FROM bundle_academic_sessions b JOIN people_term t ON t.source_id = b.source_id LEFT JOIN one ON one.term = t.id
)
UPDATE people_term t SET school_id = told.school
FROM told WHERE told.id = t.id AND t.school_id IS DISTINCT FROM told.school
