"""An order says which court made it, under which number, and what whoever handed it in is to the child."""

from django.db import migrations, models

BROUGHT_BY = ["protected", "restrained", "lawyer", "officer", "other"]


class Migration(migrations.Migration):
    dependencies = [("people", "0018_a_token_is_accepted_by_its_owner")]

    operations = [
        migrations.AddField(
            "courtorder", name, models.CharField(blank=True, default="", max_length=length, **more),
            preserve_default=False,
        )
        for name, length, more in (
            ("court", 120, {}),
            ("number", 60, {}),
            ("brought_by", 10, {"choices": [(it, it.capitalize()) for it in BROUGHT_BY]}),
        )
    ]  # fmt: skip
