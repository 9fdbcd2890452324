"""A file may say that a contact is restricted: an order may exist, and a person must ask. What it says is not kept."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("collection", "0004_a_row_of_users_is_found_by_its_id")]

    operations = [
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE bundle_relationship (row integer, named boolean, ended boolean, "
            "student_source_id text, contact_source_id text, kind text, restricted boolean)",
            "DROP TABLE bundle_relationship",
            hints={"no_model": True},
        ),
        migrations.CreateModel(
            name="PossibleOrder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("noticed_on", models.DateField()),
                (
                    "state",
                    models.CharField(choices=[("settled", "Settled"), ("waiting", "Waiting")], max_length=8),
                ),
                ("settled_on", models.DateField(null=True)),
                ("settled_by", models.UUIDField(null=True)),
                (
                    "contact",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.contact"),
                ),
                (
                    "student",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.student"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("student", "contact"), name="one_possible_order_per_pair"),
                ],
            },
        ),
    ]
