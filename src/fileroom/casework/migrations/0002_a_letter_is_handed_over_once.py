"""Whoever has handed a letter over to whom it is for says so, once."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0001_links_and_mails_that_wait"),
        ("records", "0010_a_letter_is_found_by_its_day"),
    ]

    operations = [
        migrations.CreateModel(
            name="HandedOver",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("handed_at", models.DateTimeField()),
                ("handed_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "letter",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="records.letter"),
                ),
            ],
        ),
    ]
