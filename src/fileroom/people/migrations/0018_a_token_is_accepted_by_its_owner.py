"""A token is offered, and its owner accepts it and is shown the key.

Those that were made before, and whose keys whoever made them has seen, open nothing until their owners accept them: that
makes a new key.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("people", "0017_a_flag_is_ended_by_two")]

    operations = [
        migrations.AddField(model_name="token", name="accepted_at", field=models.DateTimeField(null=True)),
        migrations.AddField(model_name="token", name="accepted_entry", field=models.UUIDField(null=True)),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                name="token_is_accepted_with_its_entry",
                condition=Q(accepted_at=None, accepted_entry=None)
                | Q(accepted_at__isnull=False, accepted_entry__isnull=False, contract=None),
            ),
        ),
    ]
