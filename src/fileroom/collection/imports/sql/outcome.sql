-- Rows of the bundle that brought something new, and rows that changed something.
SELECT count(*) FILTER (WHERE new), count(*) FILTER (WHERE NOT new)
FROM (SELECT bool_or(what = 'new') AS new FROM bundle_outcome GROUP BY CASE WHEN %(throughout)s THEN '' ELSE file END, row) rows
