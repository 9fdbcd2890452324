"""What is owed about a demand that names a student, and was entered without saying which, says it: whom an order keeps
from that student is told of none of it. What is over stays as it is.
"""

from django.db import migrations

OF_DEMANDS = """
UPDATE duties_duty d SET student = r.student_id FROM programmes_demand r
WHERE d.room = 'demands' AND d.of = r.id AND r.student_id IS NOT NULL AND d.student IS NULL AND d.done_at IS NULL"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0027_who_was_let_in_and_which_roles_a_person_gave"),
        ("duties", "0001_a_register_of_what_is_owed"),
    ]

    operations = [migrations.RunSQL(OF_DEMANDS, migrations.RunSQL.noop)]
