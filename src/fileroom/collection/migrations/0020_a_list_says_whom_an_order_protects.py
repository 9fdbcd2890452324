"""A list of orders may say whom each protects; it is so of the order once a second person has agreed."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0019_a_form_may_be_the_it_leads"),
        ("people", "0031_an_order_is_temporary_or_made_after_a_hearing"),
    ]

    operations = [
        migrations.AddField(
            "listedorder",
            "protects",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
        ),
    ]
