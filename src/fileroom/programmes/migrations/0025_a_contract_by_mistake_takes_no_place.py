"""A contract that was entered by mistake stays as it was read, and takes no place: another may take the same one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0024_each_night_has_its_essential_list")]

    operations = [
        migrations.AlterField(
            "contract",
            "replaces",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by",
                to="programmes.contract",
            ),
        ),
        migrations.AddConstraint(
            "contract",
            models.UniqueConstraint(
                condition=models.Q(("ended_why", "mistake"), _negated=True),
                fields=("replaces",),
                name="one_contract_takes_the_place_of_another",
            ),
        ),
    ]  # fmt: skip
