"""Of a request that was taken before anybody asked which name the company has, and waits, nobody has said it."""

from __future__ import annotations

from django.db import migrations, models

# Of whoever goes by their legal name there is nothing to ask; where a demand went already, it has told a name.
NOBODY_HAS_SAID = """
UPDATE programmes_deletionrequest request SET by_preferred_name = NULL
FROM people_student student
WHERE student.id = request.student_id AND (student.preferred_given <> '' OR student.preferred_family <> '')
  AND request.letter IS NULL AND request.closed_why = '' AND NOT request.by_preferred_name
  AND NOT EXISTS (SELECT FROM programmes_demand demand WHERE demand.request_id = request.id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0032_whom_an_order_protects_is_said_by_two"),
        ("programmes", "0048_police_may_ask_about_harm_to_a_child"),
    ]

    operations = [
        migrations.AlterField(
            "deletionrequest", "by_preferred_name", models.BooleanField(db_default=False, default=False, null=True)
        ),
        migrations.RunSQL(NOBODY_HAS_SAID, migrations.RunSQL.noop),
    ]
