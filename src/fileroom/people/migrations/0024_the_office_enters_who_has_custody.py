"""Who has custody is entered with its paper, by whom and when; of two entries the later one holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0023_whoever_runs_the_systems_has_a_role")]

    operations = [
        migrations.AddField("custody", "paper", models.CharField(blank=True, default="", max_length=32), False),
        migrations.AddField("custody", "entered_at", models.DateTimeField(null=True)),
        migrations.AddField("custody", "entered_by", models.UUIDField(null=True)),
        migrations.AddField("custody", "entry", models.UUIDField(null=True)),
    ]
