"""A contract changes, ends and is replaced; a company declares, answers a demand, tells of a breach; apps are wanted."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_who_takes_in_orders_and_which_entry_gave_an_office"),
        ("programmes", "0009_own_steps_notices_to_families_and_the_posted_guide"),
    ]

    operations = [
        migrations.CreateModel(
            name="AiUse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("uses", models.BooleanField(null=True)),
                ("trains", models.BooleanField(null=True)),
                ("subprocessors", models.CharField(blank=True, max_length=400)),
                ("page", models.IntegerField(null=True)),
                ("words", models.CharField(blank=True, max_length=400)),
                ("declared_by", models.CharField(max_length=120)),
                ("declared_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppWanted",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("used_for", models.CharField(max_length=200)),
                ("clicked", models.BooleanField()),
                ("granted", models.BooleanField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("entry", models.UUIDField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Demand",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("no_longer_needed", "No Longer Needed"),
                            ("contract_over", "Contract Over"),
                            ("contract_void", "Contract Void"),
                        ],
                        max_length=20,
                    ),
                ),
                ("what", models.CharField(max_length=400)),
                ("signed_by", models.UUIDField()),
                ("signed_at", models.DateTimeField()),
                ("entry", models.UUIDField()),
                ("letter", models.UUIDField()),
                ("code", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                ("token", models.CharField(max_length=64, unique=True)),
                ("link_until", models.DateTimeField()),
                ("stage", models.CharField(default="sent", max_length=10)),
                ("over_at", models.DateTimeField(null=True)),
                ("over_by", models.UUIDField(null=True)),
                ("over_how", models.CharField(blank=True, max_length=20)),
                ("over_words", models.CharField(blank=True, max_length=400)),
            ],
        ),
        migrations.CreateModel(
            name="DemandAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "said",
                    models.CharField(
                        choices=[("deleted", "Deleted"), ("will_delete", "Will Delete"), ("refused", "Refused")],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=400)),
                ("name", models.CharField(max_length=120)),
                ("position", models.CharField(max_length=120)),
                ("answered_at", models.DateTimeField()),
                ("digest", models.CharField(max_length=64)),
                ("entry", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="VendorBreach",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("told_at", models.DateTimeField()),
                ("told_by", models.CharField(max_length=120)),
                ("what", models.CharField(max_length=400)),
                ("began_on", models.DateField(null=True)),
                ("entered_at", models.DateTimeField()),
                ("entered_by", models.UUIDField()),
                ("entry", models.UUIDField()),
                ("incident", models.UUIDField(null=True)),
                ("passed_on_at", models.DateTimeField(null=True)),
                ("passed_on_by", models.UUIDField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contract",
            name="changed_since_2015",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="contract",
            name="ended_why",
            field=models.CharField(
                blank=True,
                choices=[("by_us", "By Us"), ("by_company", "By Company"), ("mistake", "Mistake")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="offer_by",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="contract",
            name="offer_of",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="contract",
            name="offer_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="contract",
            name="replaces",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="programmes.contract",
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="replaces_why",
            field=models.CharField(
                blank=True,
                choices=[("amended", "Amended"), ("misread", "Misread"), ("renewed", "Renewed")],
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="returned_by",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="contract",
            name="returned_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="by_hand_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="closed_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="closed_why",
            field=models.CharField(
                blank=True,
                choices=[("by_hand", "By Hand"), ("no_longer_given", "No Longer Given"), ("withdrawn", "Withdrawn")],
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="counsel_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="counsel_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="deletionrequest",
            name="counsel_cleared",
            field=models.BooleanField(null=True),
        ),
        migrations.AlterField(
            model_name="operator",
            name="name",
            field=models.CharField(max_length=120),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("replaces", None), ("replaces_why", "")),
                    models.Q(("replaces__isnull", False), models.Q(("replaces_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_contract_in_anothers_place_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on", None), ("ended_why", "")),
                    models.Q(("ended_on__isnull", False), models.Q(("ended_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_contract_that_was_ended_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_by", ""), ("returned_on", None)),
                    models.Q(("returned_on__isnull", False), models.Q(("returned_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_return_says_who_certified_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("offer_by", ""), ("offer_of", ""), ("offer_on", None)),
                    models.Q(
                        models.Q(("offer_of", ""), _negated=True),
                        models.Q(("offer_by", ""), _negated=True),
                        ("offer_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_general_offer_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="deletionrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by_hand_on", None), ("closed_at", None), ("closed_by", None), ("closed_why", "")),
                    models.Q(
                        models.Q(
                            ("closed_at__isnull", False),
                            ("closed_by__isnull", False),
                            ("letter", None),
                            models.Q(("closed_why__in", ["", "by_hand"]), _negated=True),
                        ),
                        ("by_hand_on", None),
                    ),
                    models.Q(
                        models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("letter", None)),
                        ("by_hand_on__isnull", False),
                        ("closed_why", "by_hand"),
                    ),
                    _connector="OR",
                ),
                name="a_request_closed_without_a_letter_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="deletionrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("counsel_at", None), ("counsel_by", None), ("counsel_cleared", None)),
                    models.Q(
                        ("counsel_at__isnull", False), ("counsel_by__isnull", False), ("counsel_cleared__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="counsels_word_says_whose_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="operator",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"), name="a_company_is_entered_once"
            ),
        ),
        migrations.AddField(
            model_name="aiuse",
            name="operator",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.operator"),
        ),
        migrations.AddField(
            model_name="demand",
            name="operator",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.operator"),
        ),
        migrations.AddField(
            model_name="demand",
            name="student",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="people.student"),
        ),
        migrations.AddField(
            model_name="demandanswer",
            name="demand",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.demand"),
        ),
        migrations.AddField(
            model_name="vendorbreach",
            name="operator",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="programmes.operator"),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("over_at", None), ("over_how", "")),
                    models.Q(("over_at__isnull", False), models.Q(("over_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_demand_that_is_over_says_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="demandanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("on", None), ("said", "refused"), models.Q(("reason", ""), _negated=True)),
                    models.Q(models.Q(("said", "refused"), _negated=True), ("on__isnull", False)),
                    _connector="OR",
                ),
                name="an_answer_has_its_day_or_its_reason",
            ),
        ),
    ]
