"""A party is bound to its entry by a MAC, and the form that handed a copy over stands beside it, once.

Rows from before have neither: the check of the ledger names them.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0001_who_asked_and_who_received")]

    operations = [
        migrations.AddField("recipient", "once", models.UUIDField(null=True, unique=True)),
        migrations.AddField("recipient", "said", models.BinaryField(default=b""), preserve_default=False),
        migrations.AddField("recipient", "mac", models.BinaryField(default=b""), preserve_default=False),
    ]
