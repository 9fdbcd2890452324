"""Who misused directory information is barred from it for a time (Ed. Code 49073(a))."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0009_a_mark_is_the_shelfs")]

    operations = [
        migrations.CreateModel(
            name="BarredRecipient",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("found_on", models.DateField()),
                ("until_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        name="a_bar_ends_after_the_finding",
                        condition=models.Q(("until_on__isnull", True))
                        | models.Q(("until_on__gte", models.F("found_on"))),
                    )
                ]
            },
        )
    ]
