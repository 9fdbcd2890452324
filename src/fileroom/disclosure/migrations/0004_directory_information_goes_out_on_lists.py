"""The Board's policy on directory information, the year's notice of it, and the register of lists."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0003_how_far_a_check_of_the_ledger_is"),
        ("people", "0011_what_families_choose_and_what_is_to_be_minded"),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryPolicy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(unique=True)),
                ("adopted_on", models.DateField()),
                ("meeting", models.CharField(max_length=120)),
                ("fields", models.JSONField()),
                ("recipients", models.JSONField()),
                ("purposes", models.JSONField()),
                ("screenings", models.BooleanField(default=False)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DirectoryNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("given_on", models.DateField()),
                ("refuse_by", models.DateField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "policy",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="disclosure.directorypolicy"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("refuse_by__isnull", True), ("refuse_by__gte", models.F("given_on")), _connector="OR"
                        ),
                        name="refusing_ends_after_the_notice",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StudentList",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recipient", models.CharField(max_length=120)),
                ("recipient_kind", models.CharField(max_length=40)),
                ("purpose", models.CharField(max_length=40)),
                ("basis", models.CharField(max_length=200)),
                ("fields", models.JSONField()),
                ("grades", models.JSONField(default=list)),
                ("size", models.PositiveIntegerField()),
                ("among", models.BinaryField(max_length=32)),
                ("code", models.CharField(max_length=14, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waits", "Waits"),
                            ("ready", "Ready"),
                            ("handed_over", "Handed Over"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=11,
                    ),
                ),
                ("prepared_at", models.DateTimeField()),
                ("prepared_by", models.UUIDField()),
                ("prepared_entry", models.UUIDField()),
                ("expires_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by", models.UUIDField(null=True)),
                ("approved_entry", models.UUIDField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.UUIDField(null=True)),
                ("closed_entry", models.UUIDField(null=True)),
                ("form", models.CharField(blank=True, max_length=3)),
                (
                    "policy",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="disclosure.directorypolicy"
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
                (
                    "section",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.section"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-prepared_at"], name="list_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_list_is_approved_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("state__in", ["waits", "ready"])),
                            models.Q(("closed_at__isnull", False), ("state__in", ["handed_over", "stopped"])),
                            _connector="OR",
                        ),
                        name="a_list_that_waits_or_is_ready_is_not_closed",
                    ),
                ],
            },
        ),
    ]
