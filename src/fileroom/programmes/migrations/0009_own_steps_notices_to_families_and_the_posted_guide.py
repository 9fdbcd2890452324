"""The district's own steps with counsel's approval, what is written to families, and where the guide is posted."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
        ("programmes", "0008_tools_that_are_asked_and_reading_that_looks_like_a_machines"),
    ]

    operations = [
        migrations.CreateModel(
            name="GuideEdition",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("updated_on", models.DateField(unique=True)),
                ("address", models.CharField(max_length=300)),
                ("languages", models.JSONField()),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnSteps",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(unique=True)),
                ("words", models.JSONField()),
                ("calls", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[("approved", "Approved"), ("returned", "Returned"), ("waits", "Waits")],
                        default="waits",
                        max_length=24,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_entry", models.UUIDField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_entry", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waits")), fields=("state",), name="one_version_waits_for_counsel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("decided_entry", None), ("state", "waits")
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("decided_entry__isnull", False),
                                models.Q(("state", "waits"), _negated=True),
                                models.Q(("decided_by", models.F("written_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="steps_are_approved_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5)),
                ("way", models.CharField(choices=[("handed", "Handed"), ("mailed", "Mailed")], max_length=24)),
                ("letter", models.UUIDField()),
                ("prepared_at", models.DateTimeField()),
                ("prepared_by", models.UUIDField()),
                ("prepared_entry", models.UUIDField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_by", models.UUIDField(null=True)),
                ("sent_entry", models.UUIDField(null=True)),
                ("dropped_at", models.DateTimeField(null=True)),
                ("dropped_by", models.UUIDField(null=True)),
                ("dropped_entry", models.UUIDField(null=True)),
                (
                    "request",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.enforcementrequest"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sent_at", None), ("dropped_at", None), _connector="OR"),
                        name="a_notice_is_sent_or_dropped",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at", None), ("sent_by", None), ("sent_entry", None)),
                            models.Q(
                                ("sent_at__isnull", False), ("sent_by__isnull", False), ("sent_entry__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_notice_that_was_sent_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidePosting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.CharField(choices=[("building", "Building"), ("site", "Site")], max_length=24)),
                ("posted_on", models.DateField()),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "edition",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.guideedition"),
                ),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "school", "place"),
                        name="an_edition_is_posted_once_a_place",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
