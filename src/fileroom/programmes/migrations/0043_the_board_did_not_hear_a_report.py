"""That the Board did not hear a report at a meeting that is over is said: since which day, by whom and by which entry."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0042_counsel_finds_that_it_was_no_inquiry")]

    operations = [
        migrations.AddField("enforcementreport", "unheard_on", models.DateField(null=True)),
        migrations.AddField("enforcementreport", "unheard_by", models.UUIDField(null=True)),
        migrations.AddField("enforcementreport", "unheard_entry", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "enforcementreport",
            models.CheckConstraint(
                name="that_a_report_was_not_heard_somebody_says",
                condition=models.Q(("unheard_by", None), ("unheard_entry", None), ("unheard_on", None))
                | models.Q(
                    ("released_at__isnull", False),
                    ("unheard_by__isnull", False),
                    ("unheard_entry__isnull", False),
                    ("unheard_on__isnull", False),
                ),
            ),
        ),
    ]
