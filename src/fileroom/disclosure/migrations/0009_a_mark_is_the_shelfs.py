"""The table of marks is the shelf's from here on (records 0009). Nothing in it changes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0008_who_asked_for_a_look_no_longer_does")]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="CareMark")]),
    ]
