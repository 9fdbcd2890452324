"""By what a row may be whom an order names is kept with the answer; and, keyed, the mailboxes by which staff are asked
about without a card being opened again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0027_a_caseload_is_served_in_one_role")]

    operations = [
        migrations.AddField("courtorder", "mailboxes", models.JSONField(default=list)),
        migrations.AddField("ordernamesake", "grounds", models.CharField(blank=True, default="", max_length=40), False),
    ]
