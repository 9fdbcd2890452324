"""Tools of artificial intelligence and what each was asked, without a text; and alarms of reading that no person does."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0007_notices_the_regulation_and_who_acts_as_designee"),
    ]

    operations = [
        migrations.CreateModel(
            name="AiTool",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True)),
                ("does", models.CharField(max_length=400)),
                ("receives", models.JSONField(default=list)),
                ("trains", models.BooleanField()),
                ("passes_on", models.CharField(blank=True, max_length=400)),
                ("keeps", models.CharField(blank=True, max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("approved", "Approved"), ("stopped", "Stopped")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("until_on", models.DateField(null=True)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_entry", models.UUIDField(null=True)),
                (
                    "operator",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.operator"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadingAlarm",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("account", models.UUIDField(null=True)),
                ("address", models.CharField(blank=True, max_length=64)),
                ("reasons", models.JSONField(default=list)),
                ("begun_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("students", models.PositiveIntegerField()),
                ("reads", models.PositiveIntegerField()),
                ("refused", models.PositiveIntegerField()),
                ("seconds", models.FloatField(null=True)),
                ("raised_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("explained", "Explained"), ("incident", "Incident")], max_length=24
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_entry", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["raised_at"], name="alarm_by_when")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)),
                        fields=("account", "address"),
                        name="one_open_alarm_of_an_account_or_an_address",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account", None), models.Q(("address", ""), _negated=True)),
                            models.Q(("account__isnull", False), ("address", "")),
                            _connector="OR",
                        ),
                        name="an_alarm_is_of_an_account_or_of_an_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", ""), ("settled_at", None), ("settled_by", None), ("settled_entry", None)
                            ),
                            models.Q(
                                ("settled_at__gte", models.F("raised_at")),
                                ("settled_by__isnull", False),
                                ("settled_entry__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_alarm_that_is_settled_says_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ToolAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("answer", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("tool", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.aitool")),
            ],
        ),
        migrations.AddConstraint(
            model_name="aitool",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("decided_entry", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("decided_entry__isnull", False),
                        models.Q(("state", "stopped"), ("until_on__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="a_tool_that_is_approved_says_by_whom_and_until_when",
            ),
        ),
        migrations.AddIndex(
            model_name="toolanswer",
            index=models.Index(fields=["tool", "asked_at"], name="answer_by_tool_and_time"),
        ),
    ]
