"""How often somebody who would agree to a list of choices has come in with another number: after a few nobody may."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("collection", "0016_a_row_that_asks_for_an_order_is_known_again")]

    operations = [
        migrations.AddField("choicebatch", "miscounted", models.PositiveSmallIntegerField(default=0)),
    ]
