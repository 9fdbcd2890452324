"""Which rows of a list of orders have had somebody ask: one that is sent again with the list asks nobody anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("collection", "0015_wrong_counts_of_a_list_of_orders_are_counted")]

    operations = [
        migrations.AddField("possibleorder", "rows_said", models.JSONField(default=list)),
    ]
