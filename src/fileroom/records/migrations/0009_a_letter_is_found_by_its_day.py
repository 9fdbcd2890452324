"""The letters that were issued are listed the newest first, some at a time."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # made while letters are issued: no transaction may hold it

    dependencies = [("records", "0008_what_is_noted_of_no_student_lies_sealed")]

    operations = [
        AddIndexConcurrently("letter", models.Index(fields=["-issued_at", "id"], name="letter_by_its_day")),
    ]
