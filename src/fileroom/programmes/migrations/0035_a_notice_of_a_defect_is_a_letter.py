"""A written notice of what a contract lacks is a letter with its day, and counts from the day on which it went."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0034_a_company_that_destroyed_all_is_told_of_nobody")]

    operations = [migrations.AddField("contract", "notice_until", models.DateField(null=True))]
