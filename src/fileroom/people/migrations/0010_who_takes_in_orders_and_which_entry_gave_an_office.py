"""Who takes in court orders at a school; and by which entry of the ledger an office of custodian was given."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0009_an_order_is_lifted_by_two_people"),
    ]

    operations = [
        migrations.AddField(
            model_name="custodian",
            name="entry",
            field=models.UUIDField(null=True),
        ),
        migrations.CreateModel(
            name="OrderReceiver",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("named_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                (
                    "backup",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receives_orders_in_place",
                        to="people.employee",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receives_orders",
                        to="people.employee",
                    ),
                ),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.school")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="receiver_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("to_on", None)),
                        fields=("school",),
                        name="a_school_has_one_receiver_without_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("backup", models.F("employee")), _negated=True),
                        name="a_receiver_is_not_their_own_backup",
                    ),
                ],
            },
        ),
    ]
