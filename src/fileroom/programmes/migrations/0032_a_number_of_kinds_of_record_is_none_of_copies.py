"""Of what may show a family's status the policy's history has copies that were looked at. Nights kept before it did have
kinds of record, of so many: those are no copies, and no number of theirs stands beside them. How it stood is kept.
"""

from django.db import migrations

KINDS_OF_RECORD = """
UPDATE programmes_policysnapshot SET number = NULL, "of" = NULL
WHERE evidence = 'disclosure.marks' AND "of" IS NOT NULL"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0031_a_letter_to_a_family_is_set_when_it_goes_out")]

    operations = [migrations.RunSQL(KINDS_OF_RECORD, migrations.RunSQL.noop)]
