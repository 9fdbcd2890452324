"""The district says by which number it knows its policy; a text entered before was entered as 5125."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0020_a_letter_goes_to_the_company")]

    operations = [
        migrations.AddField("adoptedpolicy", "number", models.CharField(max_length=12, default="5125")),
    ]
