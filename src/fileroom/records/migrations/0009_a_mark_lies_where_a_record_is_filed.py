"""A record is marked where it is filed, by whichever gate: the table of marks is the shelf's, and no row moves.

Of a mark that the record's own words have put on there is nobody who marked it.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0009_a_mark_is_the_shelfs"),
        ("records", "0008_what_is_noted_of_no_student_lies_sealed"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="CareMark",
                    fields=[
                        ("id", models.UUIDField(primary_key=True, serialize=False)),
                        ("record", models.UUIDField()),
                        ("marked_at", models.DateTimeField()),
                        ("marked_by", models.UUIDField()),
                        ("entry", models.UUIDField()),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("proposed_by", models.UUIDField(null=True)),
                        ("proposal", models.UUIDField(null=True)),
                        ("off_at", models.DateTimeField(null=True)),
                        ("off_by", models.UUIDField(null=True)),
                        ("off", models.UUIDField(null=True)),
                    ],
                    options={
                        "db_table": "disclosure_caremark",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("off_at", None)), fields=("record",), name="a_record_bears_one_mark"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("off", None), ("off_at", None), ("off_by", None)),
                                    models.Q(
                                        ("off__isnull", False),
                                        ("off_at__isnull", False),
                                        ("off_by__isnull", False),
                                        ("proposed_by__isnull", False),
                                        models.Q(("off_by", models.F("proposed_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="two_people_take_a_mark_off",
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.AlterField(model_name="caremark", name="marked_by", field=models.UUIDField(null=True)),
    ]
