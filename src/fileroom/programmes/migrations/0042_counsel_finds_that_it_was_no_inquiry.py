"""Counsel finds that what was called an inquiry of child welfare was none: by which entry of the ledger."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0041_a_silence_stands_in_its_papers_and_in_what_is_owed")]

    operations = [migrations.AddField("enforcementrequest", "no_inquiry_entry", models.UUIDField(null=True))]
