"""Two people find that a request was not for immigration; a report knows the requests it tells of, and one may wait."""

import django.db.models.deletion
from django.db import migrations, models

# What a report that was signed before had covered: every request until it was drawn up that no earlier one had.
THOSE_OF_EACH_REPORT = """
UPDATE programmes_enforcementrequest asked
SET report_id = (
    SELECT it.id FROM programmes_enforcementreport it WHERE it.until >= asked.opened_at ORDER BY it.until LIMIT 1
)
WHERE asked.strict AND asked.outcome <> 'not_immigration'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0011_a_policy_is_entered_anew_for_the_same_day"),
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="enforcementreport", name="one_report_waits_for_its_second"),
        migrations.AddField("enforcementrequest", "found_at", models.DateTimeField(null=True)),
        migrations.AddField("enforcementrequest", "found_by", models.UUIDField(null=True)),
        migrations.AddField("enforcementrequest", "found_entry", models.UUIDField(null=True)),
        migrations.AddField(
            "enforcementrequest",
            "report",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="requests",
                to="programmes.enforcementreport",
            ),
        ),
        migrations.RunSQL(THOSE_OF_EACH_REPORT, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "enforcementreport",
            models.UniqueConstraint(
                condition=models.Q(("released_at", None)),
                fields=("released_at",),
                name="one_report_waits_for_its_second",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            "enforcementrequest",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "not_immigration"), ("strict", True), _negated=True),
                    models.Q(
                        ("found_at__isnull", False),
                        ("found_by__isnull", False),
                        ("found_entry__isnull", False),
                        models.Q(("found_by", models.F("closed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="two_find_that_it_was_not_for_immigration",
            ),
        ),
    ]
