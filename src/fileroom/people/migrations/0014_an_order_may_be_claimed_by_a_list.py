"""A list may say that there is an order: it is claimed, and in doubt, until a second person agrees or its paper comes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0013_a_token_is_a_digest_and_an_owner"),
    ]

    operations = [
        migrations.AddField(
            model_name="courtorder",
            name="claimed",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="courtorder",
            name="received_by",
            field=models.UUIDField(null=True),
        ),
    ]
