"""A last day at a school says how it is known: a roster's silence is no word of anybody's.

Of those that stand already nobody can say it any more. They say nothing, and nothing rests on them.
"""

from django.db import migrations, models

KNOWN = [("absence", "Absence"), ("file", "File"), ("office", "Office")]


class Migration(migrations.Migration):
    dependencies = [("people", "0006_a_language_is_one_that_somebody_chose")]

    operations = [
        migrations.AddField("enrolment", "left_by", models.CharField(choices=KNOWN, max_length=7, null=True)),
    ]
