"""A sensitive record is opened before a training that was lacking, and another looks at it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0004_directory_information_goes_out_on_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenedAnyway",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("account", models.UUIDField()),
                ("student", models.UUIDField()),
                ("record", models.UUIDField()),
                ("item", models.CharField(max_length=40)),
                ("course", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("opened_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("reviewed_by", models.UUIDField(null=True)),
                ("review", models.UUIDField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "indexes": [models.Index(fields=["record", "account", "on"], name="opened_anyway_by_record")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by", None),
                            models.Q(("reviewed_by", models.F("account")), _negated=True),
                            _connector="OR",
                        ),
                        name="another_looks_at_what_was_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("review", None), ("reviewed_at", None), ("reviewed_by", None)),
                            models.Q(
                                ("review__isnull", False),
                                ("reviewed_at__isnull", False),
                                ("reviewed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_looked_at_has_its_entry",
                    ),
                ],
            },
        ),
    ]
