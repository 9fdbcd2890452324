"""A program on students' social media: its steps, who gathers, what was gathered, the wishes of families, companies."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
        ("programmes", "0005_incidents_whom_they_touch_and_what_was_sent"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [
        migrations.CreateModel(
            name="SocialMediaProgram",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("what_for", models.CharField(max_length=300)),
                ("reasons", models.JSONField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ended_at",), name="one_social_media_program_at_a_time", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialMediaVendor",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("terms", models.JSONField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("ended_on", models.DateField(null=True)),
                ("destroyed_on", models.DateField(null=True)),
                ("contract", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.contract")),
                (
                    "program",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaprogram"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SocialMediaItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("gathered_at", models.DateTimeField()),
                ("gathered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("destroyed_at", models.DateTimeField(null=True)),
                ("destroyed_by", models.UUIDField(null=True)),
                ("destruction", models.UUIDField(null=True)),
                ("record", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="records.record")),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
                (
                    "program",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaprogram"),
                ),
                (
                    "vendor",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediavendor"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SocialMediaVendorNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("why", models.CharField(choices=[("adult", "Adult"), ("left", "Left")], max_length=5)),
                ("due_on", models.DateField()),
                ("noticed_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("told_by", models.UUIDField(null=True)),
                ("letter", models.UUIDField(null=True)),
                ("destroyed_on", models.DateField(null=True)),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
                (
                    "vendor",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediavendor"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SocialMediaWish",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("correct", "Correct"), ("delete", "Delete")], max_length=7)),
                ("asked_by", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("declined", "Declined"), ("done", "Done"), ("gone", "Gone")], max_length=8
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answer", models.UUIDField(null=True)),
                (
                    "item",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaitem"),
                ),
                (
                    "words",
                    models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.record"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SocialMediaNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("school_year", models.PositiveSmallIntegerField()),
                ("sent_on", models.DateField()),
                ("reference", models.CharField(max_length=120)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "program",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaprogram"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("program", "school_year"), name="a_program_has_a_notice_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialMediaGatherer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                ("named_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("employee", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.employee")),
                (
                    "program",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaprogram"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="a_gatherer_ends_after_beginning",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("to_on", None)),
                        fields=("program", "employee"),
                        name="somebody_is_named_to_gather_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialMediaStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("step", models.CharField(max_length=24)),
                ("taken_on", models.DateField()),
                ("reference", models.CharField(max_length=120)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                (
                    "program",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaprogram"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("program", "step"), name="a_program_takes_a_step_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="socialmediavendor",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("program", "contract"), name="a_contract_gathers_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediavendor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("destroyed_on", None),
                    models.Q(("destroyed_on__gte", models.F("ended_on")), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="all_is_destroyed_after_the_contract",
            ),
        ),
        migrations.AddIndex(
            model_name="socialmediaitem",
            index=models.Index(
                condition=models.Q(("destroyed_at", None)), fields=["student"], name="gathered_of_a_student"
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("destroyed_at", None), ("destroyed_by", None), ("destruction", None)),
                    models.Q(
                        ("destroyed_at__isnull", False), ("destroyed_by__isnull", False), ("destruction__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="what_is_destroyed_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediavendornotice",
            constraint=models.UniqueConstraint(fields=("vendor", "student"), name="a_company_is_told_once"),
        ),
        migrations.AddConstraint(
            model_name="socialmediavendornotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter", None), ("told_at", None), ("told_by", None)),
                    models.Q(("letter__isnull", False), ("told_at__isnull", False), ("told_by__isnull", False)),
                    _connector="OR",
                ),
                name="whom_was_told_says_by_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediavendornotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("destroyed_on", None),
                    models.Q(("destroyed_on__gte", models.F("due_on")), ("told_at__isnull", False)),
                    _connector="OR",
                ),
                name="it_destroys_after_it_was_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediawish",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("item", "kind", "asked_by"),
                name="a_wish_is_open_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialmediawish",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", None), ("answered_at", None), ("outcome", "")),
                    models.Q(
                        ("answer__isnull", False),
                        ("answered_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_wish_that_is_answered_says_how",
            ),
        ),
    ]
