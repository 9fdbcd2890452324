"""A letter to a family is set when it goes out, by what is answered then; until then there is none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0030_a_company_declares_itself_and_a_wish_comes_to_the_counter")]

    operations = [
        migrations.AlterField("familynotice", "letter", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "familynotice",
            models.CheckConstraint(
                condition=models.Q(("sent_at", None), ("letter__isnull", False), _connector="OR"),
                name="a_notice_that_was_sent_has_its_letter",
            ),
        ),
    ]
