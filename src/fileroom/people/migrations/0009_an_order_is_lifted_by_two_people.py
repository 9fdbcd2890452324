"""That an order no longer holds is said by one official, by a paper, and confirmed by another."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_an_order_asks_after_the_family_and_ends_sessions"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrderLifting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rests_on", models.CharField(choices=[("court", "Court"), ("counsel", "Counsel")], max_length=7)),
                ("papers", models.JSONField(default=list)),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.UUIDField()),
                ("proposed_entry", models.UUIDField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_by", models.UUIDField(null=True)),
                ("confirmed_entry", models.UUIDField(null=True)),
                ("order", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.courtorder")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("order",), name="an_order_is_proposed_to_be_lifted_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None), ("confirmed_entry", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("confirmed_entry__isnull", False),
                                models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_lifting_is_confirmed_by_another",
                    ),
                ],
            },
        ),
    ]
