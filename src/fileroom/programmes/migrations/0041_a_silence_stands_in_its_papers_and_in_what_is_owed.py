"""That a court forbids telling a family stands in the paper as it was seen, and is kept by what is owed: the column that
said it too was read by nothing.

In older versions a clerk's answer let go of a silence that a court's paper asks for. Where that was not the word of
whoever says whether it holds, it is owed again until counsel has said so, and the family is not told before.
"""

from django.db import migrations

SILENT, OVER = "disclosure.court_notices.do_not_notify_parent", "disclosure.court_process_limits.review_at_expiry"
OF_A_COURT = "('ao_93', 'ao_442', 'ao_88b', 'ao_110', 'state_warrant', 'state_subpoena', 'court_order')"
# Whether the silence was ended by a word, or let go: the last time it was owed. Of one that stands: false.
LET_GO = f"""(SELECT moot FROM duties_duty WHERE room = 'enforcement' AND of = request.id AND rule = '{SILENT}'
ORDER BY began_at DESC, done_at DESC NULLS FIRST LIMIT 1) IS NOT FALSE"""
SILENCES_AGAIN = f"""
INSERT INTO duties_duty (id, rule, room, of, part, office, began_at, clock, due_on, caused_by, moot)
SELECT gen_random_uuid(), again.rule, 'enforcement', request.id, '', again.office, now(), '', again.due_on,
    request.opened_entry, false
FROM programmes_enforcementrequest request
CROSS JOIN (VALUES ('{SILENT}', 'superintendent', NULL), ('{OVER}', 'counsel', current_date))
    AS again(rule, office, due_on)
WHERE request.closed_at IS NULL AND {LET_GO} AND EXISTS (
    SELECT FROM jsonb_array_elements(request.papers) paper
    WHERE paper->>'silence' = 'yes' AND paper->>'form' IN {OF_A_COURT})
ON CONFLICT DO NOTHING"""
FAMILIES_NOT_YET = f"""
UPDATE duties_duty told SET done_at = now(), evidence = told.caused_by, moot = true
WHERE told.room = 'enforcement' AND told.done_at IS NULL AND told.rule IN (
    'disclosure.immigration_enforcement.notify_parent_after', 'programmes.immigration_requests.give_family_the_papers',
    'disclosure.court_notices.of_a_paper_that_opens_nothing', 'disclosure.court_notices.notify_parent_before',
    'disclosure.court_notices.notify_student_before', 'disclosure.court_notices.counsel_review',
    'programmes.immigration_requests.ask_whether_home_hears')
AND EXISTS (SELECT FROM duties_duty silent WHERE silent.room = 'enforcement' AND silent.of = told.of
    AND silent.rule = '{SILENT}' AND silent.done_at IS NULL)"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0040_whether_a_silence_holds_is_counsels_to_say"),
        ("duties", "0001_a_register_of_what_is_owed"),
    ]

    operations = [
        migrations.RunSQL(SILENCES_AGAIN, migrations.RunSQL.noop),
        migrations.RunSQL(FAMILIES_NOT_YET, migrations.RunSQL.noop),
        migrations.RemoveField("enforcementrequest", "forbids_word"),
    ]
