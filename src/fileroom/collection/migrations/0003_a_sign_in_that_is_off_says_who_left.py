"""A roster switches an employee's sign-in off where they have left: its word waits with the rest of the row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("collection", "0002_rows_of_a_bundle_wait_here")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE bundle_users ADD COLUMN enabled_user text",
            "ALTER TABLE bundle_users DROP COLUMN enabled_user",
            hints={"no_model": True},
        )
    ]
