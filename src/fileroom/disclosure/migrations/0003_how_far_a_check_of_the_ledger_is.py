"""A check of the ledger from its page walks in the background: how far it is, and what it found, is read from here."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0002_a_party_is_bound_to_its_entry_and_a_form_hands_over_once")]

    operations = [
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                ("begun_by", models.UUIDField()),
                ("walked", models.BigIntegerField(default=0)),
                ("entries", models.BigIntegerField(default=0)),
                ("alive_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("entry", models.UUIDField(null=True)),
                ("found", models.TextField(blank=True)),
                ("mac", models.BinaryField(default=b"")),
            ],
            options={"db_table": "disclosure_check"},
        ),
    ]
