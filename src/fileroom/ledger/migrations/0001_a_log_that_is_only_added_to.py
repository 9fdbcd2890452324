"""The four tables of the ledger: a log that is only added to, without keys into what it describes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("root", models.BinaryField()),
                ("note", models.TextField()),
                ("index_root", models.BinaryField()),
                ("labels", models.BigIntegerField()),
                ("sealed_size", models.BigIntegerField()),
                ("sealed_root", models.BinaryField()),
                ("salt", models.BinaryField()),
                ("entries", models.BigIntegerField()),
                ("arrived", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "ledger_checkpoint",
            },
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "log", "level", "number", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("log", models.TextField()),
                ("level", models.SmallIntegerField()),
                ("number", models.BigIntegerField()),
                ("hashes", models.BinaryField()),
                ("root", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_tile",
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("arrival", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.UUIDField(db_column="id", unique=True)),
                ("act", models.TextField()),
                ("student", models.UUIDField(null=True)),
                ("record", models.UUIDField(null=True)),
                ("part", models.TextField()),
                ("account", models.UUIDField(null=True)),
                ("role", models.TextField()),
                ("door", models.TextField()),
                ("client", models.TextField()),
                ("purpose", models.TextField()),
                ("outcome", models.TextField()),
                ("rules", models.TextField()),
                ("law_digest", models.TextField()),
                ("at", models.DateTimeField()),
                ("sealed", models.BooleanField()),
                ("salt", models.BinaryField()),
                ("mac", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_event",
                "indexes": [models.Index(fields=["student", "at"], name="ledger_event_student")],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "log", "position", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("log", models.TextField()),
                ("position", models.BigIntegerField()),
                ("event", models.UUIDField(null=True, unique=True)),
                ("label", models.BinaryField(null=True)),
                ("number", models.BigIntegerField(null=True)),
                ("hash", models.BinaryField()),
                ("head", models.BinaryField(null=True)),
            ],
            options={
                "db_table": "ledger_leaf",
                "constraints": [
                    models.UniqueConstraint(fields=("log", "label", "number"), name="ledger_leaf_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("event__isnull", True),
                                ("head__isnull", True),
                                ("label__isnull", True),
                                ("number__isnull", True),
                            ),
                            models.Q(
                                ("event__isnull", False),
                                ("head__isnull", False),
                                ("label__isnull", False),
                                ("number__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ledger_leaf_event_or_index",
                    ),
                ],
            },
        ),
    ]
