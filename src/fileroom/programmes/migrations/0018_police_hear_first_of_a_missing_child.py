"""Before a letter about a child who is reported missing goes, the police were told: which agency, when, by whom."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0017_a_report_is_for_a_meeting")]

    operations = [
        migrations.AddField(
            "deletionrequest",
            "police_agency",
            models.CharField(blank=True, default="", max_length=120),
            preserve_default=False,
        ),
        migrations.AddField("deletionrequest", "police_told_at", models.DateTimeField(null=True)),
        migrations.AddField("deletionrequest", "police_told_by", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "deletionrequest",
            models.CheckConstraint(
                name="police_that_were_told_are_named_with_who_told_them",
                condition=models.Q(police_agency="", police_told_at=None, police_told_by=None)
                | models.Q(~models.Q(police_agency=""), police_told_at__isnull=False, police_told_by__isnull=False),
            ),
        ),
    ]
