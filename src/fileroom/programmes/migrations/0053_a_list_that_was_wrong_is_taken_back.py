"""Each on the list of an incident says which lists and counts name them, and a list that was wrong is taken back.

Of those who stand there already nobody knows which later lists have named them too: every one of the incident's may
have, and nobody is taken off whom another list or count may name.
"""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

BY_WHOM = models.CheckConstraint(
    name="a_list_taken_back_says_by_whom",
    condition=Q(wrong="", wrong_by=None, wrong_entry=None)
    | (~Q(wrong="") & Q(wrong_by__isnull=False, wrong_entry__isnull=False)),
)
# Its own entry stands first, once; a row of a list that is nobody here is of that list alone.
NAMED_BY_ANY = """
UPDATE programmes_incidentperson person SET named = jsonb_build_array(person.entry) || CASE
    WHEN person.list IS NOT NULL THEN '[]'::jsonb
    ELSE COALESCE((SELECT jsonb_agg(others.entry) FROM (
        SELECT list.entry FROM programmes_incidentlist list WHERE list.incident_id = person.incident_id
        UNION SELECT counted.listed_entry FROM programmes_incidentscope counted
        WHERE counted.incident_id = person.incident_id AND counted.listed_entry IS NOT NULL
    ) others WHERE others.entry <> person.entry), '[]'::jsonb) END"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0052_a_paper_may_go_again")]

    operations = [
        migrations.AddField(
            "incidentlist", "wrong", models.CharField(blank=True, db_default="", default="", max_length=24)
        ),
        migrations.AddField("incidentlist", "wrong_by", models.UUIDField(null=True)),
        migrations.AddField("incidentlist", "wrong_entry", models.UUIDField(null=True)),
        migrations.AddConstraint("incidentlist", BY_WHOM),
        migrations.AddField("incidentperson", "named", models.JSONField(default=list)),
        migrations.RunSQL(NAMED_BY_ANY, migrations.RunSQL.noop),
    ]
