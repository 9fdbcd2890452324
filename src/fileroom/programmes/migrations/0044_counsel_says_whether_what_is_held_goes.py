"""Counsel says of one thing gathered that is held whether it goes, or until when it waits."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.db import migrations, models

REASONS = [
    ("court", "Court"), ("hold_over", "Hold Over"), ("may_find", "May Find"), ("no_use", "No Use"),
    ("police_ask", "Police Ask"), ("police_have_it", "Police Have It"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("programmes", "0043_the_board_did_not_hear_a_report")]

    operations = [
        migrations.CreateModel(
            name="SocialMediaCounselWord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("goes", models.BooleanField()),
                ("reason", models.CharField(choices=REASONS, max_length=24)),
                ("again_on", models.DateField(null=True)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "item",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaitem"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("again_on", None), ("goes", True))
                        | models.Q(("again_on__isnull", False), ("goes", False)),
                        name="what_waits_is_looked_at_again",
                    )
                ]
            },
        )
    ]
