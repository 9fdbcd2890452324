"""Somebody may be whom an order restrains under another row: who keeps the order says yes or no."""

import uuid

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import PROTECT

ANSWERS = [("yes", "Yes"), ("no", "No")]


class Migration(migrations.Migration):
    dependencies = [("people", "0025_a_caseload_is_of_a_school_too")]

    operations = [
        migrations.AddField("courtorder", "compared", models.CharField(blank=True, default="", max_length=64), False),
        migrations.CreateModel(
            name="OrderNamesake",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("noticed_at", models.DateTimeField()),
                ("noticed_entry", models.UUIDField()),
                ("answer", models.CharField(blank=True, choices=ANSWERS, max_length=3)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_entry", models.UUIDField(null=True)),
                ("contact", models.ForeignKey(null=True, on_delete=PROTECT, to="people.contact")),
                ("employee", models.ForeignKey(null=True, on_delete=PROTECT, to="people.employee")),
                ("order", models.ForeignKey(on_delete=PROTECT, to="people.courtorder")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("order", "contact", "employee"), name="a_namesake_of_an_order_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=Q(contact__isnull=False, employee=None) | Q(contact=None, employee__isnull=False),
                        name="a_namesake_is_a_contact_or_an_employee",
                    ),
                    models.CheckConstraint(
                        condition=Q(answer="", answered_at=None, answered_by=None, answered_entry=None)
                        | (
                            ~Q(answer="")
                            & Q(answered_at__isnull=False, answered_by__isnull=False, answered_entry__isnull=False)
                        ),
                        name="an_answer_about_a_namesake_has_its_entry",
                    ),
                ],
            },
        ),
    ]  # fmt: skip
