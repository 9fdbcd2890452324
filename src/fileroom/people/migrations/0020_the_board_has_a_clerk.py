"""The clerk of the Board can be given an account: the report to the Board is released by the clerk."""

from django.db import migrations, models

ROLES = ("teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "counsel")


class Migration(migrations.Migration):
    dependencies = [("people", "0019_an_order_has_its_court_and_number")]

    operations = [
        migrations.AlterField(
            model_name="assignment",
            name="role",
            field=models.CharField(
                choices=[*((it, it.title()) for it in ROLES), ("board_clerk", "Board Clerk")], max_length=16
            ),
        ),
    ]
