"""A mark that was taken off does not come back for the words that were looked at: it says for which it came.

Of a mark of before nobody knows it: the next version of its record marks it once more.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0010_a_letter_is_found_by_its_day")]

    operations = [
        migrations.AddField(model_name="caremark", name="told", field=models.JSONField(null=True)),
    ]
