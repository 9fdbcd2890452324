"""Whoever serves one student does so at a school: when the student leaves it, that is over."""

from django.db import migrations, models
from django.db.models import Q

NAME = "a_caseload_is_of_a_student_or_a_school"


class Migration(migrations.Migration):
    dependencies = [("people", "0028_by_what_somebody_may_be_whom_an_order_names")]

    operations = [
        migrations.RemoveConstraint("caseload", NAME),
        migrations.AddConstraint(
            "caseload",
            models.CheckConstraint(
                name=NAME, condition=Q(student__isnull=False, grade="") | Q(student=None, school__isnull=False)
            ),
        ),
    ]
