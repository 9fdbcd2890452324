"""An index for the newest check of the ledger: each page that shows what the last one found asks for it."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while entries are written: no transaction may hold it
    dependencies = [("ledger", "0002_few_entries_among_many_are_found_at_once")]

    operations = [
        AddIndexConcurrently(
            "event",
            models.Index(
                condition=models.Q(("act", "ledger:checked")), fields=["arrival"], name="ledger_event_checked"
            ),
        ),
    ]
