"""A restriction that a file no longer states is lifted: where one states it anew, a person asks again."""

from django.db import migrations, models

STATES = [("lifted", "Lifted"), ("settled", "Settled"), ("waiting", "Waiting")]


class Migration(migrations.Migration):
    dependencies = [("collection", "0006_what_many_rows_say_waits_for_a_person")]

    operations = [
        migrations.AlterField("possibleorder", "state", models.CharField(choices=STATES, max_length=8)),
    ]
