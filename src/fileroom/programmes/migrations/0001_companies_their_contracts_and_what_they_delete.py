"""Companies that hold students' data, their contracts, and what families ask them to delete."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0009_an_order_is_lifted_by_two_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Operator",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True)),
                ("does", models.CharField(max_length=200)),
                ("holds", models.CharField(blank=True, max_length=400)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DeletionRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_by", models.UUIDField(null=True)),
                ("operator", models.CharField(max_length=120)),
                ("asked_on", models.DateField()),
                ("language", models.CharField(max_length=5)),
                ("ccpa_excluded", models.BooleanField(null=True)),
                ("keeps_official_records", models.BooleanField(default=False)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("letter", models.UUIDField(null=True)),
                ("issued_at", models.DateTimeField(null=True)),
                ("issued_by", models.UUIDField(null=True)),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at", None), ("issued_by", None), ("letter", None)),
                            models.Q(
                                ("issued_at__isnull", False), ("issued_by__isnull", False), ("letter__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_letter_that_is_issued_says_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("signed_on", models.DateField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("to_on", models.DateField(null=True)),
                ("board_policy", models.BooleanField()),
                ("clauses", models.JSONField()),
                ("noticed_on", models.DateField(null=True)),
                ("cure_by", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("operator", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.operator")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="contract_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cure_by", None), ("noticed_on", None)),
                            models.Q(
                                ("cure_by__isnull", False),
                                ("noticed_on__isnull", False),
                                ("cure_by__gt", models.F("noticed_on")),
                            ),
                            _connector="OR",
                        ),
                        name="a_notice_says_until_when_it_is_cured",
                    ),
                ],
            },
        ),
    ]
