"""A family asks a company to delete what it holds, and the company asks for the district's word."""

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
    ]
