"""Who has completed which training course, when, until when it counts, and how that is known."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0001_companies_their_contracts_and_what_they_delete"),
        ("people", "0009_an_order_is_lifted_by_two_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="TrainingCompletion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("course", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                ("passed_on", models.DateField()),
                ("until_on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[("here", "Here"), ("imported", "Imported"), ("sheet", "Sheet")], max_length=8
                    ),
                ),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
                ("employee", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.employee")),
            ],
            options={
                "indexes": [models.Index(fields=["course", "until_on"], name="training_by_course_and_end")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("employee", "course", "version", "passed_on"), name="an_edition_is_completed_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gt", models.F("passed_on"))),
                        name="a_training_counts_from_its_day",
                    ),
                ],
            },
        ),
    ]
