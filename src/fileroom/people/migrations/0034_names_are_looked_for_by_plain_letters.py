"""Names are looked for by the letters that a clerk has on the keyboard: "Đặng" is found as "dang"."""

from __future__ import annotations

from django.db import migrations

# As names.PLAIN has them; the longest that each table holds.
PLAIN = """UPDATE {table} SET search_name = left(replace(replace(replace(
    translate(search_name, 'øłđðı', 'olddi'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), {longest})
    WHERE search_name ~ '[øłđðıæœþ]'"""


class Migration(migrations.Migration):
    dependencies = [("people", "0033_an_office_given_by_mistake_is_taken_back")]

    operations = [
        migrations.RunSQL(PLAIN.format(table="people_student", longest=1200), migrations.RunSQL.noop),
        migrations.RunSQL(PLAIN.format(table="people_contact", longest=900), migrations.RunSQL.noop),
    ]
