"""The parties of the ledger's entries at the gate out, whose names the ledger itself never holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Recipient",
            fields=[
                ("entry", models.UUIDField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("organisation", models.CharField(blank=True, max_length=120)),
                ("kind", models.CharField(max_length=40)),
                ("shown", models.CharField(blank=True, max_length=40)),
                ("told_on", models.DateField(null=True)),
            ],
        ),
    ]
