"""A form of the district's may be the clerk of the Board's, as it may be anybody's who holds an office."""

from django.db import migrations, models

OWNERS = ("teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "counsel")


class Migration(migrations.Migration):
    dependencies = [("collection", "0017_wrong_counts_of_a_list_of_choices_are_counted")]

    operations = [
        migrations.AlterField(
            model_name="registeredform",
            name="owner",
            field=models.CharField(
                choices=[*((it, it.title()) for it in OWNERS), ("board_clerk", "Board Clerk")], max_length=16
            ),
        ),
    ]
