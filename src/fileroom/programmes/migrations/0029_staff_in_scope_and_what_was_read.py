"""A count of what was shown says how many of the staff it found; a list, when its rows of nobody were read; an incident,
how many files outside this program were in reach, and how many of these somebody has read. Of one of the staff whom it
touches stands a keyed hash of where they are written to. A night's list says how many its sheet of orders and holds names, and who has agreed that
it is printed."""

from django.db import migrations, models
from django.db.models import F, Q

NO_MORE = Q(files_read=None) | Q(files_read__lte=F("files"))


class Migration(migrations.Migration):
    dependencies = [("programmes", "0028_what_is_owed_of_a_demand_says_of_whom")]

    operations = [
        migrations.AddField("incidentscope", "staff", models.PositiveIntegerField(default=0)),
        migrations.AddField("incidentlist", "opened_at", models.DateTimeField(null=True)),
        migrations.AddField("essentiallist", "sheet", models.PositiveIntegerField(default=0)),
        migrations.AddField("essentiallist", "agreed_by", models.UUIDField(null=True)),
        migrations.AddField("essentiallist", "agreed_entry", models.UUIDField(null=True)),
        migrations.AddField("incident", "files", models.PositiveIntegerField(null=True)),
        migrations.AddField("incident", "files_read", models.PositiveIntegerField(null=True)),
        migrations.AddField(
            "incidentperson", "place", models.CharField(max_length=64, blank=True, default=""), preserve_default=False
        ),
        migrations.AddConstraint(
            "incident", models.CheckConstraint(condition=NO_MORE, name="no_more_files_are_read_than_there_are")
        ),
    ]
