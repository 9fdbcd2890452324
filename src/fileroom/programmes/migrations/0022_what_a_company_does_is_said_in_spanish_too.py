"""What a company is used for and holds may be said in Spanish too; blank, families read the English."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0021_a_policy_has_the_districts_number")]

    operations = [
        migrations.AddField("operator", "does_es", models.CharField(blank=True, max_length=200)),
        migrations.AddField("operator", "holds_es", models.CharField(blank=True, max_length=400)),
    ]
