"""Whom an order protects may be said after it was filed: by one who keeps it, and by another."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.db import migrations, models

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [("people", "0031_an_order_is_temporary_or_made_after_a_hearing")]

    operations = [
        migrations.CreateModel(
            name="OrderProtection",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("said_entry", models.UUIDField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_by", models.UUIDField(null=True)),
                ("confirmed_entry", models.UUIDField(null=True)),
                ("contact", models.ForeignKey(on_delete=PROTECT, to="people.contact")),
                ("order", models.OneToOneField(on_delete=PROTECT, to="people.courtorder")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        name="whom_an_order_protects_is_said_by_two",
                        condition=models.Q(("confirmed_at", None), ("confirmed_by", None), ("confirmed_entry", None))
                        | models.Q(
                            ("confirmed_at__isnull", False),
                            ("confirmed_by__isnull", False),
                            ("confirmed_entry__isnull", False),
                            models.Q(("confirmed_by", models.F("said_by")), _negated=True),
                        ),
                    )
                ]
            },
        )
    ]
