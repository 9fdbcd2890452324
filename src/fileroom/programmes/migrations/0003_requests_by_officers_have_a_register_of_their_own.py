"""Requests by officers and agents stand in a register of codes, apart from every file; so do reports on them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0002_who_has_completed_which_course"),
        ("people", "0009_an_order_is_lifted_by_two_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="EnforcementReport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField()),
                ("until", models.DateTimeField()),
                ("lines", models.JSONField()),
                ("signed_at", models.DateTimeField()),
                ("signed_by", models.UUIDField()),
                ("signed_entry", models.UUIDField()),
                ("released_at", models.DateTimeField(null=True)),
                ("released_by", models.UUIDField(null=True)),
                ("released_entry", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("released_at", None)),
                        fields=("from_on",),
                        name="one_report_waits_for_its_second",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at", None), ("released_by", None), ("released_entry", None)),
                            models.Q(
                                ("released_at__isnull", False),
                                ("released_by__isnull", False),
                                ("released_entry__isnull", False),
                                models.Q(("released_by", models.F("signed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_report_is_released_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnforcementRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.UUIDField()),
                ("opened_entry", models.UUIDField()),
                ("channel", models.CharField(max_length=24)),
                ("asker", models.CharField(max_length=24)),
                ("joined", models.CharField(blank=True, max_length=24)),
                ("wants", models.JSONField(default=list)),
                ("papers", models.JSONField(default=list)),
                ("script", models.CharField(max_length=24)),
                ("strict", models.BooleanField()),
                ("forbids_word", models.BooleanField(default=False)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.UUIDField(null=True)),
                ("closed_entry", models.UUIDField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given_on_paper", "Given On A Judges Paper"),
                            ("given_with_consent", "Given With Consent"),
                            ("nothing_given", "Nothing Given"),
                            ("not_immigration", "Not Immigration"),
                            ("went_in", "Went In"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["opened_at"], name="request_by_when")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None), ("closed_entry", None), ("outcome", "")),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("closed_entry__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_request_that_is_closed_says_how",
                    )
                ],
            },
        ),
    ]
