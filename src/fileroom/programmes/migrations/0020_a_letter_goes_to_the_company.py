"""The letter goes to the company itself, where the family asks for that: where to, which day, who sent it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0019_what_is_owed_about_a_student_says_which")]

    operations = [
        migrations.AddField(
            "deletionrequest",
            "sent_to",
            models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField("deletionrequest", "sent_on", models.DateField(null=True)),
        migrations.AddField("deletionrequest", "sent_by", models.UUIDField(null=True)),
        migrations.AddField("deletionrequest", "sent_entry", models.UUIDField(null=True)),
        migrations.AddConstraint(
            "deletionrequest",
            models.CheckConstraint(
                name="a_letter_that_went_to_a_company_says_where_and_when",
                condition=models.Q(sent_to="", sent_on=None, sent_by=None, sent_entry=None)
                | models.Q(
                    ~models.Q(sent_to=""),
                    letter__isnull=False,
                    sent_on__isnull=False,
                    sent_by__isnull=False,
                    sent_entry__isnull=False,
                ),
            ),
        ),
    ]
