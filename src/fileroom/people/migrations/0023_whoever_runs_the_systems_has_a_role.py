"""Whoever runs the systems can be given a role: it opens no file."""

from django.db import migrations, models

ROLES = ("teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "counsel")


class Migration(migrations.Migration):
    dependencies = [("people", "0022_an_order_says_who_collects_the_child")]

    operations = [
        migrations.AlterField(
            model_name="assignment",
            name="role",
            field=models.CharField(
                choices=[
                    *((it, it.title()) for it in ROLES), ("board_clerk", "Board Clerk"), ("it_lead", "IT Lead"),
                ],
                max_length=16,
            ),
        ),
    ]  # fmt: skip
