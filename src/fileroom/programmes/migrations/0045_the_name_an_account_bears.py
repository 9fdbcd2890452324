"""A family says by which of a student's names a company knows them: the letter tells it no other."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0044_counsel_says_whether_what_is_held_goes")]

    operations = [
        migrations.AddField(
            "deletionrequest", "by_preferred_name", models.BooleanField(db_default=False, default=False)
        ),
    ]
