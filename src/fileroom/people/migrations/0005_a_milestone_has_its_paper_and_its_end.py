"""Emancipation, college, graduation and counsel's finding have a page now, and stand with paper and end.

The day of a college stood on the student's own row, where nothing ever wrote it: no row loses anything with it.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_one_holder_of_an_office")]

    operations = [
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("attends_postsecondary", "Attends Postsecondary"),
                            ("emancipated", "Emancipated"),
                            ("graduated", "Graduated"),
                            ("rights_passed", "Rights Passed"),
                        ],
                        max_length=24,
                    ),
                ),
                ("paper", models.CharField(max_length=32)),
                ("from_on", models.DateField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("over_on", models.DateField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_entry", models.UUIDField(null=True)),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_on__isnull", True), ("over_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="milestone_is_over_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("over_on__isnull", True)),
                        fields=("student", "kind"),
                        name="one_open_milestone_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_on__isnull", True),
                            models.Q(("ended_by__isnull", False), ("ended_entry__isnull", False)),
                            _connector="OR",
                        ),
                        name="milestone_that_is_over_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.RemoveField("student", "attends_postsecondary_from"),
    ]
