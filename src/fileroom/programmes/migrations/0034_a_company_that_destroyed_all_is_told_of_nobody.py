"""A company that has destroyed all of it is told of nobody any longer: what was not sent is let go, and what it
destroyed it may have destroyed before it had to."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0033_a_demand_is_about_everything_and_a_company_is_described_anew")]

    operations = [
        migrations.RemoveConstraint("socialmediavendornotice", "it_destroys_after_it_was_told"),
    ]
