"""What was written down of an officer at the counter lies sealed, and belongs to no student."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_a_letter_is_kept_as_it_was_issued"),
    ]

    operations = [
        migrations.CreateModel(
            name="SealedNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=24)),
                ("about", models.UUIDField()),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField(null=True)),
                ("entry", models.UUIDField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="a_version_is_of_one_thing",
        ),
        migrations.AddIndex(
            model_name="sealednote",
            index=models.Index(fields=["kind", "about"], name="note_by_what_it_is_about"),
        ),
        migrations.AddField(
            model_name="version",
            name="note",
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, to="records.sealednote"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("letter__isnull", True),
                        ("note__isnull", True),
                        ("quarantined__isnull", True),
                        ("record__isnull", False),
                    ),
                    models.Q(
                        ("letter__isnull", True),
                        ("note__isnull", True),
                        ("quarantined__isnull", False),
                        ("record__isnull", True),
                    ),
                    models.Q(
                        ("letter__isnull", False),
                        ("note__isnull", True),
                        ("quarantined__isnull", True),
                        ("record__isnull", True),
                    ),
                    models.Q(
                        ("letter__isnull", True),
                        ("note__isnull", False),
                        ("quarantined__isnull", True),
                        ("record__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="a_version_is_of_one_thing",
            ),
        ),
    ]
