"""One table for what is owed: by which rule, whose, from when, due when, done with what evidence."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rule", models.CharField(max_length=200)),
                ("room", models.CharField(max_length=24)),
                ("of", models.UUIDField()),
                ("part", models.CharField(blank=True, max_length=40)),
                ("office", models.CharField(blank=True, max_length=24)),
                ("school", models.UUIDField(null=True)),
                ("employee", models.UUIDField(null=True)),
                ("student", models.UUIDField(null=True)),
                ("began_at", models.DateTimeField()),
                ("clock", models.CharField(blank=True, max_length=40)),
                ("due_on", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("caused_by", models.UUIDField()),
                ("done_at", models.DateTimeField(null=True)),
                ("done_by", models.UUIDField(null=True)),
                ("evidence", models.UUIDField(null=True)),
                ("moot", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["office", "school"], name="duty_open_by_office"
                    ),
                    models.Index(fields=["room", "of"], name="duty_by_what_it_is_about"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None)),
                        fields=("room", "rule", "of", "part", "office", "school", "employee"),
                        nulls_distinct=False,
                        name="a_duty_is_owed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("evidence", None), ("moot", False)),
                            models.Q(("done_at__isnull", False), ("evidence__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_duty_that_is_over_has_its_evidence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("employee", None), models.Q(("office", ""), _negated=True)),
                            models.Q(("employee__isnull", False), ("office", "")),
                            _connector="OR",
                        ),
                        name="a_duty_is_of_an_office_or_of_one_employee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on", None), ("due_at", None), _connector="OR"),
                        name="a_duty_is_due_on_a_day_or_at_an_hour",
                    ),
                ],
            },
        ),
    ]
