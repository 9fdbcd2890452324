"""Five tables of incidents: what is known, what was reached, whom they touch, who is told, and what was sent."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
        ("programmes", "0004_the_policy_as_adopted_and_as_it_stood"),
    ]

    operations = [
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reported_at", models.DateTimeField()),
                ("reported_by", models.UUIDField()),
                ("reported_entry", models.UUIDField()),
                ("noticed_at", models.DateTimeField()),
                ("exercise", models.BooleanField(default=False)),
                ("systems", models.JSONField(default=list)),
                (
                    "going_on",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not Known")], max_length=9),
                ),
                ("read_at", models.DateTimeField(null=True)),
                ("assessed_at", models.DateTimeField(null=True)),
                ("unauthorized", models.BooleanField(null=True)),
                ("harms", models.JSONField(null=True)),
                ("holder", models.CharField(blank=True, max_length=24)),
                ("data", models.JSONField(null=True)),
                ("acquisition", models.CharField(blank=True, max_length=24)),
                ("encryption", models.CharField(blank=True, max_length=24)),
                ("staff_alone", models.BooleanField(default=False)),
                ("police_wait", models.BooleanField(default=False)),
                ("students", models.PositiveIntegerField(null=True)),
                ("staff", models.PositiveIntegerField(null=True)),
                ("residents", models.PositiveIntegerField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("to_on", models.DateField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.UUIDField(null=True)),
                ("closed_entry", models.UUIDField(null=True)),
                (
                    "handler",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.employee"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IncidentPerson",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("list", models.UUIDField(null=True)),
                ("row", models.PositiveIntegerField(null=True)),
                ("entry", models.UUIDField()),
                (
                    "employee",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.employee"),
                ),
                ("incident", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.incident")),
                (
                    "student",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.student"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IncidentNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("contact", models.UUIDField(null=True)),
                ("state", models.CharField(max_length=24)),
                ("why", models.CharField(blank=True, max_length=24)),
                ("letters", models.JSONField(default=list)),
                ("over_at", models.DateTimeField(null=True)),
                ("over_by", models.UUIDField(null=True)),
                ("over_entry", models.UUIDField(null=True)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.incidentperson"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IncidentScope",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField()),
                ("accounts", models.JSONField(default=list)),
                ("addresses", models.JSONField(default=list)),
                ("students", models.PositiveIntegerField()),
                ("records", models.PositiveIntegerField()),
                ("shown", models.PositiveIntegerField()),
                ("in_vain", models.PositiveIntegerField()),
                ("searches", models.PositiveIntegerField()),
                ("classes", models.JSONField(default=list)),
                ("counted_at", models.DateTimeField()),
                ("counted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("incident", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.incident")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IncidentSent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=24)),
                ("sent_on", models.DateField()),
                ("channel", models.CharField(max_length=80)),
                ("reference", models.CharField(blank=True, max_length=80)),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("incident", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.incident")),
            ],
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["reported_at"], name="incident_by_when"),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_on", None), ("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="an_incident_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None), ("closed_entry", None)),
                    models.Q(
                        ("closed_at__isnull", False), ("closed_by__isnull", False), ("closed_entry__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="an_incident_that_is_closed_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentperson",
            constraint=models.UniqueConstraint(fields=("incident", "student"), name="an_incident_has_a_student_once"),
        ),
        migrations.AddConstraint(
            model_name="incidentperson",
            constraint=models.UniqueConstraint(
                fields=("incident", "employee"), name="an_incident_has_an_employee_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentperson",
            constraint=models.UniqueConstraint(fields=("list", "row"), name="a_list_has_a_row_once"),
        ),
        migrations.AddConstraint(
            model_name="incidentperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employee", None), ("student__isnull", False)),
                    models.Q(("employee__isnull", False), ("student", None)),
                    models.Q(("employee", None), ("list__isnull", False), ("row__isnull", False), ("student", None)),
                    _connector="OR",
                ),
                name="who_is_touched_is_one_of_three",
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentnotice",
            constraint=models.UniqueConstraint(
                fields=("person", "contact"), name="somebody_is_told_once_of_one", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("over_at", None), ("over_by", None), ("over_entry", None)),
                    models.Q(("over_at__isnull", False), ("over_by__isnull", False), ("over_entry__isnull", False)),
                    _connector="OR",
                ),
                name="a_notice_that_is_over_has_its_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentsent",
            constraint=models.UniqueConstraint(fields=("incident", "what"), name="a_paper_is_sent_once"),
        ),
    ]
