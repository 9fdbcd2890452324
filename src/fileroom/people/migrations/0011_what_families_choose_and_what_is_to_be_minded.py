"""What families have refused or consented to, and what is to be minded about a student before anything goes out."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
    ]

    operations = [
        migrations.CreateModel(
            name="Circumstance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("homeless", "Homeless"),
                            ("missing_child_flag", "Missing"),
                            ("safe_at_home", "Safe At Home"),
                        ],
                        max_length=24,
                    ),
                ),
                ("from_on", models.DateField()),
                ("noted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("over_on", models.DateField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_entry", models.UUIDField(null=True)),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_on__isnull", True), ("over_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="circumstance_is_over_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("over_on", None)),
                        fields=("student", "kind"),
                        name="one_open_circumstance_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_on", None),
                            models.Q(("ended_by__isnull", False), ("ended_entry__isnull", False)),
                            _connector="OR",
                        ),
                        name="circumstance_that_is_over_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyChoice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("chosen_by", models.UUIDField(null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("form", "Form"), ("counter", "Counter"), ("imported", "Imported")], max_length=8
                    ),
                ),
                ("chosen_on", models.DateField()),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
                ("withdrawn_noted_by", models.UUIDField(null=True)),
                ("withdrawn_entry", models.UUIDField(null=True)),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "indexes": [models.Index(fields=["student"], name="choice_by_student")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on__isnull", True),
                            ("withdrawn_on__gte", models.F("chosen_on")),
                            _connector="OR",
                        ),
                        name="choice_is_withdrawn_after_it_is_made",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("student", "kind", "chosen_by"),
                        name="one_standing_choice_of_a_kind_by_a_person",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_entry", None), ("withdrawn_on", None)),
                            models.Q(("withdrawn_entry__isnull", False), ("withdrawn_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="choice_that_is_withdrawn_has_its_entry",
                    ),
                ],
            },
        ),
    ]
