"""A company is told once the letter was sent, and once more of who is gone again; an alarm leads to its incident.

Besides: what a program is for, in Spanish; and by which text a question about a tool is the same question.
"""

import django.db.models.deletion
from django.db import migrations, models

# What was told until now was the letter's making: the day of both is that day.
MADE_AND_TOLD = """
UPDATE programmes_socialmediavendornotice
SET made_at = told_at, made_by = told_by, told_on = (told_at AT TIME ZONE 'America/Los_Angeles')::date
WHERE told_at IS NOT NULL
"""
NOTICE = "socialmediavendornotice"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0012_until_when_a_training_counts"),
        ("programmes", "0013_a_packet_for_each_meeting_of_the_board"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name=NOTICE, name="a_company_is_told_once"),
        migrations.RemoveConstraint(model_name=NOTICE, name="whom_was_told_says_by_what"),
        migrations.AddField(
            "readingalarm",
            "incident",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.incident"),
        ),
        migrations.AddField("readingalarm", "listed", models.PositiveIntegerField(default=0)),
        migrations.AddField("socialmediaprogram", "what_for_es", models.CharField(blank=True, max_length=300)),
        migrations.AddField(NOTICE, "back_at", models.DateTimeField(null=True)),
        migrations.AddField(NOTICE, "made_at", models.DateTimeField(null=True)),
        migrations.AddField(NOTICE, "made_by", models.UUIDField(null=True)),
        migrations.AddField(NOTICE, "told_how", models.CharField(blank=True, max_length=120)),
        migrations.AddField(NOTICE, "told_on", models.DateField(null=True)),
        migrations.AddField("toolanswer", "text_digest", models.CharField(blank=True, max_length=64)),
        migrations.RunSQL(MADE_AND_TOLD, migrations.RunSQL.noop),
        migrations.AddConstraint(
            NOTICE,
            models.UniqueConstraint(
                condition=models.Q(("back_at", None)), fields=("vendor", "student"), name="a_company_is_told_once"
            ),
        ),
        migrations.AddConstraint(
            NOTICE,
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter", None), ("made_at", None), ("made_by", None)),
                    models.Q(("letter__isnull", False), ("made_at__isnull", False), ("made_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_letter_says_when_it_was_made",
            ),
        ),
        migrations.AddConstraint(
            NOTICE,
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told_at", None), ("told_by", None), ("told_how", ""), ("told_on", None)),
                    models.Q(
                        ("letter__isnull", False),
                        ("told_at__isnull", False),
                        ("told_by__isnull", False),
                        ("told_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="whom_was_told_says_by_what",
            ),
        ),
    ]
