"""Keys of other programs: a digest, an owner, an end. The key itself is in no row."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0012_until_when_a_training_counts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("prefix", models.CharField(max_length=10, unique=True)),
                ("digest", models.BinaryField(max_length=32)),
                ("label", models.CharField(max_length=80)),
                ("role", models.CharField(default="", max_length=40)),
                ("contract", models.UUIDField(null=True)),
                ("scopes", models.JSONField()),
                ("until_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
                ("made_entry", models.UUIDField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
                ("withdrawn_entry", models.UUIDField(null=True)),
                ("used_on", models.DateField(null=True)),
                ("minute", models.DateTimeField(null=True)),
                ("in_minute", models.PositiveIntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.account"),
                ),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", True), ("contract__isnull", False)),
                            models.Q(("account__isnull", False), ("contract__isnull", True)),
                            _connector="OR",
                        ),
                        name="token_belongs_to_exactly_one",
                    )
                ],
            },
        ),
    ]
