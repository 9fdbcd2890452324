"""A second look that whoever asked for it no longer asks for has a state of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0007_the_lists_of_the_office_can_be_taken_away")]

    operations = [
        migrations.AlterField(
            model_name="markedcopy",
            name="state",
            field=models.CharField(
                max_length=8,
                choices=[
                    ("waits", "Waits"),
                    ("cleared", "Cleared"),
                    ("left_out", "Left Out"),
                    ("gone", "Gone"),
                    ("recalled", "Recalled"),
                ],
            ),
        ),
    ]
