"""An order is kept with the sentence by which it was filed, and with the days on which somebody may collect the child."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0021_a_school_year_is_entered_whole")]

    operations = [
        migrations.AddField(
            "courtorder", "term", models.CharField(blank=True, default="", max_length=40), preserve_default=False
        ),
        migrations.AddField(
            "courtorder", "collects_on", models.CharField(blank=True, default="", max_length=7), preserve_default=False
        ),
    ]
