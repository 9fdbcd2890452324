"""Which letters may still go is asked once more before they go; prints are made at once, and have their numbers."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0053_a_list_that_was_wrong_is_taken_back")]

    operations = [
        migrations.AddField("incidentprint", "asked_at", models.DateTimeField(null=True)),
        migrations.AddField("incidentprint", "number", models.PositiveIntegerField(db_default=0, default=0)),
    ]
