"""What another system says that families have refused waits for a second person."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0011_what_an_import_counted_is_kept"),
        ("people", "0011_what_families_choose_and_what_is_to_be_minded"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChoiceBatch",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("size", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("confirmed", "Confirmed"), ("turned_back", "Turned Back"), ("waits", "Waits")],
                        default="waits",
                        max_length=11,
                    ),
                ),
                ("brought_at", models.DateTimeField()),
                ("brought_by", models.UUIDField(null=True)),
                ("brought_entry", models.UUIDField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_entry", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by", None), ("state", "waits")),
                            models.Q(
                                ("decided_by__isnull", False),
                                models.Q(
                                    ("brought_by", None),
                                    models.Q(("decided_by", models.F("brought_by")), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="imported_choices_are_decided_by_another",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitingChoice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("chosen_on", models.DateField()),
                ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="collection.choicebatch")),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "student", "kind"), name="a_list_says_a_choice_once")
                ],
            },
        ),
    ]
