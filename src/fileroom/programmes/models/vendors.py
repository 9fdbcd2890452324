"""Companies that hold students' data: their contracts, what they declare and have lost, and what is wanted of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fileroom.people.models.rows import Row, in_order

OPERATOR_LENGTH, USE_LENGTH, HOLDS_LENGTH, TITLE_LENGTH, TOKEN_LENGTH = 120, 200, 400, 200, 64


class Operator(Row):
    """A company that holds, or is to hold, students' data. `does`: what it is used for; `holds`: which data of whom;
    blank: nobody has said, unless `holds_nothing`. The same in Spanish, blank where nobody has put it so: families then
    read the English. `described_at`: since it certified that nothing is left, somebody has said what it holds: of that
    no certificate tells yet."""

    name = models.CharField(max_length=OPERATOR_LENGTH)
    does = models.CharField(max_length=USE_LENGTH)
    holds = models.CharField(max_length=HOLDS_LENGTH, blank=True)
    does_es = models.CharField(max_length=USE_LENGTH, blank=True)
    holds_es = models.CharField(max_length=HOLDS_LENGTH, blank=True)
    holds_nothing = models.BooleanField(default=False, db_default=False)
    described_at = models.DateTimeField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_company_is_entered_once"),
            models.CheckConstraint(
                name="a_company_that_holds_nothing_holds_nothing", condition=Q(holds_nothing=False) | Q(holds="")
            ),
        ]


class Contract(Row):
    """A contract with a company (Ed. Code 49073.1). What it is worth on a day is the law's to say, never stored.

    `clauses`: by number, 1 to 9 in the order of the statute: whether the contract has it, on which page, in which
    words; of the second, `not_applicable` with the argument. `changed_since_2015`: of one made before that year.
    `noticed_on`: a written notice of what it lacks went to the company, to be cured until `cure_by`; `notice_until`:
    the same in a letter that is signed, and tells nobody yet. A contract that was changed,
    or read wrongly, is entered anew: the new row says whose place it takes, and why, and carries the notice on;
    one that was itself entered by mistake takes no place, and leaves it to the next.
    `offer_of`: the district whose general offer of privacy terms it accepts; `offer_by`: the one that signed Exhibit E.
    `returned_on`: the company certified that nothing of it is left there, by whom.
    """

    class Replaces(models.TextChoices):
        """Why a contract takes another's place."""

        AMENDED = "amended"
        MISREAD = "misread"
        RENEWED = "renewed"

    class Ended(models.TextChoices):
        """Why a contract was ended before its last day."""

        BY_US = "by_us"
        BY_COMPANY = "by_company"
        MISTAKE = "mistake"

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    title = models.CharField(max_length=TITLE_LENGTH)
    signed_on = models.DateField(null=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    board_policy = models.BooleanField()
    clauses = models.JSONField()
    changed_since_2015 = models.BooleanField(null=True)
    offer_of = models.CharField(max_length=OPERATOR_LENGTH, blank=True)
    offer_by = models.CharField(max_length=OPERATOR_LENGTH, blank=True)
    offer_on = models.DateField(null=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    replaces_why = models.CharField(max_length=8, choices=Replaces, blank=True)
    notice_until = models.DateField(null=True)
    noticed_on = models.DateField(null=True)
    cure_by = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=10, choices=Ended, blank=True)
    returned_on = models.DateField(null=True)
    returned_by = models.CharField(max_length=OPERATOR_LENGTH, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            in_order("contract_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_notice_says_until_when_it_is_cured",
                condition=Q(noticed_on=None, cure_by=None)
                | (Q(noticed_on__isnull=False, cure_by__isnull=False) & Q(cure_by__gt=F("noticed_on"))),
            ),
            models.CheckConstraint(
                name="a_contract_in_anothers_place_says_why",
                condition=Q(replaces=None, replaces_why="") | (Q(replaces__isnull=False) & ~Q(replaces_why="")),
            ),
            models.UniqueConstraint(
                name="one_contract_takes_the_place_of_another",
                fields=["replaces"],
                condition=~Q(ended_why="mistake"),
            ),
            models.CheckConstraint(
                name="a_contract_that_was_ended_says_why",
                condition=Q(ended_on=None, ended_why="") | (Q(ended_on__isnull=False) & ~Q(ended_why="")),
            ),
            models.CheckConstraint(
                name="a_return_says_who_certified_it",
                condition=Q(returned_on=None, returned_by="") | (Q(returned_on__isnull=False) & ~Q(returned_by="")),
            ),
            models.CheckConstraint(
                name="a_general_offer_is_whole",
                condition=Q(offer_of="", offer_by="", offer_on=None)
                | (~Q(offer_of="") & ~Q(offer_by="") & Q(offer_on__isnull=False)),
            ),
        ]


class AiQuestion(Row):
    """The district asks a company, by a letter with a link, what it does with students' data. `token`: a digest of the
    link, which opens until `link_until`; a newer question shuts the older one's. `due_on`: the day it was given."""

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    signed_by = models.UUIDField()
    signed_at = models.DateTimeField()
    entry = models.UUIDField()
    letter = models.UUIDField()
    code = models.CharField(max_length=20)
    due_on = models.DateField()
    token = models.CharField(max_length=TOKEN_LENGTH, unique=True)
    link_until = models.DateTimeField()


class AiUse(Row):
    """What a company declares of artificial intelligence; the newest row of a company counts.

    `trains`: it trains a model on students' data in which they can be found; null: it has not said. `subprocessors`: to
    whom it passes data on. `page`, `words`: where its contract permits that, as it says. `question`: to which letter
    the company said so itself, by its link; null: an employee entered it. `held_at`, `held_by`: a designee has held
    that sentence against the contracts, and found it in `held_against`; null with a day: in none of them.
    """

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    question = models.ForeignKey(AiQuestion, on_delete=models.PROTECT, null=True)
    uses = models.BooleanField(null=True)
    trains = models.BooleanField(null=True)
    subprocessors = models.CharField(max_length=HOLDS_LENGTH, blank=True)
    page = models.IntegerField(null=True)
    words = models.CharField(max_length=HOLDS_LENGTH, blank=True)
    declared_by = models.CharField(max_length=OPERATOR_LENGTH)
    declared_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    held_against = models.ForeignKey(Contract, on_delete=models.PROTECT, null=True)
    held_at = models.DateTimeField(null=True)
    held_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_declaration_is_entered_or_answered",
                condition=Q(question=None, entered_by__isnull=False) | Q(question__isnull=False, entered_by=None),
            ),
            models.CheckConstraint(
                name="whoever_held_a_sentence_against_a_contract_stands_there",
                condition=Q(held_at=None, held_by=None, held_against=None)
                | Q(held_at__isnull=False, held_by__isnull=False),
            ),
        ]


class VendorBreach(Row):
    """A company told the district that data were taken from it. `told_at`: when the district was told, from which its
    own clock runs; `incident`: the report that was opened for it, in the register of incidents."""

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    told_at = models.DateTimeField()
    told_by = models.CharField(max_length=OPERATOR_LENGTH)
    what = models.CharField(max_length=HOLDS_LENGTH)
    began_on = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    incident = models.UUIDField(null=True)
    passed_on_at = models.DateTimeField(null=True)
    passed_on_by = models.UUIDField(null=True)


class AppWanted(Row):
    """Somebody who works here wants to use an app with students. `clicked`: they agreed to its terms by a click."""

    name = models.CharField(max_length=OPERATOR_LENGTH)
    used_for = models.CharField(max_length=USE_LENGTH)
    clicked = models.BooleanField()
    granted = models.BooleanField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    entry = models.UUIDField()
