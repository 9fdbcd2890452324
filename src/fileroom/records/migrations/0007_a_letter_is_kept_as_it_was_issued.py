"""What the district wrote is kept sealed, as it was issued, apart from every file."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_a_last_day_says_how_it_is_known"),
        ("records", "0006_what_is_held_back_waits_apart_from_every_record"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("wording", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=5)),
                ("about", models.UUIDField()),
                ("to", models.UUIDField(null=True)),
                ("code", models.CharField(max_length=14, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("issued_at", models.DateTimeField()),
                ("issued_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="a_version_is_of_a_record_or_of_what_was_held_back",
        ),
        migrations.AddField(
            model_name="letter",
            name="student",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.student"),
        ),
        migrations.AddField(
            model_name="version",
            name="letter",
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.letter"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter__isnull", True), ("quarantined__isnull", True), ("record__isnull", False)),
                    models.Q(("letter__isnull", True), ("quarantined__isnull", False), ("record__isnull", True)),
                    models.Q(("letter__isnull", False), ("quarantined__isnull", True), ("record__isnull", True)),
                    _connector="OR",
                ),
                name="a_version_is_of_one_thing",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["about"], name="letter_by_what_it_is_about"),
        ),
    ]
