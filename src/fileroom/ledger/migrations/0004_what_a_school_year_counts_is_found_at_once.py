"""An index for what the policy's page counts: the few acts that came in or went out by the law's word, by their day."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while entries are written: no transaction may hold it
    dependencies = [("ledger", "0003_the_last_check_is_found_at_once")]

    operations = [
        AddIndexConcurrently(
            "event",
            models.Index(
                condition=models.Q(
                    (
                        "act__in",
                        [
                            "backup:taken",
                            "collection:refused",
                            "disclosure:answered",
                            "disclosure:refused",
                            "form:refused",
                            "quarantine:held",
                            "record:released",
                        ],
                    )
                ),
                fields=["act", "at"],
                name="ledger_event_counted",
            ),
        ),
    ]
