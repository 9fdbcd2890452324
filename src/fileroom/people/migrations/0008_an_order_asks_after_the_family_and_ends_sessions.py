"""Whoever brings an order is asked three things; all sessions of an account can be ended at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_a_last_day_says_how_it_is_known"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="turn",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="reached",
            field=models.CharField(
                blank=True,
                choices=[("on_file", "On File"), ("in_person", "In Person"), ("not_at_all", "Not At All")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="safe_tonight",
            field=models.CharField(
                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not Known")], max_length=9
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="served",
            field=models.CharField(
                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not Known")], max_length=9
            ),
        ),
    ]
