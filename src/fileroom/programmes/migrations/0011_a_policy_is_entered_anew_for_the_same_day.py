"""A text of the policy that was pasted wrongly is entered anew for the same day; both are kept."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0010_companies_answer_and_contracts_change")]

    operations = [migrations.RemoveConstraint(model_name="adoptedpolicy", name="one_policy_is_adopted_a_day")]
