"""The essential list of each school is made in the night, sealed, and destroyed with the next."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0021_a_school_year_is_entered_whole"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
        ("programmes", "0023_a_parent_stands_on_the_list_themself"),
    ]

    operations = [
        migrations.CreateModel(
            "EssentialList",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("night_on", models.DateField()),
                ("students", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                ("opened_at", models.DateTimeField(null=True)),
                ("stored_at", models.DateTimeField(null=True)),
                ("stored_by", models.UUIDField(null=True)),
                ("stored_entry", models.UUIDField(null=True)),
                ("gone_at", models.DateTimeField(null=True)),
                ("gone_entry", models.UUIDField(null=True)),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.school")),
                ("note", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="records.sealednote")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(name="a_school_has_a_list_a_night", fields=["school", "night_on"]),
                    models.CheckConstraint(
                        name="a_list_that_is_locked_away_was_opened_and_says_by_whom",
                        condition=Q(stored_at=None, stored_by=None, stored_entry=None)
                        | Q(
                            opened_at__isnull=False,
                            stored_at__isnull=False,
                            stored_by__isnull=False,
                            stored_entry__isnull=False,
                        ),
                    ),
                    models.CheckConstraint(
                        name="a_list_that_is_gone_has_its_entry",
                        condition=Q(gone_at=None, gone_entry=None) | Q(gone_at__isnull=False, gone_entry__isnull=False),
                    ),
                ],
            },
        ),
    ]
