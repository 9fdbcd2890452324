"""What is owed again, because more was known since, is sent again: a paper to an office outside goes more than once."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0051_the_name_under_which_a_company_asked")]

    operations = [migrations.RemoveConstraint(model_name="incidentsent", name="a_paper_is_sent_once")]
