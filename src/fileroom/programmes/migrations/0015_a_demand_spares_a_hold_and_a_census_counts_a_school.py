"""A demand spares whoever is under a hold, and knows its family's request; a census stands where all speak English;
own steps that wait are taken back by whoever wrote them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

# Every count that was kept said of which census it was; it is put under a row of its own.
A_ROW_FOR_EACH_CENSUS = """
INSERT INTO programmes_languagecensus (id, school_id, census, students, counted_at, counted_by, entry)
SELECT gen_random_uuid(), * FROM (
    SELECT DISTINCT ON (school_id, year) school_id, year, students, counted_at, counted_by, entry
    FROM programmes_languagecount ORDER BY school_id, year, counted_at DESC
) counted
"""
EACH_COUNT_UNDER_ITS_CENSUS = """
UPDATE programmes_languagecount said SET census_id = it.id FROM programmes_languagecensus it
WHERE it.school_id = said.school_id AND it.census = said.year
"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0014_who_was_told_says_when_and_an_alarm_leads_to_its_incident"),
    ]

    operations = [
        migrations.AddField(
            "demand",
            "request",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.deletionrequest"),
        ),
        migrations.AddField("demand", "spares", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="LanguageCensus",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("census", models.PositiveSmallIntegerField()),
                ("students", models.PositiveIntegerField()),
                ("counted_at", models.DateTimeField()),
                ("counted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.school")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("school", "census"), name="a_school_is_counted_once"),
                ],
            },
        ),
        migrations.RemoveConstraint("languagecount", "a_language_is_counted_once"),
        migrations.RemoveConstraint("languagecount", "no_more_speak_it_than_there_are"),
        migrations.RenameField("languagecount", "census", "year"),
        migrations.AddField(
            "languagecount",
            "census",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.languagecensus"),
        ),
        migrations.RunSQL(A_ROW_FOR_EACH_CENSUS, migrations.RunSQL.noop),
        migrations.RunSQL(EACH_COUNT_UNDER_ITS_CENSUS, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            "languagecount",
            "census",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.languagecensus"),
        ),
        migrations.RemoveField("languagecount", "year"),
        migrations.RemoveField("languagecount", "school"),
        migrations.RemoveField("languagecount", "students"),
        migrations.RemoveField("languagecount", "counted_at"),
        migrations.RemoveField("languagecount", "counted_by"),
        migrations.RemoveField("languagecount", "entry"),
        migrations.AddConstraint(
            "languagecount",
            models.UniqueConstraint(fields=("census", "language"), name="a_language_is_counted_once_in_a_census"),
        ),
        migrations.RemoveConstraint("ownsteps", "steps_are_approved_by_another"),
        migrations.AlterField(
            "ownsteps",
            "state",
            models.CharField(
                choices=[
                    ("approved", "Approved"),
                    ("returned", "Returned"),
                    ("waits", "Waits"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="waits",
                max_length=24,
            ),
        ),
        migrations.AddConstraint(
            "ownsteps",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("decided_entry", None), ("state", "waits")),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("decided_entry__isnull", False),
                        models.Q(("state", "waits"), _negated=True),
                        models.Q(
                            ("state", "withdrawn"),
                            models.Q(("decided_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="steps_are_approved_by_another",
            ),
        ),
    ]
