"""That a family has a card was noted by mistake: one person proposes that it is over, and another confirms."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("people", "0016_a_refusal_on_paper_is_taken_back")]

    operations = [
        migrations.AddField(model_name="circumstance", name="proposed_at", field=models.DateTimeField(null=True)),
        migrations.AddField(model_name="circumstance", name="proposed_by", field=models.UUIDField(null=True)),
        migrations.AddConstraint(
            model_name="circumstance",
            constraint=models.CheckConstraint(
                name="nobody_confirms_the_end_they_proposed",
                condition=Q(proposed_by=None) | Q(ended_by=None) | ~Q(ended_by=F("proposed_by")),
            ),
        ),
    ]
