"""Who was let in by a link, and which roles a person gave that no roster gives."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0023_whoever_runs_the_systems_has_a_role"),
        ("programmes", "0026_a_company_asks_the_district_itself"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("token", models.CharField(max_length=64, null=True, unique=True)),
                ("way", models.CharField(max_length=4)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
                ("until_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("used_at", None)),
                        fields=("account",),
                        name="an_account_has_one_open_link",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("used_at", None), ("token__isnull", False), _connector="OR"),
                        name="a_link_that_was_used_was_made",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleGiven",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=16)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("given_at", models.DateTimeField()),
                ("given_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
                ("agreed_at", models.DateTimeField(null=True)),
                ("agreed_by", models.UUIDField(null=True)),
                ("agreed_entry", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_entry", models.UUIDField(null=True)),
                (
                    "assignment",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to="people.assignment"
                    ),
                ),
                ("employee", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.employee")),
                (
                    "school",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.school"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["employee", "-given_at"], name="role_given_to")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="a_role_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreed_by", models.F("given_by")), _negated=True),
                        name="a_role_is_agreed_to_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at", None), ("agreed_by", None), ("agreed_entry", None)),
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("agreed_by__isnull", False),
                                ("agreed_entry__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_role_that_is_agreed_to_says_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_entry", None)),
                            models.Q(("ended_at__isnull", False), ("ended_entry__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_role_that_was_ended_has_its_entry",
                    ),
                ],
            },
        ),
    ]
