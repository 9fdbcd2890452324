"""Of what may show a family's status the policy's history has copies that were looked at. Nights kept before it did have
kinds of record, of so many: those are no copies, and no number of theirs stands beside them. How it stood is kept.
"""

from django.db import migrations

KINDS_OF_RECORD = """
UPDATE programmes_policysnapshot SET number = NULL, "of" = NULL
WHERE evidence = 'disclosure.marks' AND "of" IS NOT NULL"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0037_a_delegation_ends_with_the_employment")]

    operations = [migrations.RunSQL(KINDS_OF_RECORD, migrations.RunSQL.noop)]
