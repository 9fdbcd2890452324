"""What the district says of itself, the annual notice and the regulation as adopted, who was told, and designees."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
        ("programmes", "0006_a_program_on_social_media_and_what_it_gathered"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdoptedRegulation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField(unique=True)),
                ("text", models.JSONField()),
                ("quotes", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("adopted_at", models.DateTimeField()),
                ("adopted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="regulations_are_numbered_from_1"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("school_year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.JSONField()),
                ("criteria", models.CharField(max_length=40)),
                ("composed", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("adopted_at", models.DateTimeField()),
                ("adopted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("school_year", "number"), name="one_notice_of_a_number_a_year"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="notices_are_numbered_from_1"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DistrictSetting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("said", models.JSONField()),
                ("set_at", models.DateTimeField()),
                ("set_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "indexes": [models.Index(fields=["name", "-set_at"], name="setting_by_when")],
            },
        ),
        migrations.CreateModel(
            name="ElectronicWish",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("whom", models.UUIDField()),
                ("electronic", models.BooleanField()),
                ("said_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "indexes": [models.Index(fields=["whom", "-said_at"], name="wish_by_when")],
            },
        ),
        migrations.CreateModel(
            name="PublishedPaper",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("of", models.UUIDField()),
                ("language", models.CharField(max_length=8)),
                ("letter", models.UUIDField(unique=True)),
                ("code", models.CharField(max_length=40, unique=True)),
                ("pdf", models.BinaryField()),
                ("published_at", models.DateTimeField()),
                ("published_by", models.UUIDField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("of", "language"), name="one_paper_in_a_language")],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("programmes", models.JSONField()),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                ("given_at", models.DateTimeField()),
                ("given_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_entry", models.UUIDField(null=True)),
                ("employee", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.employee")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="delegation_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_entry", None)),
                            models.Q(
                                ("ended_at__isnull", False), ("ended_by__isnull", False), ("ended_entry__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_delegation_that_was_ended_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguageCount",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("census", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=8)),
                ("speak", models.PositiveIntegerField()),
                ("students", models.PositiveIntegerField()),
                ("counted_at", models.DateTimeField()),
                ("counted_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.school")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("school", "census", "language"), name="a_language_is_counted_once"),
                    models.CheckConstraint(
                        condition=models.Q(("speak__lte", models.F("students"))), name="no_more_speak_it_than_there_are"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeToFamily",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("school_year", models.PositiveSmallIntegerField()),
                ("since_on", models.DateField()),
                ("at_enrolment", models.BooleanField()),
                ("left_out", models.BooleanField(default=False)),
                ("told_on", models.DateField(null=True)),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[("mail", "Mail"), ("usual_written", "Usual Written"), ("electronic", "Electronic")],
                        max_length=13,
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=40)),
                ("told_by", models.UUIDField(null=True)),
                ("told_entry", models.UUIDField(null=True)),
                ("acknowledged_at", models.DateTimeField(null=True)),
                (
                    "acknowledged_how",
                    models.CharField(blank=True, choices=[("counter", "Counter"), ("page", "Page")], max_length=7),
                ),
                ("acknowledged_by", models.UUIDField(null=True)),
                ("acknowledged_entry", models.UUIDField(null=True)),
                (
                    "contact",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.annualnotice"
                    ),
                ),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.school")),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("told_on", None)),
                        fields=["school", "school_year"],
                        name="not_told_by_school",
                    ),
                    models.Index(fields=["contact", "school_year"], name="notice_by_contact"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("student", "contact", "school_year"),
                        name="a_person_is_told_once_a_year",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("language", ""),
                                ("method", ""),
                                ("notice", None),
                                ("told_by", None),
                                ("told_entry", None),
                                ("told_on", None),
                            ),
                            models.Q(
                                ("notice__isnull", False),
                                ("told_by__isnull", False),
                                ("told_entry__isnull", False),
                                ("told_on__isnull", False),
                                models.Q(("method", ""), _negated=True),
                                models.Q(("language", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="who_was_told_was_told_a_version_in_a_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("acknowledged_at", None),
                                ("acknowledged_by", None),
                                ("acknowledged_entry", None),
                                ("acknowledged_how", ""),
                            ),
                            models.Q(
                                ("acknowledged_at__isnull", False),
                                ("acknowledged_by__isnull", False),
                                ("acknowledged_entry__isnull", False),
                                ("told_on__isnull", False),
                                models.Q(("acknowledged_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="who_acknowledged_was_told",
                    ),
                ],
            },
        ),
    ]
