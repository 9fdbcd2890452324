"""Court orders that a list says wait for a second person."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0012_imported_choices_wait_for_a_second_person"),
        ("people", "0014_an_order_may_be_claimed_by_a_list"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrderBatch",
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
                        name="imported_orders_are_decided_by_another",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListedOrder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("paper", models.BooleanField()),
                ("known", models.BooleanField()),
                ("order", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="people.courtorder")),
                ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="collection.orderbatch")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
