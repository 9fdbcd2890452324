"""No account's language had been chosen by anybody, and no page read it: from now on it holds what its holder chose.

The table of a family's choices had neither writer nor reader. An empty list on file would have said that the family
refuses nothing, which nobody had asked.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_a_milestone_has_its_paper_and_its_end")]

    operations = [
        migrations.DeleteModel("Choice"),
        migrations.RemoveField("account", "language"),
        migrations.AddField("account", "language", models.CharField(default="", max_length=5)),
    ]
