"""What a filer says of other students in a record. Of rows filed before nobody has said it: not known."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("records", "0002_a_destruction_is_done_when_the_key_is_gone")]

    operations = [
        migrations.AddField("record", "involves_other_students", models.BooleanField(null=True)),
        migrations.AddField("record", "segregable", models.BooleanField(null=True)),
        migrations.AddConstraint(
            "record",
            models.CheckConstraint(
                name="only_others_who_are_there_can_be_taken_out",
                condition=Q(involves_other_students=True, segregable__isnull=False) | Q(segregable=None),
            ),
        ),
    ]
