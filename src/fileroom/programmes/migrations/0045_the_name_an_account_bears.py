"""A family says by which of a student's names a company knows them: the letter tells it no other."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models


def keep_what_was_told(apps: Any, _editor: object) -> None:
    """A letter that was issued before bears the name that the student goes by: what follows it names no other."""
    apps.get_model("programmes", "DeletionRequest").objects.exclude(letter=None).update(by_preferred_name=True)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0044_counsel_says_whether_what_is_held_goes")]

    operations = [
        migrations.AddField(
            "deletionrequest", "by_preferred_name", models.BooleanField(db_default=False, default=False)
        ),
        migrations.RunPython(keep_what_was_told, migrations.RunPython.noop),
    ]
