-- Where students are enrolled now: the school, the bundle's row, and the earliest day a class of theirs began there.
INSERT INTO bundle_spell (student_id, school_id, file, row, begin_on)
SELECT DISTINCT ON (s.id, p.school_id) s.id AS student_id, p.school_id, p.file, p.row,
       coalesce(p.from_on, begun.begin_on) AS begin_on
FROM bundle_place p
JOIN people_student s ON s.source_id = p.user_source_id
LEFT JOIN (
    SELECT b.user_source_id, section.school_id, min(b.begin_date) AS begin_on
    FROM bundle_enrollments b JOIN people_section section ON section.source_id = b.class_source_id
    WHERE lower(b.role) = 'student' GROUP BY b.user_source_id, section.school_id
) begun ON begun.user_source_id = p.user_source_id AND begun.school_id = p.school_id
WHERE p.role = 'student' AND p.school_id IS NOT NULL AND (p.to_on IS NULL OR p.to_on >= %(on)s)
ORDER BY s.id, p.school_id, p.from_on NULLS LAST
