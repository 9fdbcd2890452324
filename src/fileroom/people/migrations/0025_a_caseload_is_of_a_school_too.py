"""A nurse or counselor serves a school, or a grade of it, whoever comes there later too."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):
    dependencies = [("people", "0024_the_office_enters_who_has_custody")]

    operations = [
        migrations.AlterField("caseload", "student", models.ForeignKey(null=True, on_delete=PROTECT, to="people.student")),
        migrations.AddField("caseload", "school", models.ForeignKey(null=True, on_delete=PROTECT, to="people.school")),
        migrations.AddField("caseload", "grade", models.CharField(blank=True, default="", max_length=8), False),
        migrations.AddField("caseload", "reason", models.CharField(blank=True, default="", max_length=200), False),
        migrations.AddConstraint(
            "caseload",
            models.CheckConstraint(
                name="a_caseload_is_of_a_student_or_a_school",
                condition=Q(student__isnull=False, school=None, grade="") | Q(student=None, school__isnull=False),
            ),
        ),
    ]  # fmt: skip
