"""A demand says whether it is about all that a company holds of everybody; a company that was described anew since its
certificate holds something again."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0032_what_a_company_declares_is_held_against_its_contract")]

    operations = [
        migrations.AddField("demand", "whole", models.BooleanField(db_default=False, default=False)),
        migrations.AddConstraint(
            "demand",
            models.CheckConstraint(
                name="what_is_about_everybody_leaves_out_nobody",
                condition=models.Q(whole=False) | models.Q(student=None, spares=False),
            ),
        ),
        migrations.AddField("operator", "described_at", models.DateTimeField(null=True)),
    ]
