"""A refusal that lies on paper in the file is taken back, as a choice is withdrawn."""

from django.db import migrations, models

SOURCES = [("form", "Form"), ("counter", "Counter"), ("imported", "Imported"), ("paper", "Paper")]


class Migration(migrations.Migration):
    dependencies = [("people", "0015_a_card_gives_a_family_another_address")]

    operations = [
        migrations.AlterField(
            model_name="familychoice", name="source", field=models.CharField(choices=SOURCES, max_length=8)
        ),
    ]
