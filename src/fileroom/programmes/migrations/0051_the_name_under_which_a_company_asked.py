"""A family's request that a company sent along keeps the name under which the company has asked."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0050_whose_child_is_noted_under_the_key_stores_key")]

    operations = [
        migrations.AddField(
            "deletionrequest", "known_as", models.CharField(blank=True, db_default="", default="", max_length=601)
        )
    ]
