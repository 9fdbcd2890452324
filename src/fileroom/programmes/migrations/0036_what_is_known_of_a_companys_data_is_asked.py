"""What is known of a company's data, on the family's request that it has sent along: is it outside the CCPA, and does
the company keep the district's official records?"""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0035_a_notice_of_a_defect_is_a_letter")]

    operations = [
        migrations.AddField("companyquestion", "ccpa_excluded", models.BooleanField(null=True)),
        migrations.AddField(
            "companyquestion", "keeps_official_records", models.BooleanField(db_default=False, default=False)
        ),
    ]
