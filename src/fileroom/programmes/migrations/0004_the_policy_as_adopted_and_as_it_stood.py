"""Two tables of the policy: its text as the Board adopted it, and how each evidence stood, night by night."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_requests_by_officers_have_a_register_of_their_own")]

    operations = [
        migrations.CreateModel(
            name="AdoptedPolicy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("adopted_on", models.DateField()),
                ("text", models.TextField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("adopted_on",), name="one_policy_is_adopted_a_day")],
            },
        ),
        migrations.CreateModel(
            name="PolicySnapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("evidence", models.CharField(max_length=60)),
                ("on", models.DateField()),
                ("number", models.IntegerField(null=True)),
                ("of", models.IntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("attention", "ATTENTION"),
                            ("not_here", "NOT_HERE"),
                            ("running", "RUNNING"),
                            ("duty", "DUTY"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("evidence", "on"), name="an_evidence_is_kept_once_a_night")
                ],
            },
        ),
    ]
