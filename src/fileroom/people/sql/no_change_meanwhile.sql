-- The first statement of a list of many students: until its transaction ends nobody changes who may look (touch.sql).
SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' lists', 0)) AS taken
