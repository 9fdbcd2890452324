"""Links that were made, and mails that wait: whom they are for and how they stand, without address or name."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0012_until_when_a_training_counts"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [
        migrations.CreateModel(
            name="SecureLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5)),
                ("token", models.CharField(max_length=64, null=True, unique=True)),
                ("code", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("until_at", models.DateTimeField()),
                ("opened", models.PositiveSmallIntegerField(default=0)),
                ("opened_at", models.DateTimeField(null=True)),
                ("wrong", models.PositiveSmallIntegerField(default=0)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
                ("withdrawn_entry", models.UUIDField(null=True)),
                (
                    "contact",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
                ),
                (
                    "letter",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.letter"),
                ),
                (
                    "record",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.record"),
                ),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
        ),
        migrations.CreateModel(
            name="Outgoing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=24)),
                ("about", models.UUIDField()),
                ("part", models.CharField(blank=True, max_length=40)),
                ("language", models.CharField(max_length=5)),
                ("state", models.CharField(default="waiting", max_length=9)),
                ("why", models.CharField(blank=True, max_length=24)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField()),
                ("queued_at", models.DateTimeField()),
                ("queued_by", models.UUIDField(null=True)),
                ("caused_by", models.UUIDField()),
                ("released_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(null=True)),
                ("over_at", models.DateTimeField(null=True)),
                ("entry", models.UUIDField(null=True)),
                (
                    "employee",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.employee"),
                ),
                (
                    "link",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="casework.securelink"),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="securelink",
            index=models.Index(fields=["student", "-made_at"], name="link_by_student"),
        ),
        migrations.AddConstraint(
            model_name="securelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter__isnull", False), ("record__isnull", True)),
                    models.Q(("letter__isnull", True), ("record__isnull", False)),
                    _connector="OR",
                ),
                name="a_link_leads_to_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="securelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_entry", None)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_entry__isnull", False)),
                    _connector="OR",
                ),
                name="a_link_that_is_withdrawn_has_its_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="outgoing",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "sending"])),
                fields=["next_try_at"],
                name="outgoing_is_due",
            ),
        ),
        migrations.AddIndex(
            model_name="outgoing",
            index=models.Index(fields=["state", "-queued_at"], name="outgoing_by_state"),
        ),
        migrations.AddConstraint(
            model_name="outgoing",
            constraint=models.UniqueConstraint(
                fields=("kind", "about", "employee", "part"), name="a_mail_is_queued_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="outgoing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employee__isnull", False), ("link__isnull", True)),
                    models.Q(("employee__isnull", True), ("link__isnull", False)),
                    _connector="OR",
                ),
                name="a_mail_is_for_a_family_or_an_employee",
            ),
        ),
        migrations.AddConstraint(
            model_name="outgoing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sending"), _negated=True), ("claimed_at__isnull", False), _connector="OR"
                ),
                name="a_mail_that_is_being_sent_was_claimed",
            ),
        ),
        migrations.AddConstraint(
            model_name="outgoing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry", None), ("state__in", ["waiting", "sending"])),
                    models.Q(models.Q(("state__in", ["waiting", "sending"]), _negated=True), ("entry__isnull", False)),
                    _connector="OR",
                ),
                name="a_mail_that_is_over_has_its_entry",
            ),
        ),
    ]
