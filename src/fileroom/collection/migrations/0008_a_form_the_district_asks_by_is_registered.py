"""Every form by which the district asks for data is registered, with what its last screening came to;
and how a district's own files are read is saved."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

OWNERS = ("teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "counsel")


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0007_a_restriction_is_lifted_and_comes_again"),
        ("people", "0006_a_language_is_one_that_somebody_chose"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegisteredForm",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[("packet", "Packet"), ("screen", "Screen"), ("web", "Web")], max_length=8
                    ),
                ),
                ("tongue", models.CharField(max_length=2)),
                ("owner", models.CharField(choices=[(it, it.title()) for it in OWNERS], max_length=16)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("retired", "Retired"), ("used", "Used")], max_length=8
                    ),
                ),
                ("asks", models.JSONField(default=list)),
                ("verdict", models.CharField(max_length=8)),
                ("found", models.JSONField(default=list)),
                ("whole", models.BooleanField(default=True)),
                ("screened_on", models.DateField()),
                ("law", models.CharField(max_length=64)),
                ("sieve", models.CharField(max_length=16)),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(state="used", verdict__in=["block", "review"]) | Q(asks=[]),
                        name="made_form_in_use_asks_nothing_it_may_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedMap",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("takes", models.JSONField()),
                ("days", models.CharField(max_length=8)),
                ("everybody", models.BooleanField()),
                ("saved_on", models.DateField()),
            ],
        ),
    ]
