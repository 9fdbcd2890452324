"""An index for the watch over reading: the times of what was shown to somebody, or refused, and of nothing else."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while entries are written: no transaction may hold it

    dependencies = [
        ("ledger", "0004_what_a_school_year_counts_is_found_at_once"),
    ]

    operations = [
        AddIndexConcurrently(
            "event",
            models.Index(
                condition=models.Q(
                    (
                        "act__in",
                        [
                            "disclosure:refused",
                            "file:opened",
                            "letter:opened",
                            "log:exported",
                            "log:viewed",
                            "order:looked_at",
                            "quarantine:looked_at",
                            "record:copied",
                            "record:inspected",
                            "record:released",
                        ],
                    )
                ),
                fields=["at"],
                name="ledger_event_reads",
            ),
        ),
    ]
