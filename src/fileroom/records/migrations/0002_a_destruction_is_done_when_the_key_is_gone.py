"""A destruction has its entry, and is done when the key store has destroyed the key too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0001_shelves_and_holds")]

    operations = [
        migrations.AddField("version", "destruction", models.UUIDField(null=True)),
        migrations.AddField("version", "key_gone_at", models.DateTimeField(null=True)),
    ]
