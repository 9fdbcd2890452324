"""A company declares by a link what it does with students' data, and says what it destroyed; that it holds nothing is
said and not guessed; a family's wish about social media is taken at the counter too."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0029_staff_in_scope_and_what_was_read")]

    operations = [
        migrations.AddField("operator", "holds_nothing", models.BooleanField(db_default=False, default=False)),
        migrations.AddConstraint(
            "operator",
            models.CheckConstraint(
                name="a_company_that_holds_nothing_holds_nothing",
                condition=models.Q(holds_nothing=False) | models.Q(holds=""),
            ),
        ),
        migrations.CreateModel(
            name="AiQuestion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("signed_by", models.UUIDField()),
                ("signed_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                ("letter", models.UUIDField()),
                ("code", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                ("token", models.CharField(max_length=64, unique=True)),
                ("link_until", models.DateTimeField()),
                (
                    "operator",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.operator"),
                ),
            ],
        ),
        migrations.AddField(
            "aiuse",
            "question",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.aiquestion"),
        ),
        migrations.AlterField("aiuse", "entered_by", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "aiuse",
            models.CheckConstraint(
                name="a_declaration_is_entered_or_answered",
                condition=models.Q(question=None, entered_by__isnull=False)
                | models.Q(question__isnull=False, entered_by=None),
            ),
        ),
        migrations.AddField("demandanswer", "destroyed", models.CharField(blank=True, db_default="", max_length=400)),
        migrations.AddField("socialmediawish", "at_counter", models.BooleanField(db_default=False, default=False)),
        migrations.AddField("socialmediawish", "asker", models.UUIDField(null=True)),
        migrations.RemoveConstraint("socialmediawish", "a_wish_is_open_once"),
        migrations.AddConstraint(
            "socialmediawish",
            models.UniqueConstraint(
                name="a_wish_is_open_once",
                fields=["item", "kind", "asked_by"],
                condition=models.Q(answered_at=None, at_counter=False),
            ),
        ),
        migrations.AddConstraint(
            "socialmediawish",
            models.UniqueConstraint(
                name="a_wish_of_the_counter_is_open_once",
                fields=["item", "kind", "asker"],
                condition=models.Q(answered_at=None, at_counter=True),
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            "socialmediawish",
            models.CheckConstraint(
                name="who_stood_at_the_counter_stood_there",
                condition=models.Q(at_counter=True) | models.Q(asker=None),
            ),
        ),
    ]
