"""A list of choices counts when it comes in, and says how many stood already and which rows were set aside.

What waits here from before counts from now on, under the entry by which it came.
"""

from django.db import migrations, models

COUNTS = """
INSERT INTO people_familychoice (id, student_id, kind, source, chosen_on, noted_at, noted_by, entry)
SELECT DISTINCT ON (w.student_id, w.kind)
       gen_random_uuid(), w.student_id, w.kind, 'imported', w.chosen_on, b.brought_at, b.brought_by, b.brought_entry
FROM collection_waitingchoice w JOIN collection_choicebatch b ON b.id = w.batch_id
ORDER BY w.student_id, w.kind, b.brought_at
ON CONFLICT DO NOTHING"""


class Migration(migrations.Migration):
    dependencies = [
        ("collection", "0013_orders_of_a_list_wait_for_a_second_person"),
        ("people", "0011_what_families_choose_and_what_is_to_be_minded"),
    ]

    operations = [
        migrations.AddField(model_name="choicebatch", name="stood", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(model_name="choicebatch", name="set_aside", field=models.JSONField(default=list)),
        migrations.RunSQL(COUNTS, migrations.RunSQL.noop),
    ]
