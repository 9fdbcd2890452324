"""A break has a name, single days without school are a kind of it, and somebody says that a year's calendar is whole."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0020_the_board_has_a_clerk")]

    operations = [
        migrations.AddField(model_name="break", name="name", field=models.CharField(default="", max_length=80)),
        migrations.AlterField(
            model_name="break",
            name="kind",
            field=models.CharField(
                choices=[
                    ("fall", "Fall"),
                    ("winter", "Winter"),
                    ("spring", "Spring"),
                    ("summer", "Summer"),
                    ("other", "Other"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="WholeCalendar",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("year", models.SmallIntegerField(unique=True)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField(null=True)),
            ],
            options={"abstract": False},
        ),
    ]
