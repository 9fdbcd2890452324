"""Who is absent is asked of each student here, and of each row set aside: without an index once for each, of all rows."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("collection", "0003_a_sign_in_that_is_off_says_who_left")]

    operations = [
        migrations.RunSQL(
            f"CREATE INDEX {table}_by_id ON {table} (source_id)",
            f"DROP INDEX {table}_by_id",
            hints={"no_model": True},
        )
        for table in ("bundle_users", "bundle_aside")
    ]
