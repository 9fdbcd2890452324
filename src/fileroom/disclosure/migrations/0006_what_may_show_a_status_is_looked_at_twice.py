"""What may indicate a family's status is marked, and looked at before a copy leaves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0005_a_record_is_opened_before_a_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarkChoice",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("mark", models.CharField(max_length=40)),
                ("bears", models.CharField(max_length=40)),
                ("chosen_at", models.DateTimeField()),
                ("chosen_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="CareMark",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("record", models.UUIDField()),
                ("marked_at", models.DateTimeField()),
                ("marked_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposed_by", models.UUIDField(null=True)),
                ("proposal", models.UUIDField(null=True)),
                ("off_at", models.DateTimeField(null=True)),
                ("off_by", models.UUIDField(null=True)),
                ("off", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("off_at", None)), fields=("record",), name="a_record_bears_one_mark"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("off", None), ("off_at", None), ("off_by", None)),
                            models.Q(
                                ("off__isnull", False),
                                ("off_at__isnull", False),
                                ("off_by__isnull", False),
                                ("proposed_by__isnull", False),
                                models.Q(("off_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="two_people_take_a_mark_off",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MarkedCopy",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("record", models.UUIDField()),
                ("mark", models.CharField(max_length=40)),
                ("step", models.CharField(max_length=40)),
                ("whom", models.BinaryField(max_length=32)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waits", "Waits"),
                            ("cleared", "Cleared"),
                            ("left_out", "Left Out"),
                            ("gone", "Gone"),
                        ],
                        max_length=8,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("looked_at", models.DateTimeField(null=True)),
                ("looked_by", models.UUIDField(null=True)),
                ("look", models.UUIDField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("gone_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["record", "state"], name="marked_copy_by_record"),
                    models.Index(fields=["-asked_at"], name="marked_copy_by_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("looked_by", None),
                            models.Q(("looked_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="another_takes_the_second_look",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["cleared", "left_out"]), _negated=True),
                            models.Q(("look__isnull", False), ("looked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_was_cleared_was_looked_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "gone"), ("step", "second_look"), _negated=True),
                            ("looked_by__isnull", False),
                            _connector="OR",
                        ),
                        name="nothing_goes_by_a_second_look_that_nobody_took",
                    ),
                ],
            },
        ),
    ]
