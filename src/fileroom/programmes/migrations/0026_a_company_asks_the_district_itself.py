"""A company that asks the district itself whether a student is no longer enrolled, and what it was answered."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0022_an_order_says_who_collects_the_child"),
        ("programmes", "0025_a_contract_by_mistake_takes_no_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="CompanyQuestion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("operator", models.CharField(max_length=120)),
                ("answer_to", models.CharField(max_length=200)),
                (
                    "channel",
                    models.CharField(
                        choices=[("letter", "Letter"), ("mail", "Mail"), ("spoken", "Spoken")], max_length=6
                    ),
                ),
                ("asked_on", models.DateField()),
                ("given", models.CharField(max_length=300)),
                ("family", models.CharField(max_length=300)),
                ("born_on", models.DateField(null=True)),
                ("encloses", models.BooleanField(default=False)),
                (
                    "student",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.student"),
                ),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "answer",
                    models.CharField(blank=True, choices=[("nothing", "Nothing"), ("letter", "Letter")], max_length=7),
                ),
                ("signed_by", models.UUIDField(null=True)),
                ("letter", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.UUIDField(null=True)),
            ],
        ),
        migrations.AddConstraint(
            "companyquestion",
            models.CheckConstraint(
                name="a_company_is_answered_by_somebody_with_a_letter",
                condition=models.Q(answer="", letter=None, answered_at=None, answered_by=None, signed_by=None)
                | models.Q(
                    ~models.Q(answer=""),
                    letter__isnull=False,
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
            ),
        ),
        migrations.AddConstraint(
            "companyquestion",
            models.CheckConstraint(
                name="a_company_is_given_the_letter_of_somebody",
                condition=~models.Q(answer="letter") | models.Q(student__isnull=False),
            ),
        ),
    ]
