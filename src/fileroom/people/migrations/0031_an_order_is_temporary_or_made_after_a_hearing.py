"""Of an order it is asked whether it is temporary, and when its hearing is; of those of before nobody was asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0030_that_it_is_somebody_else_is_said_by_two")]

    operations = [
        migrations.AddField(
            "courtorder",
            "stage",
            models.CharField(
                blank=True,
                choices=[("after_hearing", "After Hearing"), ("temporary", "Temporary")],
                default="",
                max_length=13,
            ),
            False,
        ),
        migrations.AddField("courtorder", "hearing_on", models.DateField(null=True)),
    ]
