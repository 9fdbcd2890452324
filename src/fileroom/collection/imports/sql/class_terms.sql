-- The one term of each class: the term it names; where it names several, the shortest that spans them all, or none.
INSERT INTO bundle_class_term (row, term_id)
WITH named AS (
    SELECT DISTINCT school_source_id, term_source_ids, regexp_split_to_array(term_source_ids, '\s*,\s*') AS ids
    FROM bundle_classes
), span AS (
    SELECT n.*, min(t.from_on) AS from_on, max(t.to_on) AS to_on
    FROM named n JOIN people_term t ON t.source_id = ANY(n.ids)
    GROUP BY n.school_source_id, n.term_source_ids, n.ids
), chosen AS (
    SELECT DISTINCT ON (s.school_source_id, s.term_source_ids) s.school_source_id, s.term_source_ids, t.id
    FROM span s
    JOIN people_school school ON school.source_id = s.school_source_id
    JOIN people_term t ON t.from_on <= s.from_on AND t.to_on >= s.to_on
         AND (t.source_id = ANY(s.ids) OR cardinality(s.ids) > 1 AND (t.school_id IS NULL OR t.school_id = school.id))
    ORDER BY s.school_source_id, s.term_source_ids, t.source_id = ANY(s.ids) DESC, t.to_on - t.from_on, t.source_id
)
SELECT c.row, chosen.id AS term_id
FROM bundle_classes c JOIN chosen USING (school_source_id, term_source_ids)
