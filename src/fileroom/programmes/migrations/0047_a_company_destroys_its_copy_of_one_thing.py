"""A company that gathered what a family had deleted or corrected is told to destroy its copy: of one thing, and not of
all that it gathered of the student."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

NOTICE = "socialmediavendornotice"
WHY = [("adult", "Adult"), ("left", "Left"), ("wish", "Wish")]
OF_ALL = models.UniqueConstraint(
    condition=models.Q(("back_at", None), ("destroyed_on", None), ("item", None)),
    fields=("vendor", "student"),
    name="a_company_is_told_once",
)
OF_ONE = models.UniqueConstraint(
    condition=models.Q(("item__isnull", False), ("told_at", None)),
    fields=("item",),
    name="a_company_is_told_of_one_thing_once",
)
SAYS_WHICH = models.CheckConstraint(
    condition=models.Q(("item__isnull", False), ("why", "wish"))
    | (~models.Q(("why", "wish")) & models.Q(("item", None))),
    name="a_wish_says_which_thing",
)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0046_a_notice_is_over_once_it_destroyed")]

    operations = [
        migrations.AddField(
            NOTICE,
            "item",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="programmes.socialmediaitem"),
        ),
        migrations.AlterField(NOTICE, "why", models.CharField(choices=WHY, max_length=5)),
        migrations.RemoveConstraint(NOTICE, "a_company_is_told_once"),
        migrations.AddConstraint(NOTICE, OF_ALL),
        migrations.AddConstraint(NOTICE, OF_ONE),
        migrations.AddConstraint(NOTICE, SAYS_WHICH),
    ]
