"""A family's request that a company sent along keeps the name under which the company has asked."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0049_which_name_an_account_bears_was_not_asked")]

    operations = [
        migrations.AddField(
            "deletionrequest", "known_as", models.CharField(blank=True, db_default="", default="", max_length=601)
        )
    ]
