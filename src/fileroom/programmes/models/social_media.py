"""A program to gather from students' social media: its steps, who gathers, what was gathered of whom, and what became
of it. What was gathered itself lies sealed on the shelf (records.models); here stand ids, codes and days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import Employee, Student
from fileroom.people.models.rows import Row, in_order
from fileroom.programmes.models.vendors import Contract
from fileroom.records.models import Record

CODE_LENGTH, REFERENCE_LENGTH, SENTENCE_LENGTH = 24, 120, 300


class SocialMediaProgram(Row):
    """A program under Ed. Code 49073.6, from its proposal on. Where it stands is worked out from its steps.

    `what_for`: one sentence for the public, and `what_for_es` the same in Spanish. `reasons`: of the closed list of
    safety, those it may gather for.
    """

    what_for = models.CharField(max_length=SENTENCE_LENGTH)
    what_for_es = models.CharField(max_length=SENTENCE_LENGTH, blank=True)
    reasons = models.JSONField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_social_media_program_at_a_time", fields=["ended_at"], nulls_distinct=False
            )
        ]


class SocialMediaStep(Row):
    """One step of a program, taken once: its day, and the paper or the meeting that shows it."""

    program = models.ForeignKey(SocialMediaProgram, on_delete=models.PROTECT)
    step = models.CharField(max_length=CODE_LENGTH)
    taken_on = models.DateField()
    reference = models.CharField(max_length=REFERENCE_LENGTH)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_program_takes_a_step_once", fields=["program", "step"])]


class SocialMediaNotice(Row):
    """The yearly notice to the parents went out: for which school year, on which day, by what."""

    program = models.ForeignKey(SocialMediaProgram, on_delete=models.PROTECT)
    school_year = models.PositiveSmallIntegerField()
    sent_on = models.DateField()
    reference = models.CharField(max_length=REFERENCE_LENGTH)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_program_has_a_notice_a_year", fields=["program", "school_year"])]


class SocialMediaGatherer(Row):
    """An employee whom the Superintendent or a designee has named to gather."""

    program = models.ForeignKey(SocialMediaProgram, on_delete=models.PROTECT)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    named_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            in_order("a_gatherer_ends_after_beginning"),
            models.UniqueConstraint(
                name="somebody_is_named_to_gather_once", fields=["program", "employee"], condition=Q(to_on=None)
            ),
        ]


class SocialMediaVendor(Row):
    """A company that gathers for the district. `terms`: of the four of Ed. Code 49073.6(c)(3)(C), those its contract
    has, each with page and words. `ended_on`: since when its contract is satisfied; `destroyed_on`: the day on which it
    says that it then destroyed all of it."""

    program = models.ForeignKey(SocialMediaProgram, on_delete=models.PROTECT)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT)
    terms = models.JSONField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    ended_on = models.DateField(null=True)
    destroyed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_contract_gathers_once", fields=["program", "contract"], condition=Q(ended_on=None)
            ),
            models.CheckConstraint(
                name="all_is_destroyed_after_the_contract",
                condition=Q(destroyed_on=None) | Q(ended_on__isnull=False, destroyed_on__gte=F("ended_on")),
            ),
        ]


class SocialMediaItem(Row):
    """One thing gathered of one student. What it says, where it was found and why is the record's; it lies sealed.

    `vendor`: the company that gathered it. `destruction`: the entry by which it was destroyed.
    """

    program = models.ForeignKey(SocialMediaProgram, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    record = models.OneToOneField(Record, on_delete=models.PROTECT)
    vendor = models.ForeignKey(SocialMediaVendor, on_delete=models.PROTECT, null=True)
    gathered_at = models.DateTimeField()
    gathered_by = models.UUIDField()
    entry = models.UUIDField()
    destroyed_at = models.DateTimeField(null=True)
    destroyed_by = models.UUIDField(null=True)
    destruction = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["student"], condition=Q(destroyed_at=None), name="gathered_of_a_student")]
        constraints = [
            models.CheckConstraint(
                name="what_is_destroyed_says_by_whom",
                condition=Q(destroyed_at=None, destroyed_by=None, destruction=None)
                | Q(destroyed_at__isnull=False, destroyed_by__isnull=False, destruction__isnull=False),
            )
        ]


class SocialMediaWish(Row):
    """A student, or a parent, wants what was gathered corrected or deleted. `words`: the record in which they wrote
    what is right; it lies sealed as what was gathered does, and goes with it.

    `at_counter`: they asked at the counter, and `asked_by` took it in; `asker`: the contact who stood there; null: the
    student.
    """

    class Kind(models.TextChoices):
        CORRECT = "correct"
        DELETE = "delete"

    class Outcome(models.TextChoices):
        DECLINED = "declined"
        DONE = "done"
        GONE = "gone"  # it was destroyed before anybody answered

    item = models.ForeignKey(SocialMediaItem, on_delete=models.PROTECT)
    kind = models.CharField(max_length=7, choices=Kind)
    words = models.OneToOneField(Record, on_delete=models.PROTECT, null=True)
    asked_by = models.UUIDField()
    at_counter = models.BooleanField(default=False, db_default=False)
    asker = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    entry = models.UUIDField()
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answer = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_wish_is_open_once",
                fields=["item", "kind", "asked_by"],
                condition=Q(answered_at=None, at_counter=False),
            ),
            models.UniqueConstraint(
                name="a_wish_of_the_counter_is_open_once",
                fields=["item", "kind", "asker"],
                condition=Q(answered_at=None, at_counter=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="who_stood_at_the_counter_stood_there", condition=Q(at_counter=True) | Q(asker=None)
            ),
            models.CheckConstraint(
                name="a_wish_that_is_answered_says_how",
                condition=Q(answered_at=None, answer=None, outcome="")
                | (Q(answered_at__isnull=False, answer__isnull=False) & ~Q(outcome="")),
            ),
        ]


class SocialMediaCounselWord(Row):
    """What district counsel said of one thing that is held: it goes, or it waits until counsel looks again on that day.
    Each is said once, and the newest counts."""

    class Reason(models.TextChoices):
        COURT = "court"
        HOLD_OVER = "hold_over"
        MAY_FIND = "may_find"
        NO_USE = "no_use"
        POLICE_ASK = "police_ask"
        POLICE_HAVE_IT = "police_have_it"

    item = models.ForeignKey(SocialMediaItem, on_delete=models.PROTECT)
    goes = models.BooleanField()
    reason = models.CharField(max_length=CODE_LENGTH, choices=Reason)
    again_on = models.DateField(null=True)
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_waits_is_looked_at_again",
                condition=Q(goes=True, again_on=None) | Q(goes=False, again_on__isnull=False),
            )
        ]


class SocialMediaVendorNotice(Row):
    """A company is to be told that a student whom it gathered of is 18 or gone, so that it destroys at once. `item`: or
    that a family had one thing deleted or corrected, so that it destroys its copy of that alone.

    `made_at`: when `letter` was made. `told_on`: the day on which somebody says that it was sent, and `told_how`.
    `back_at`: the student is back; who is gone once more has another row. `destroyed_on`: the day on which it says that
    it destroyed, this student's or all that it had, whether it was told by then or not; of what it gathered since it is
    told by another row.
    """

    class Why(models.TextChoices):
        ADULT = "adult"
        LEFT = "left"
        WISH = "wish"

    vendor = models.ForeignKey(SocialMediaVendor, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    why = models.CharField(max_length=5, choices=Why)
    item = models.ForeignKey(SocialMediaItem, on_delete=models.PROTECT, null=True)
    due_on = models.DateField()
    noticed_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    made_by = models.UUIDField(null=True)
    letter = models.UUIDField(null=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.UUIDField(null=True)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=REFERENCE_LENGTH, blank=True)
    destroyed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_company_is_told_once",
                fields=["vendor", "student"],
                condition=Q(back_at=None, destroyed_on=None, item=None),
            ),
            models.UniqueConstraint(
                name="a_company_is_told_of_one_thing_once",
                fields=["item"],
                condition=Q(item__isnull=False, told_at=None),
            ),
            models.CheckConstraint(
                name="a_wish_says_which_thing",
                condition=Q(why="wish", item__isnull=False) | (~Q(why="wish") & Q(item=None)),
            ),
            models.CheckConstraint(
                name="a_letter_says_when_it_was_made",
                condition=Q(made_at=None, made_by=None, letter=None)
                | Q(made_at__isnull=False, made_by__isnull=False, letter__isnull=False),
            ),
            models.CheckConstraint(
                name="whom_was_told_says_by_what",
                condition=Q(told_at=None, told_by=None, told_on=None, told_how="")
                | Q(told_at__isnull=False, told_by__isnull=False, told_on__isnull=False, letter__isnull=False),
            ),
        ]
