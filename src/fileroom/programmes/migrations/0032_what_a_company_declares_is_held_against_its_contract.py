"""A sentence that is to permit the training of a model is held against the contract, by a person, and says which."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0031_a_letter_to_a_family_is_set_when_it_goes_out")]

    operations = [
        migrations.AddField(
            "aiuse",
            "held_against",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.contract"),
        ),
        migrations.AddField("aiuse", "held_at", models.DateTimeField(null=True)),
        migrations.AddField("aiuse", "held_by", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "aiuse",
            models.CheckConstraint(
                name="whoever_held_a_sentence_against_a_contract_stands_there",
                condition=models.Q(held_at=None, held_by=None, held_against=None)
                | models.Q(held_at__isnull=False, held_by__isnull=False),
            ),
        ),
    ]
