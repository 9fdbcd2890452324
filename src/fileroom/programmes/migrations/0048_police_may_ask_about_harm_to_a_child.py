"""Whether what an officer asks is about harm to a child at home: of those before it nobody has said."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0047_a_company_destroys_its_copy_of_one_thing")]

    operations = [
        migrations.AddField(
            model_name="enforcementrequest",
            name="harm",
            field=models.CharField(blank=True, default="", max_length=24),
            preserve_default=False,
        )
    ]
