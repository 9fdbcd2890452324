"""Until when a training counts, where the gates can read it; and from when on the gate asks for it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0011_what_families_choose_and_what_is_to_be_minded"),
    ]

    operations = [
        migrations.CreateModel(
            name="TrainingGate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField(null=True)),
                ("grace_days", models.PositiveSmallIntegerField()),
                ("set_at", models.DateTimeField()),
                ("set_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainedUntil",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("course", models.CharField(max_length=40)),
                ("until_on", models.DateField()),
                ("employee", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.employee")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("employee", "course"), name="one_last_day_of_a_training")
                ],
            },
        ),
    ]
