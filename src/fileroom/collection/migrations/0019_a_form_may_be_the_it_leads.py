"""A form of the district's may be the IT lead's, as it may be anybody's who holds an office."""

from django.db import migrations, models

OWNERS = ("teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "counsel")


class Migration(migrations.Migration):
    dependencies = [("collection", "0018_a_form_may_be_the_board_clerks")]

    operations = [
        migrations.AlterField(
            model_name="registeredform",
            name="owner",
            field=models.CharField(
                choices=[
                    *((it, it.title()) for it in OWNERS), ("board_clerk", "Board Clerk"), ("it_lead", "IT Lead"),
                ],
                max_length=16,
            ),
        ),
    ]  # fmt: skip
