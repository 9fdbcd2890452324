"""What was held for nothing may be filed whole, by a custodian who has looked at it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0011_a_mark_says_for_which_words_it_came")]

    operations = [
        migrations.AlterField(
            model_name="quarantined",
            name="state",
            field=models.CharField(
                choices=[
                    ("destroyed", "Destroyed"),
                    ("filed", "Filed"),
                    ("held", "Held"),
                    ("kept", "Kept"),
                    ("redacted", "Redacted"),
                    ("returned", "Returned"),
                ],
                default="held",
                max_length=9,
            ),
        ),
    ]
