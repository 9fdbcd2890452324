"""A report that the Board had as its own paper, and in no packet, is said to be heard: by whom, and at which meeting."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0038_a_number_of_kinds_of_record_is_none_of_copies")]

    operations = [
        migrations.AddField("enforcementreport", "heard_on", models.DateField(null=True)),
        migrations.AddField("enforcementreport", "heard_by", models.UUIDField(null=True)),
        migrations.AddField("enforcementreport", "heard_entry", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "enforcementreport",
            models.CheckConstraint(
                name="a_report_that_was_heard_says_where",
                condition=models.Q(("heard_by", None), ("heard_entry", None), ("heard_on", None))
                | models.Q(
                    ("heard_by__isnull", False),
                    ("heard_entry__isnull", False),
                    ("heard_on", models.F("meeting_on")),
                    ("released_at__isnull", False),
                ),
            ),
        ),
    ]
