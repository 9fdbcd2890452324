"""A Safe at Home card gives a family another address: whose household has one, and keyed hashes of what is kept out."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0014_an_order_may_be_claimed_by_a_list"),
    ]

    operations = [
        migrations.AlterField(
            model_name="circumstance",
            name="noted_by",
            field=models.UUIDField(null=True),
        ),
        migrations.CreateModel(
            name="AddressCard",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposed_by", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_entry", models.UUIDField(null=True)),
                (
                    "holder",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AddressCardAdult",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("card", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.addresscard")),
                ("contact", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.contact")),
            ],
        ),
        migrations.CreateModel(
            name="AddressCardChild",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("true_address", models.UUIDField(null=True)),
                ("card", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.addresscard")),
                ("student", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student")),
            ],
        ),
        migrations.CreateModel(
            name="AddressMark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("mark", models.BinaryField(max_length=32)),
                ("words", models.PositiveSmallIntegerField()),
                ("given_out", models.BooleanField()),
                ("card", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.addresscard")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="addresscard",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                name="address_card_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="addresscard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("ended_entry", None)),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        ("ended_entry__isnull", False),
                        ("proposed_by__isnull", False),
                        models.Q(("ended_by", models.F("proposed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_address_card_is_ended_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="addresscardadult",
            constraint=models.UniqueConstraint(fields=("card", "contact"), name="a_card_names_an_adult_once"),
        ),
        migrations.AddConstraint(
            model_name="addresscardchild",
            constraint=models.UniqueConstraint(fields=("card", "student"), name="a_card_names_a_child_once"),
        ),
    ]
