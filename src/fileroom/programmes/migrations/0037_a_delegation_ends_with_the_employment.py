"""A delegation of somebody who has left is ended by the program: its entry shows it, and nobody has taken it back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0036_what_is_known_of_a_companys_data_is_asked")]

    operations = [
        migrations.RemoveConstraint(model_name="delegation", name="a_delegation_that_was_ended_says_by_whom"),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("ended_entry", None)),
                    models.Q(("ended_at__isnull", False), ("ended_entry__isnull", False)),
                    _connector="OR",
                ),
                name="a_delegation_that_was_ended_has_its_entry",
            ),
        ),
    ]
