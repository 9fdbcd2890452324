"""A list of the office's own pages is taken away as one of directory information is: asked for, and entered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0006_what_may_show_a_status_is_looked_at_twice"),
    ]

    operations = [
        migrations.AddField(
            model_name="studentlist",
            name="asked",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="studentlist",
            name="source",
            field=models.CharField(default="directory", max_length=40),
        ),
    ]
