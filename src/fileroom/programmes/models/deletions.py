"""Families who ask a company to delete, and the district's own demand that it does; what the company answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Student
from fileroom.people.models.rows import NAME_LENGTH, Row
from fileroom.programmes.models.vendors import OPERATOR_LENGTH, TOKEN_LENGTH, Operator

AGENCY_LENGTH, SENT_TO_LENGTH = 120, 200
CLOSED = Q(closed_at__isnull=False, closed_by__isnull=False, letter=None)


class DeletionRequest(Row):
    """A family asks a company to delete what it holds of a former student, and the company asks for the district's word
    that the student has not been enrolled (Bus. & Prof. Code 22584(d)(3)).

    `asked_by`: the contact who asks; null: the former student. `letter`: the district's word, once it is issued.
    `by_preferred_name`: the account bears the name that the student goes by, and not the legal one; null: nobody was
    asked yet (of old, or refused and sent to counsel), and is before the letter is issued. `known_as`: of one that a
    company sent along, the name of the student's under which the company has asked; empty: the family came itself.
    `counsel_cleared`: what counsel said, where the law asks counsel first; null: nothing yet. `closed_why`: how it
    ended without a letter of the program's; `by_hand_on`: the day of one that was written by hand. `police_agency`: of
    a child reported missing, the agency that was told before the letter goes. `sent_to`: where the letter was sent to
    the company itself, on the family's signed and dated request, and on which day.
    """

    class Closed(models.TextChoices):
        """Why no letter of the program's comes of it."""

        BY_HAND = "by_hand"
        NO_LONGER_GIVEN = "no_longer_given"
        WITHDRAWN = "withdrawn"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    asked_by = models.UUIDField(null=True)
    operator = models.CharField(max_length=OPERATOR_LENGTH)
    asked_on = models.DateField()
    language = models.CharField(max_length=5)
    ccpa_excluded = models.BooleanField(null=True)
    keeps_official_records = models.BooleanField(default=False)
    by_preferred_name = models.BooleanField(default=False, db_default=False, null=True)
    known_as = models.CharField(max_length=2 * NAME_LENGTH + 1, blank=True, default="", db_default="")
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    letter = models.UUIDField(null=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.UUIDField(null=True)
    counsel_cleared = models.BooleanField(null=True)
    counsel_at = models.DateTimeField(null=True)
    counsel_by = models.UUIDField(null=True)
    closed_why = models.CharField(max_length=15, choices=Closed, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    by_hand_on = models.DateField(null=True)
    police_agency = models.CharField(max_length=AGENCY_LENGTH, blank=True)
    police_told_at = models.DateTimeField(null=True)
    police_told_by = models.UUIDField(null=True)
    sent_to = models.CharField(max_length=SENT_TO_LENGTH, blank=True)
    sent_on = models.DateField(null=True)
    sent_by = models.UUIDField(null=True)
    sent_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_letter_that_is_issued_says_by_whom",
                condition=Q(letter=None, issued_at=None, issued_by=None)
                | Q(letter__isnull=False, issued_at__isnull=False, issued_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_request_closed_without_a_letter_says_why",
                condition=Q(closed_why="", closed_at=None, closed_by=None, by_hand_on=None)
                | Q(CLOSED & ~Q(closed_why__in=["", "by_hand"]), by_hand_on=None)
                | Q(CLOSED, closed_why="by_hand", by_hand_on__isnull=False),
            ),
            models.CheckConstraint(
                name="counsels_word_says_whose_it_is",
                condition=Q(counsel_cleared=None, counsel_at=None, counsel_by=None)
                | Q(counsel_cleared__isnull=False, counsel_at__isnull=False, counsel_by__isnull=False),
            ),
            models.CheckConstraint(
                name="police_that_were_told_are_named_with_who_told_them",
                condition=Q(police_agency="", police_told_at=None, police_told_by=None)
                | Q(~Q(police_agency=""), police_told_at__isnull=False, police_told_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_letter_that_went_to_a_company_says_where_and_when",
                condition=Q(sent_to="", sent_on=None, sent_by=None, sent_entry=None)
                | Q(
                    ~Q(sent_to=""),
                    letter__isnull=False,
                    sent_on__isnull=False,
                    sent_by__isnull=False,
                    sent_entry__isnull=False,
                ),
            ),
        ]


class Demand(Row):
    """The district demands that a company delete or return what it holds for the district (Bus. & Prof. Code
    22584(d)(2); Ed. Code 49073.1(b)(7)).

    `what` says which data, and names no student; `student`: the one student it is about, named in the letter alone, and
    `request`: the family's request out of which it came. `spares`: the letter leaves out whoever is under a hold.
    `whole`: it is about all that the company holds of everybody; without it nothing is known by its answer of anybody
    whom it does not name.
    `token`: a digest of the newest link by which the company answers, which opens until `link_until`. `due_on`: the
    last day it was given, or gave itself. `stage`: a word of programmes.vendors.stages; `over_at`: nothing more is
    awaited, and `over_how` says why.
    """

    class Ground(models.TextChoices):
        """Why it has to go, or come back."""

        NO_LONGER_NEEDED = "no_longer_needed"
        CONTRACT_OVER = "contract_over"
        CONTRACT_VOID = "contract_void"

    operator = models.ForeignKey(Operator, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    request = models.ForeignKey(DeletionRequest, on_delete=models.PROTECT, null=True)
    spares = models.BooleanField(default=False)
    whole = models.BooleanField(default=False, db_default=False)
    ground = models.CharField(max_length=20, choices=Ground)
    what = models.CharField(max_length=400)
    signed_by = models.UUIDField()
    signed_at = models.DateTimeField()
    entry = models.UUIDField()
    letter = models.UUIDField()
    code = models.CharField(max_length=20)
    due_on = models.DateField()
    token = models.CharField(max_length=TOKEN_LENGTH, unique=True)
    link_until = models.DateTimeField()
    stage = models.CharField(max_length=10, default="sent")
    over_at = models.DateTimeField(null=True)
    over_by = models.UUIDField(null=True)
    over_how = models.CharField(max_length=20, blank=True)
    over_words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_demand_that_is_over_says_how",
                condition=Q(over_at=None, over_how="") | (Q(over_at__isnull=False) & ~Q(over_how="")),
            ),
            models.CheckConstraint(
                name="what_is_about_everybody_leaves_out_nobody",
                condition=Q(whole=False) | Q(student=None, spares=False),
            ),
        ]


class DemandAnswer(Row):
    """What a company answered by its link, in its own words; rows are added and never changed.

    `on`: the day on which it deleted, or by which it will. `destroyed`: what was destroyed or given back, in its words;
    its certificate lies sealed apart (records.models.SealedNote). `digest`: of all it said, as its entry has it.
    """

    class Said(models.TextChoices):
        """What the company says."""

        DELETED = "deleted"
        WILL_DELETE = "will_delete"
        REFUSED = "refused"

    demand = models.ForeignKey(Demand, on_delete=models.PROTECT)
    said = models.CharField(max_length=12, choices=Said)
    on = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    destroyed = models.CharField(max_length=400, blank=True, db_default="")
    name = models.CharField(max_length=OPERATOR_LENGTH)
    position = models.CharField(max_length=OPERATOR_LENGTH)
    answered_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_answer_has_its_day_or_its_reason",
                condition=Q(said="refused", on=None) & ~Q(reason="") | ~Q(said="refused") & Q(on__isnull=False),
            )
        ]
