"""How often somebody who would agree to a list of orders has come in with another number: after a few nobody may."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("collection", "0014_a_list_of_choices_says_what_was_set_aside")]

    operations = [
        migrations.AddField("orderbatch", "miscounted", models.PositiveSmallIntegerField(default=0)),
    ]
