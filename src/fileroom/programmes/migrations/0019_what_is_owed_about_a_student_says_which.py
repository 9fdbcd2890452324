"""What is owed about one student, and was entered without saying which, says it: whom an order keeps from that student
is told of none of it. What is over stays as it is.
"""

from django.db import migrations

OF_COPIES = """
UPDATE duties_duty d SET student = r.student_id
FROM disclosure_markedcopy c JOIN records_record r ON r.id = c.record
WHERE d.room = 'marked_copy' AND d.of = c.id AND d.student IS NULL AND d.done_at IS NULL"""
OF_COMPANIES = """
UPDATE duties_duty d SET student = n.student_id FROM programmes_socialmediavendornotice n
WHERE d.room = 'social_media_vendors' AND d.of = n.id AND d.student IS NULL AND d.done_at IS NULL"""
OF_ITEMS = """
UPDATE duties_duty d SET student = i.student_id FROM programmes_socialmediaitem i
WHERE d.room = 'social_media_items' AND d.of = i.id AND d.student IS NULL AND d.done_at IS NULL"""
EACH = (OF_COPIES, OF_COMPANIES, OF_ITEMS)


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0018_police_hear_first_of_a_missing_child"),
        ("disclosure", "0007_the_lists_of_the_office_can_be_taken_away"),
        ("duties", "0001_a_register_of_what_is_owed"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [migrations.RunSQL(it, migrations.RunSQL.noop) for it in EACH]
