"""A caseload is served in the role it was given to, and in no other that its holder has."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0026_who_may_be_whom_an_order_names")]

    operations = [
        migrations.AddField("caseload", "role", models.CharField(blank=True, default="", max_length=16), False),
    ]
