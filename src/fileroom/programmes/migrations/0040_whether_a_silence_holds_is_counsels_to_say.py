"""Whether a court's silence still holds counsel says now: what was owed of it by the Superintendent's office, which would
be refused, stands on counsel's own list. Where counsel owes it already, the Superintendent's office owes nothing more.
What is over stays as it is.
"""

from django.db import migrations

OF_SILENCES = """
UPDATE duties_duty AS theirs SET office = 'counsel'
WHERE room = 'enforcement' AND rule = 'disclosure.court_process_limits.review_at_expiry'
AND office = 'superintendent' AND done_at IS NULL
AND NOT EXISTS (SELECT FROM duties_duty AS counsels WHERE counsels.room = theirs.room AND counsels.rule = theirs.rule
    AND counsels.of = theirs.of AND counsels.office = 'counsel' AND counsels.done_at IS NULL)"""
# What is left of it is owed by counsel as well: one answer ends both, and the other office could not give it.
OWED_TWICE = """
UPDATE duties_duty SET done_at = now(), evidence = caused_by, moot = true
WHERE room = 'enforcement' AND rule = 'disclosure.court_process_limits.review_at_expiry'
AND office = 'superintendent' AND done_at IS NULL"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0039_the_board_had_a_report_as_its_own_paper"),
        ("duties", "0001_a_register_of_what_is_owed"),
    ]

    operations = [
        migrations.RunSQL(OF_SILENCES, migrations.RunSQL.noop),
        migrations.RunSQL(OWED_TWICE, migrations.RunSQL.noop),
    ]
