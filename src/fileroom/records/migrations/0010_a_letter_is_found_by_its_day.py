"""The letters that were issued are listed the newest first, some at a time."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while letters are issued: no transaction may hold it

    dependencies = [("records", "0009_a_mark_lies_where_a_record_is_filed")]

    operations = [
        AddIndexConcurrently("letter", models.Index(fields=["-issued_at", "id"], name="letter_by_its_day")),
    ]
