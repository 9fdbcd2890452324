"""The packets of the Board's meetings."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0012_two_find_and_a_report_knows_its_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoardPacket",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("meeting_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
