"""An office that was given by mistake is taken back the same day: its row stays, holds no day, and takes no place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0032_whom_an_order_protects_is_said_by_two")]

    operations = [
        migrations.AddField("custodian", "mistaken_entry", models.UUIDField(null=True)),
        migrations.RemoveConstraint("custodian", "custodian_ends_after_it_begins"),
        migrations.AddConstraint(
            "custodian",
            models.CheckConstraint(
                name="custodian_ends_after_it_begins_or_was_a_mistake",
                condition=models.Q(("mistaken_entry", None), ("to_on", None))
                | models.Q(("mistaken_entry", None), ("to_on__gte", models.F("from_on")))
                | models.Q(
                    ("mistaken_entry__isnull", False),
                    ("to_on__isnull", False),
                    ("to_on__lt", models.F("from_on")),
                ),
            ),
        ),
        migrations.RemoveConstraint("custodian", "office_changes_hands_once_a_day"),
        migrations.AddConstraint(
            "custodian",
            models.UniqueConstraint(
                fields=("school", "from_on"),
                condition=models.Q(("mistaken_entry", None)),
                name="office_changes_hands_once_a_day",
                nulls_distinct=False,
            ),
        ),
    ]
