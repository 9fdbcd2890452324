"""That somebody is not whom an order names is said by two people, where a name, a mobile telephone or a mailbox speaks
for it; the answers of before stand."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("people", "0029_a_caseload_of_one_student_is_at_a_school")]

    operations = [
        migrations.AddField("ordernamesake", "no_first_at", models.DateTimeField(null=True)),
        migrations.AddField("ordernamesake", "no_first_by", models.UUIDField(null=True)),
        migrations.AddField("ordernamesake", "no_first_entry", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "ordernamesake",
            models.CheckConstraint(
                name="a_first_no_has_its_entry_and_another_agrees",
                condition=Q(no_first_at=None, no_first_by=None, no_first_entry=None)
                | (
                    Q(no_first_at__isnull=False, no_first_by__isnull=False, no_first_entry__isnull=False)
                    & (~Q(answer="no") | ~Q(answered_by=F("no_first_by")))
                ),
            ),
        ),
    ]
