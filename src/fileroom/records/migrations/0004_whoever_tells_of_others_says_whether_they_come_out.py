"""The check let two pairs stand that no filer can say, since a comparison with nothing is neither true nor false.

No path of the program has written either. Should a row hold one, every decision about it stays what it was: of a record
of which nobody has said it, the law reads that it tells of others, and of others of whom nobody has said it, that they
can be taken out.
"""

from django.db import migrations, models
from django.db.models import Q

NAME = "only_others_who_are_there_can_be_taken_out"
MENDED = """
UPDATE records_record SET involves_other_students = CASE WHEN segregable IS NOT NULL THEN true END
WHERE involves_other_students IS NULL AND segregable IS NOT NULL OR involves_other_students AND segregable IS NULL"""


class Migration(migrations.Migration):
    dependencies = [("records", "0003_other_students_in_a_record")]

    operations = [
        migrations.RemoveConstraint("record", NAME),
        migrations.RunSQL(MENDED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "record",
            models.CheckConstraint(
                name=NAME,
                condition=Q(involves_other_students__isnull=True, segregable__isnull=True)
                | Q(involves_other_students__isnull=False, involves_other_students=False, segregable__isnull=True)
                | Q(involves_other_students__isnull=False, involves_other_students=True, segregable__isnull=False),
            ),
        ),
    ]
