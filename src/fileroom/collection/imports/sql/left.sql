-- A few are ordinary: the enrolment ends on the day the file names, or on that on which it was noticed. Few is counted
-- for each school and sign, those with whom an import did so of late among them. Whoever waits leaves by a person's word
-- only. Returns the students who left.
WITH said AS (
    SELECT a.*, e.school_id FROM bundle_absent a JOIN people_enrolment e ON e.id = a.enrolment_id WHERE a.sign = %(sign)s
), enrolled AS (
    SELECT school_id, count(*) AS here FROM people_enrolment WHERE left_on IS NULL GROUP BY school_id
), lately AS (
    SELECT e.school_id, count(*) AS gone FROM collection_absence a JOIN people_enrolment e ON e.id = a.enrolment_id
    WHERE a.state = 'left' AND a.sign = %(sign)s AND a.noticed_on > %(on)s::date - %(days)s GROUP BY e.school_id
), number AS (
    SELECT school_id, count(*) + coalesce(max(gone), 0) AS gone, max(here) + coalesce(max(gone), 0) AS here
    FROM said JOIN enrolled USING (school_id) LEFT JOIN lately USING (school_id) GROUP BY school_id
), gone AS (
    UPDATE people_enrolment e
    SET left_on = greatest(coalesce(said.last_on, %(on)s::date), e.entered_on), left_by = %(known)s
    FROM said JOIN number USING (school_id)
    WHERE said.enrolment_id = e.id
      AND (number.gone <= %(least)s
           OR number.gone <= %(most)s AND number.gone * 100 <= %(percent)s * number.here)
      AND NOT EXISTS (SELECT FROM collection_absence w WHERE w.enrolment_id = e.id AND w.state = 'waiting')
    RETURNING e.id, e.student_id, said.file, said.row, said.last_on
), noted AS (
    INSERT INTO bundle_outcome SELECT DISTINCT file, row, 'changed' FROM gone WHERE row IS NOT NULL
), absence AS (
    INSERT INTO collection_absence (id, student_id, enrolment_id, noticed_on, state, sign, last_on)
    SELECT gen_random_uuid(), student_id, id, %(on)s, 'left', %(sign)s, last_on FROM gone
)
SELECT student_id FROM gone
