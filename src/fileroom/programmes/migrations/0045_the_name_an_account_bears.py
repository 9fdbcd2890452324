"""A family says by which of a student's names a company knows them: the letter tells it no other."""

from __future__ import annotations

from django.db import migrations, models

# A letter that was issued before bears the name that the student goes by: what follows it names no other.
AS_IT_WAS_TOLD = "UPDATE programmes_deletionrequest SET by_preferred_name = true WHERE letter IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("programmes", "0044_counsel_says_whether_what_is_held_goes")]

    operations = [
        migrations.AddField(
            "deletionrequest", "by_preferred_name", models.BooleanField(db_default=False, default=False)
        ),
        migrations.RunSQL(AS_IT_WAS_TOLD, migrations.RunSQL.noop),
    ]
