"""A company that gathers anew of a student of whom it has said that it destroyed is told by another notice."""

from __future__ import annotations

from django.db import migrations, models

TOLD_ONCE = models.UniqueConstraint(
    condition=models.Q(("back_at", None), ("destroyed_on", None)),
    fields=("vendor", "student"),
    name="a_company_is_told_once",
)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0045_the_name_an_account_bears")]

    operations = [
        migrations.RemoveConstraint("socialmediavendornotice", "a_company_is_told_once"),
        migrations.AddConstraint("socialmediavendornotice", TOLD_ONCE),
    ]
