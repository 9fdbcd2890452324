"""Two who gave one office at one moment both did: the database now lets one of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_what_counsel_has_signed_for")]

    operations = [
        migrations.AddConstraint(
            "custodian",
            models.UniqueConstraint(
                fields=("school", "from_on"), name="office_changes_hands_once_a_day", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            "custodian",
            models.UniqueConstraint(
                condition=models.Q(("to_on", None)),
                fields=("school",),
                name="office_has_one_holder_without_end",
                nulls_distinct=False,
            ),
        ),
    ]
