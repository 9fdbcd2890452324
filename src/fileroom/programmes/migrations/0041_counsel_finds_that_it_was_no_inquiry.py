"""Counsel finds that what was called an inquiry of child welfare was none: by which entry of the ledger."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0040_whether_a_silence_holds_is_counsels_to_say")]

    operations = [migrations.AddField("enforcementrequest", "no_inquiry_entry", models.UUIDField(null=True))]
