"""An absence says by what sign it was noticed, which last day the file names, and what an employee held till then.

The columns in which a bundle counted who is missing are counted where they are asked for.
"""

from django.db import migrations, models

SIGNS = [
    ("absent", "Absent"),
    ("elsewhere", "Elsewhere"),
    ("exit", "Exit"),
    ("off", "Off"),
]


class Migration(migrations.Migration):
    dependencies = [("collection", "0005_a_restriction_waits_for_a_person")]

    operations = [
        migrations.AddField("absence", "sign", models.CharField(choices=SIGNS, default="absent", max_length=9)),
        migrations.AddField("absence", "last_on", models.DateField(null=True)),
        migrations.AddField("absence", "ended", models.JSONField(null=True)),
        migrations.RunSQL(
            "ALTER TABLE bundle_absent DROP COLUMN missing, DROP COLUMN enrolled, ADD COLUMN sign text, "
            "ADD COLUMN last_on date, ADD COLUMN file text, ADD COLUMN row integer",
            "ALTER TABLE bundle_absent ADD COLUMN missing bigint, ADD COLUMN enrolled bigint, DROP COLUMN sign, "
            "DROP COLUMN last_on, DROP COLUMN file, DROP COLUMN row",
            hints={"no_model": True},
        ),
    ]
