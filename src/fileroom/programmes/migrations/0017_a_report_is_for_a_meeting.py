"""A released report is for a meeting of the Board, and a packet knows which reports it tells of.

Of what was released before no meeting is known, and of the packets made before not what they told: such a report is
told again at the next meeting, rather than never.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0016_letters_go_by_print_and_counts_and_lists_are_settled"),
    ]

    operations = [
        migrations.AddField("enforcementreport", "meeting_on", models.DateField(null=True)),
        migrations.AddField("boardpacket", "reports", models.JSONField(default=list)),
    ]
