"""Of whom an incident touches a parent may be one, whom another's list names themself."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0021_a_school_year_is_entered_whole"),
        ("programmes", "0022_what_a_company_does_is_said_in_spanish_too"),
    ]

    operations = [
        migrations.RemoveConstraint("incidentperson", "who_is_touched_is_one_of_three"),
        migrations.AddField(
            "incidentperson",
            "contact",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
        ),
        migrations.AddConstraint(
            "incidentperson",
            models.UniqueConstraint(name="an_incident_has_a_parent_once", fields=["incident", "contact"]),
        ),
        migrations.AddConstraint(
            "incidentperson",
            models.CheckConstraint(
                name="who_is_touched_is_one_of_four",
                condition=Q(student__isnull=False, employee=None, contact=None)
                | Q(student=None, employee__isnull=False, contact=None)
                | Q(student=None, employee=None, contact__isnull=False)
                | Q(student=None, employee=None, contact=None, list__isnull=False, row__isnull=False),
            ),
        ),
    ]
