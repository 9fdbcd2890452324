"""What another school sent may hold an order: it waits for a person, and names no contact."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("collection", "0008_a_form_the_district_asks_by_is_registered")]

    operations = [
        migrations.AlterField(
            "possibleorder",
            "contact",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
        ),
        migrations.AddConstraint(
            "possibleorder",
            models.UniqueConstraint(
                condition=models.Q(("contact", None)), fields=("student",), name="one_possible_order_of_no_contact"
            ),
        ),
    ]
