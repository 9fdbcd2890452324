"""Court orders on file: whom they bind, whom they protect, which kind of term, from when to when.

The paper and its wording are sealed records; here stands only what every door must obey.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.db import models
from django.db.models import F, Q

from fileroom.people.models.families import Contact
from fileroom.people.models.rows import Row, in_order
from fileroom.people.models.schools import School
from fileroom.people.models.staff import Employee
from fileroom.people.models.students import Student

COURT_LENGTH, NUMBER_LENGTH, TERM_LENGTH, DAYS_OF_A_WEEK, DIGEST_LENGTH, GROUNDS_LENGTH = 120, 60, 40, 7, 64, 40
# The kinds that take something from somebody: one list for the form that files an order and the SQL that obeys it.
BINDING = (
    "records_order_6323_5",
    "stay_away_no_records_clause",
    "rights_terminated",
    "education_rights_limited",
)


class Made(TypedDict):
    """How a court made an order."""

    temporary: bool
    hearing_on: date | None


class CourtOrder(Row):
    """An order handed in. `kind` is a code of law.facts (records_order_6323_5 …). An end never restores access.

    What was asked of whoever brought it, blank where it was not: has the restrained person been served; is the
    protected one safe tonight; how the office may reach them. How, and never a number: numbers are sealed records.
    `court`, `number`: which court made it, and under which number of its own; `brought_by`: what whoever handed it in
    is to the child (Fam. Code 6323.5(c)).

    `term`: the sentence by which it was filed (law.order_terms), blank where it was before; `collects_on`: of one that
    lets somebody collect the child only on some days, those days of the week, 1 for Monday to 7 for Sunday.

    `stage`: how the court made it, blank where nobody said; `hearing_on`: of a temporary one, the day of the hearing.

    `claimed`: a list says that there is one, and nobody has agreed to it yet, or its paper is not here. What it would
    take from somebody is in doubt until then, as that of an order past its end is (sql/family.sql).

    `compared`: a digest of the cards by which whom it restrains was last held against others (OrderNamesake);
    `mailboxes`: those of whom it restrains, each as a keyed digest: staff are held against them, and no card is opened.
    """

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"
        NOT_KNOWN = "not_known"

    class Reached(models.TextChoices):
        ON_FILE = "on_file"  # by the telephone on file
        IN_PERSON = "in_person"  # only when they come to the office
        NOT_AT_ALL = "not_at_all"

    class BroughtBy(models.TextChoices):
        PROTECTED = "protected"  # whom it protects
        RESTRAINED = "restrained"  # whom it binds
        LAWYER = "lawyer"  # of either
        OFFICER = "officer"  # of the court, or of the police
        OTHER = "other"

    class Stage(models.TextChoices):
        AFTER_HEARING = "after_hearing"
        TEMPORARY = "temporary"  # until a hearing, or made in an emergency

    kind = models.CharField(max_length=40)
    restrained = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="orders_against")
    protected = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="orders_for")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    lifted_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    received_by = models.UUIDField(null=True)
    claimed = models.BooleanField(default=False)
    served = models.CharField(max_length=9, choices=Answer, blank=True)
    safe_tonight = models.CharField(max_length=9, choices=Answer, blank=True)
    reached = models.CharField(max_length=10, choices=Reached, blank=True)
    court = models.CharField(max_length=COURT_LENGTH, blank=True)
    number = models.CharField(max_length=NUMBER_LENGTH, blank=True)
    brought_by = models.CharField(max_length=10, choices=BroughtBy, blank=True)
    term = models.CharField(max_length=TERM_LENGTH, blank=True)
    collects_on = models.CharField(max_length=DAYS_OF_A_WEEK, blank=True)
    stage = models.CharField(max_length=13, choices=Stage, blank=True)
    hearing_on = models.DateField(null=True)
    compared = models.CharField(max_length=DIGEST_LENGTH, blank=True)
    mailboxes = models.JSONField(default=list)

    class Meta:
        constraints = [in_order("order_ends_after_it_begins")]

    @property
    def made(self) -> Made:
        """What its last day turns on, as law.order_terms asks for it."""
        return {"temporary": self.stage == self.Stage.TEMPORARY, "hearing_on": self.hearing_on}


class CourtOrderChild(Row):
    """A child an order names. Its id is that of the order's paper in the child's file (records.models.Record)."""

    order = models.ForeignKey(CourtOrder, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(name="order_names_a_child_once", fields=["order", "student"])]


class OrderNamesake(Row):
    """Somebody who may be whom an order restrains, under another row: a contact of a child it names, or an employee.

    Until who keeps the order has answered, a contact of that name and any such employee are in doubt. *Yes*: the order
    binds this row too. *No*: it is somebody else, of whatever name. `no_first_*`: one has said no about somebody of
    whom it takes two; the answer stands as it was until another says it too.
    """

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"

    class Ground(models.TextChoices):
        """By what it may be that person; the first is the weakest."""

        FAMILY = "family"  # the family's name alone, of who keeps the records of the child's school
        HOME = "home"  # the given name, and the same telephone or home
        SHARED = "shared"  # the mailbox of a card, and another given name: two who live together may have one
        NAME = "name"
        MOBILE = "mobile"
        MAILBOX = "mailbox"  # with the given name, or as what they sign in with

    order = models.ForeignKey(CourtOrder, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True)
    noticed_at = models.DateTimeField()
    noticed_entry = models.UUIDField()
    grounds = models.CharField(max_length=GROUNDS_LENGTH, blank=True)  # a space between two
    answer = models.CharField(max_length=3, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answered_entry = models.UUIDField(null=True)
    no_first_at = models.DateTimeField(null=True)
    no_first_by = models.UUIDField(null=True)
    no_first_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_first_no_has_its_entry_and_another_agrees",
                condition=Q(no_first_at=None, no_first_by=None, no_first_entry=None)
                | (
                    Q(no_first_at__isnull=False, no_first_by__isnull=False, no_first_entry__isnull=False)
                    & (~Q(answer="no") | ~Q(answered_by=F("no_first_by")))
                ),
            ),
            models.UniqueConstraint(name="a_namesake_of_an_order_once", fields=["order", "contact", "employee"],
                                    nulls_distinct=False),
            models.CheckConstraint(
                name="a_namesake_is_a_contact_or_an_employee",
                condition=Q(contact__isnull=False, employee=None) | Q(contact=None, employee__isnull=False),
            ),
            models.CheckConstraint(
                name="an_answer_about_a_namesake_has_its_entry",
                condition=Q(answer="", answered_at=None, answered_by=None, answered_entry=None)
                | (
                    ~Q(answer="")
                    & Q(answered_at__isnull=False, answered_by__isnull=False, answered_entry__isnull=False)
                ),
            ),
        ]  # fmt: skip


class OrderLifting(Row):
    """The word of one official that an order no longer holds, by a paper, and of another who has confirmed it.

    `rests_on`: what the paper is. The paper lies sealed in each child's file, as a court order's are. Until it is
    confirmed the order is obeyed.
    """

    class RestsOn(models.TextChoices):
        COURT = "court"  # a court's paper that ends or changes the order
        COUNSEL = "counsel"  # what counsel has found, in writing

    order = models.ForeignKey(CourtOrder, on_delete=models.PROTECT)
    rests_on = models.CharField(max_length=7, choices=RestsOn)
    papers = models.JSONField(default=list)  # ids of its records, one in each child's file
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField()
    proposed_entry = models.UUIDField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(null=True)
    confirmed_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="an_order_is_proposed_to_be_lifted_once", fields=["order"]),
            models.CheckConstraint(
                name="a_lifting_is_confirmed_by_another",
                condition=Q(confirmed_at=None, confirmed_by=None, confirmed_entry=None)
                | (
                    Q(confirmed_at__isnull=False, confirmed_by__isnull=False, confirmed_entry__isnull=False)
                    & ~Q(confirmed_by=F("proposed_by"))
                ),
            ),
        ]


class OrderProtection(Row):
    """The word of one official that an order protects this contact, said after it was filed, and of another who says so
    too. Until then it protects nobody by name."""

    order = models.OneToOneField(CourtOrder, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT)
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_entry = models.UUIDField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(null=True)
    confirmed_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="whom_an_order_protects_is_said_by_two",
                condition=Q(confirmed_at=None, confirmed_by=None, confirmed_entry=None)
                | (
                    Q(confirmed_at__isnull=False, confirmed_by__isnull=False, confirmed_entry__isnull=False)
                    & ~Q(confirmed_by=F("said_by"))
                ),
            )
        ]


class OrderReceiver(Row):
    """Who is designated to take in a court's order at a school, and who in their place (Fam. Code 6323.5(c)(1))."""

    school = models.ForeignKey(School, on_delete=models.PROTECT)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="receives_orders")
    backup = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, related_name="receives_orders_in_place")
    named_by = models.UUIDField()
    entry = models.UUIDField()
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    class Meta:
        constraints = [
            in_order("receiver_ends_after_it_begins"),
            models.UniqueConstraint(
                name="a_school_has_one_receiver_without_end", fields=["school"], condition=Q(to_on=None)
            ),
            models.CheckConstraint(name="a_receiver_is_not_their_own_backup", condition=~Q(backup=F("employee"))),
        ]
