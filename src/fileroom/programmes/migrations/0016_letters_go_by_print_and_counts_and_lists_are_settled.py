"""Letters go by the print they stand in, every count and list is settled, and what the law asks later is asked again.

What was imported or counted before is awaited once more, where its incident is open: nobody had said whose list it was,
and a list that comes twice adds nobody twice.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

READ = """
UPDATE programmes_incident i SET notes_read = (
    SELECT count(*) FROM records_sealednote n
    WHERE n.kind = 'incident' AND n.about = i.id AND n.written_at <= i.read_at
) WHERE i.read_at IS NOT NULL
"""
# A row that is nobody here was let go as nobody's, before; everybody else, because no law asked for them.
LET_GO = """
UPDATE programmes_incidentnotice n SET over_as = 'not_owed' FROM programmes_incidentperson p
WHERE p.id = n.person_id AND n.state = 'spared' AND (p.student_id IS NOT NULL OR p.employee_id IS NOT NULL)
"""


def _of_an_incident() -> "models.ForeignKey[object, object]":
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.incident")


def _id() -> "models.UUIDField[object, object]":
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0015_a_demand_spares_a_hold_and_a_census_counts_a_school"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [
        migrations.CreateModel(
            "IncidentList",
            [
                ("id", _id()),
                ("system", models.CharField(max_length=24)),
                ("rows", models.PositiveIntegerField()),
                ("lost", models.PositiveIntegerField()),
                ("imported_at", models.DateTimeField()),
                ("imported_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("incident", _of_an_incident()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            "IncidentPrint",
            [
                ("id", _id()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("opened_at", models.DateTimeField(null=True)),
                ("posted_at", models.DateTimeField(null=True)),
                ("incident", _of_an_incident()),
            ],
            options={"abstract": False},
        ),
        migrations.AddField("incident", "notes_read", models.PositiveIntegerField(default=0)),
        migrations.RunSQL(READ, migrations.RunSQL.noop),
        migrations.RemoveField("incident", "read_at"),
        migrations.AddField(
            "incidentnotice",
            "print",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.incidentprint"),
        ),
        migrations.AddField("incidentnotice", "over_as", models.CharField(blank=True, max_length=24)),
        migrations.RunSQL(LET_GO, migrations.RunSQL.noop),
        migrations.AddField("incidentscope", "names", models.PositiveIntegerField(default=0)),
        migrations.AddField("incidentscope", "listed_entry", models.UUIDField(null=True)),
        migrations.AddField("incidentscope", "aside", models.CharField(blank=True, max_length=24)),
        migrations.AddField("incidentscope", "aside_by", models.UUIDField(null=True)),
        migrations.AddField("incidentscope", "aside_entry", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "incidentscope",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("aside", ""), ("aside_by", None), ("aside_entry", None)),
                    models.Q(
                        models.Q(("aside", ""), _negated=True),
                        ("aside_by__isnull", False),
                        ("aside_entry__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_count_set_aside_says_by_whom",
            ),
        ),
    ]
