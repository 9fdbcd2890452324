"""An archive's index says which day each document bears; what is filed by hand says it in the document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0004_whoever_tells_of_others_says_whether_they_come_out")]

    operations = [migrations.AddField("record", "dated_on", models.DateField(null=True))]
