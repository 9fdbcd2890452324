"""An order says which court made it, under which number, and what whoever handed it in is to the child."""

from __future__ import annotations

from django.db import migrations, models

BROUGHT_BY = ["protected", "restrained", "lawyer", "officer", "other"]


def said(most: int, choices: list[str] | None = None) -> models.CharField[str, str]:
    """A word that an order filed before has not."""
    named = [(it, it.capitalize()) for it in choices] if choices else None
    return models.CharField(blank=True, default="", max_length=most, choices=named)


class Migration(migrations.Migration):
    dependencies = [("people", "0018_a_token_is_accepted_by_its_owner")]

    operations = [
        migrations.AddField("courtorder", "court", said(120), preserve_default=False),
        migrations.AddField("courtorder", "number", said(60), preserve_default=False),
        migrations.AddField("courtorder", "brought_by", said(10, BROUGHT_BY), preserve_default=False),
    ]
