"""A family's request that a company sent along keeps the name under which the company has asked. Of one that waits from
before the company's own question says it: the request was kept at the moment at which that was answered."""

from __future__ import annotations

from django.db import migrations, models

# In the company's own spelling, which tells it nothing; nobody is asked any more which name it knows.
AS_IT_ASKED = """
UPDATE programmes_deletionrequest request
SET known_as = question.given || ' ' || question.family, by_preferred_name = FALSE
FROM programmes_companyquestion question
WHERE question.student_id = request.student_id AND question.answered_at = request.entered_at
  AND request.letter IS NULL AND request.closed_why = ''
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0050_whose_child_is_noted_under_the_key_stores_key")]

    operations = [
        migrations.AddField(
            "deletionrequest", "known_as", models.CharField(blank=True, db_default="", default="", max_length=601)
        ),
        migrations.RunSQL(AS_IT_ASKED, migrations.RunSQL.noop),
    ]
