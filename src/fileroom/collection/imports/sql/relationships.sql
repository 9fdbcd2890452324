-- Whoever a student's row names as agent, or who names the student, claims a relationship: not to a student whose own
-- row was set aside, for its id may mean another child; nor to whom the id is another's. A claim gives no right; a relationship that is here already,
-- verified, refuted or claimed, is left as it is.
WITH agent AS MATERIALIZED (
    SELECT b.row, b.student, b.contact, b.source_id, agent.source_id AS agent_source_id
    FROM bundle_users b, unnest(regexp_split_to_array(b.agent_source_ids, '\s*,\s*')) AS agent (source_id)
    WHERE NOT b.ended
), pair AS (
    SELECT agent.row, s.id AS student_id, c.id AS contact_id, c.source_id AS contact_source_id
    FROM agent
    JOIN people_student s ON s.source_id = agent.source_id
    JOIN people_contact c ON c.source_id = agent.agent_source_id
    WHERE agent.student
    AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'another_person' AND a.source_id = c.source_id)
    UNION ALL
    SELECT agent.row, s.id, c.id, c.source_id
    FROM agent
    JOIN people_student s ON s.source_id = agent.agent_source_id
    JOIN people_contact c ON c.source_id = agent.source_id
    WHERE agent.contact
    AND NOT EXISTS (SELECT FROM bundle_aside a WHERE a.file = 'users' AND a.source_id = s.source_id)
), kind AS (
    SELECT DISTINCT ON (user_source_id) user_source_id, role FROM bundle_place
    WHERE role IN ('parent', 'guardian', 'relative')
    ORDER BY user_source_id, array_position(ARRAY['parent', 'guardian', 'relative'], role)
), new AS (
    INSERT INTO people_relationship (id, student_id, contact_id, kind, standing, verified_how)
    SELECT DISTINCT ON (pair.student_id, pair.contact_id) gen_random_uuid(), pair.student_id, pair.contact_id,
           coalesce(kind.role, 'other'), 'claimed', ''
    FROM pair LEFT JOIN kind ON kind.user_source_id = pair.contact_source_id
    ON CONFLICT (student_id, contact_id) DO NOTHING
    RETURNING student_id, contact_id
)
INSERT INTO bundle_outcome
SELECT 'users', pair.row, 'changed' FROM new JOIN pair USING (student_id, contact_id)
