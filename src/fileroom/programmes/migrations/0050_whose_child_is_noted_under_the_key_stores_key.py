"""Whose child a request is about is known again by a key of the key store, and no more by the web's own; and of letters
from before it was noted at all, the round of every hour notes it. Until then a request of before is taken to be about
each child from whom an order keeps somebody."""

from __future__ import annotations

from django.db import migrations, models

OF_BEFORE = """
UPDATE programmes_enforcementrequest request SET children_noted = false
WHERE EXISTS (SELECT FROM programmes_familynotice notice WHERE notice.request_id = request.id)
OR EXISTS (SELECT FROM records_sealednote note WHERE note.kind = 'enforcement_student' AND note.about = request.id)"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0049_which_name_an_account_bears_was_not_asked"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [
        migrations.AddField("enforcementrequest", "children_noted", models.BooleanField(db_default=True, default=True)),
        migrations.RunSQL(OF_BEFORE, migrations.RunSQL.noop),
    ]
