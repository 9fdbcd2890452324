"""A document in which the sieve found something waits, sealed with a key of its own, and is no record of anybody."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("records", "0005_a_document_keeps_the_day_it_bears")]

    operations = [
        migrations.CreateModel(
            name="Quarantined",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("item", models.CharField(max_length=40)),
                ("about", models.UUIDField(null=True)),
                ("others", models.CharField(blank=True, max_length=16)),
                ("dated_on", models.DateField(null=True)),
                ("road", models.CharField(max_length=16)),
                ("brought_by", models.UUIDField(null=True)),
                ("brought_at", models.DateTimeField()),
                ("outcome", models.CharField(max_length=16)),
                ("template", models.CharField(max_length=64)),
                ("found", models.JSONField()),
                ("covered_by", models.JSONField()),
                ("redactable", models.BooleanField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("destroyed", "Destroyed"),
                            ("held", "Held"),
                            ("kept", "Kept"),
                            ("redacted", "Redacted"),
                            ("returned", "Returned"),
                        ],
                        default="held",
                        max_length=9,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decision", models.UUIDField(null=True)),
                (
                    "student",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.student"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["template", "state"], name="quarantined_by_template"),
                    models.Index(fields=["student"], name="quarantined_by_student"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        name="what_is_held_waits_and_what_waits_no_more_has_its_entry",
                        condition=Q(state="held", decision__isnull=True, decided_at__isnull=True)
                        | (~Q(state="held") & Q(decision__isnull=False, decided_at__isnull=False)),
                    )
                ],
            },
        ),
        migrations.AlterField(
            "version",
            "record",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.record"),
        ),
        migrations.AddField(
            "version",
            "quarantined",
            models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.quarantined"),
        ),
        migrations.AddConstraint(
            "version",
            models.CheckConstraint(
                name="a_version_is_of_a_record_or_of_what_was_held_back",
                condition=Q(record__isnull=True, quarantined__isnull=False)
                | Q(record__isnull=False, quarantined__isnull=True),
            ),
        ),
    ]
