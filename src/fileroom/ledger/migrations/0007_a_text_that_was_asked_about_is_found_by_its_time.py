"""The index of the watch over reading has the texts that were asked about for a tool: they tell who is of the district."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

SHOWN = [
    "address:opened", "contacts:listed", "directory:released", "disclosure:refused", "enforcement:read",
    "essentials:printed", "file:opened", "incident:listed", "incident:read", "letter:issued", "letter:opened",
    "link:refused", "list:handed_over", "log:exported", "log:viewed", "mark:reason_read", "nonenrolment:looked_at",
    "notice:listed", "opening:read", "order:looked_at", "order:previewed", "quarantine:looked_at", "record:copied",
    "record:inspected", "record:listed", "record:released", "social_media:listed", "student:listed", "student:searched",
    "tool:asked",
]  # fmt: skip


class Migration(migrations.Migration):
    atomic = False  # made while entries are written: no transaction may hold it

    dependencies = [("ledger", "0006_all_that_was_shown_is_found_by_its_time")]

    operations = [
        RemoveIndexConcurrently("event", "ledger_event_reads"),
        AddIndexConcurrently(
            "event", models.Index(condition=models.Q(("act__in", SHOWN)), fields=["at"], name="ledger_event_reads")
        ),
    ]
