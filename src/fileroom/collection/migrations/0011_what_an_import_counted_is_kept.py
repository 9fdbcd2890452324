"""Of an import there was a line in the ledger and no more. Its counts are kept from now on; those before are listed."""

import uuid

from django.db import migrations, models

ALREADY = """
INSERT INTO collection_import (id, part, door, imported_by, imported_at, dropped, problems, remarks)
SELECT id, part, door, account, at, '[]', '{}', '{}' FROM ledger_event WHERE act = 'bundle:imported'"""


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0010_an_exception_is_declared_and_approved"),
        ("ledger", "0001_a_log_that_is_only_added_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("part", models.CharField(max_length=64)),
                ("door", models.CharField(max_length=16)),
                ("imported_by", models.UUIDField(null=True)),
                ("imported_at", models.DateTimeField()),
                ("counts", models.JSONField(null=True)),
                ("dropped", models.JSONField(default=list)),
                ("problems", models.JSONField(default=dict)),
                ("remarks", models.JSONField(default=dict)),
            ],
            options={"abstract": False},
        ),
        migrations.RunSQL(ALREADY, migrations.RunSQL.noop),
    ]
