"""What is owed again, because more was known since, is sent again: a paper to an office outside goes more than once."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0048_police_may_ask_about_harm_to_a_child")]

    operations = [migrations.RemoveConstraint(model_name="incidentsent", name="a_paper_is_sent_once")]
