"""That a form asks under a law's exception is declared by one person, approved by another, and ends."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("collection", "0009_what_another_school_sent_may_hold_an_order")]

    operations = [
        migrations.AddField("registeredform", "under", models.UUIDField(null=True)),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("exception", models.CharField(max_length=32)),
                ("title", models.CharField(max_length=300)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField()),
                ("declared_by", models.UUIDField()),
                ("declared_at", models.DateTimeField()),
                ("approved_by", models.UUIDField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "form",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="collection.registeredform"),
                ),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(to_on__gte=F("from_on")), name="declaration_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=Q(approved_by=None, approved_at=None)
                        | (Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("declared_by"))),
                        name="declaration_is_approved_by_another",
                    ),
                    models.CheckConstraint(
                        condition=Q(withdrawn_by=None, withdrawn_at=None)
                        | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                        name="declaration_is_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
    ]
