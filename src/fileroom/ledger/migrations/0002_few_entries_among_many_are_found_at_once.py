"""Two indexes for what a page or a check asks of a few entries: sealed ones of no student, and those about gaps."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while entries are written: no transaction may hold it
    dependencies = [("ledger", "0001_a_log_that_is_only_added_to")]

    operations = [
        AddIndexConcurrently(
            "event",
            models.Index(
                condition=models.Q(("sealed", True), ("student__isnull", True)),
                fields=["at", "entry"],
                name="ledger_event_apart",
            ),
        ),
        AddIndexConcurrently(
            "event",
            models.Index(
                condition=models.Q(("act__in", ["gap:explained", "backup:restored"])),
                fields=["act", "at"],
                name="ledger_event_of_gaps",
            ),
        ),
    ]
