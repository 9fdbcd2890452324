"""What the gate in remembers: of the systems that send rosters, what an import made and who is absent; and the forms by
which the district asks families for something, with the exceptions declared for them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import Assignment, Contact, CourtOrder, Employee, Enrolment, School, Student
from fileroom.people.models.rows import NAME_LENGTH, Row, source_id


class Org(Row):
    """An organisation of a roster that is no school: the district, a department. Later rosters point to it."""

    source_id = source_id()
    name = models.CharField(max_length=NAME_LENGTH)
    kind = models.CharField(max_length=16)


class Course(Row):
    """A course as the student information system names it. Sections are taught from it."""

    source_id = source_id()
    title = models.CharField(max_length=NAME_LENGTH)
    code = models.CharField(max_length=NAME_LENGTH, blank=True)


class ImportedAssignment(models.Model):
    """An assignment that a roster brought, and a later roster may therefore end. One made by hand is not listed."""

    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, primary_key=True)


class Absence(Row):
    """A person whom a roster no longer names. Nobody is deleted: a few become *left*, many wait for a person."""

    class State(models.TextChoices):
        LEFT = "left"  # the enrolment was ended on the day the absence was noticed
        RETURNED = "returned"  # a later roster names the person again
        SETTLED = "settled"  # an employee has said what became of the person
        WAITING = "waiting"  # nobody has said yet what became of the person

    class Sign(models.TextChoices):
        """What of the roster it was noticed by."""

        ABSENT = "absent"  # a whole file no longer names the person
        ELSEWHERE = "elsewhere"  # it names the student at other schools only
        EXIT = "exit"  # it names the student's last day
        OFF = "off"  # it deletes the employee, or switches their sign-in off

    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, null=True)
    noticed_on = models.DateField()
    state = models.CharField(max_length=8, choices=State)
    settled_on = models.DateField(null=True)
    settled_by = models.UUIDField(null=True)
    sign = models.CharField(max_length=9, choices=Sign, default=Sign.ABSENT)
    # The last day that the file names.
    last_on = models.DateField(null=True)
    # What an employee held until the file's word, so that a file mended soon gives it back (people.leaving). Of a
    # student who waits: the schools where that file opened a spell, which a file that takes its word back ends.
    ended = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="absence_is_of_one_person",
                condition=Q(student__isnull=False, enrolment__isnull=False, employee=None, contact=None)
                | Q(student=None, enrolment=None, employee__isnull=False, contact=None)
                | Q(student=None, enrolment=None, employee=None, contact__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_open_absence_per_enrolment",
                fields=["enrolment"],
                condition=Q(state__in=["left", "waiting"]),
            ),
            models.UniqueConstraint(
                name="one_waiting_absence_per_employee", fields=["employee"], condition=Q(state="waiting")
            ),
            models.UniqueConstraint(
                name="one_waiting_absence_per_contact", fields=["contact"], condition=Q(state="waiting")
            ),
        ]


class PossibleOrder(Row):
    """A file says that this contact is restricted towards this student. An order may exist: a person asks.

    Once a pair, and again where a restriction that was lifted comes anew. Without a contact: what another school sent
    may hold an order; one row a student, which waits anew with each packet that does. What comes anew has another id.

    What the file says of it is not kept: an order binds by its own paper (`collection.orders`), not by a note of it.
    `rows_said`: keyed digests of the rows of lists that could not be taken, so that one sent again is known again.
    """

    class State(models.TextChoices):
        LIFTED = "lifted"  # it had been asked about, and the file states it no longer
        SETTLED = "settled"  # an employee has asked, and there is none
        # Nobody has asked; or, with a day on which it was said, there is one: until its paper is filed here.
        WAITING = "waiting"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    noticed_on = models.DateField()
    state = models.CharField(max_length=8, choices=State)
    settled_on = models.DateField(null=True)
    settled_by = models.UUIDField(null=True)
    rows_said = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_possible_order_per_pair", fields=["student", "contact"]),
            models.UniqueConstraint(
                name="one_possible_order_of_no_contact", fields=["student"], condition=Q(contact=None)
            ),
        ]


class RegisteredForm(Row):
    """A form by which the district asks for data, as it was last screened. It tells of nobody: it is blank.

    `owner`: the office that answers for it. `school`: where it is used; null: in the whole district. `asks`: the fields
    of a form that was made here; of a paper nothing is kept but `found`: what it asks for, where, and by which rule it
    may not. `law`, `sieve`: digests of what it was screened by. `under`: the declaration that let it ask then, if any.
    """

    class Kind(models.TextChoices):
        PACKET = "packet"  # a paper or a PDF that is handed out
        SCREEN = "screen"  # a screen of the student information system
        WEB = "web"

    class State(models.TextChoices):
        DRAFT = "draft"
        RETIRED = "retired"
        USED = "used"

    title = models.CharField(max_length=NAME_LENGTH)
    kind = models.CharField(max_length=8, choices=Kind)
    tongue = models.CharField(max_length=2)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    owner = models.CharField(max_length=16, choices=Assignment.Role)
    state = models.CharField(max_length=8, choices=State)
    asks = models.JSONField(default=list)
    verdict = models.CharField(max_length=8)
    found = models.JSONField(default=list)
    whole = models.BooleanField(default=True)
    screened_on = models.DateField()
    law = models.CharField(max_length=64)
    sieve = models.CharField(max_length=16)
    under = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="made_form_in_use_asks_nothing_it_may_not",
                condition=~Q(state="used", verdict__in=["block", "review"]) | Q(asks=[]),
            ),
        ]


class Declaration(Row):
    """The district's word that one form asks under a law's exception: which, from when until when, by whom.

    It opens nothing before another account has approved it, and nothing after its last day or once it is withdrawn.
    `title`, `school`: the form's, as both read them: under another title, or in another school, it is another form.
    """

    exception = models.CharField(max_length=32)
    form = models.ForeignKey(RegisteredForm, on_delete=models.PROTECT)
    title = models.CharField(max_length=NAME_LENGTH)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    from_on = models.DateField()
    to_on = models.DateField()
    declared_by = models.UUIDField()
    declared_at = models.DateTimeField()
    approved_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="declaration_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))),
            models.CheckConstraint(
                name="declaration_is_approved_by_another",
                condition=Q(approved_by=None, approved_at=None)
                | (Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("declared_by"))),
            ),
            models.CheckConstraint(
                name="declaration_is_withdrawn_by_somebody",
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
            ),
        ]


class SavedMap(Row):
    """How this district's own files of CSV are read: column -> fact; a digest where it is dropped. Of no file more."""

    takes = models.JSONField()
    days = models.CharField(max_length=8)
    everybody = models.BooleanField()
    saved_on = models.DateField()


class Import(Row):
    """An import that was carried out, under the id of its entry in the ledger: what it counted, and of nobody.

    `part`: which, as the entry says. `counts`: those of its report; null: it was before they were kept. `dropped`: how
    many columns and values, by law. `problems`, `remarks`: how many, by code.
    """

    part = models.CharField(max_length=64)
    door = models.CharField(max_length=16)
    imported_by = models.UUIDField(null=True)
    imported_at = models.DateTimeField()
    counts = models.JSONField(null=True)
    dropped = models.JSONField(default=list)
    problems = models.JSONField(default=dict)
    remarks = models.JSONField(default=dict)


class ListBatch(Row):
    """A list of another system's, by one import: what it says waits for a second person.

    `size`: how many rows the list had as it came, those set aside too: whoever agrees has counted them there.
    """

    class State(models.TextChoices):
        CONFIRMED = "confirmed"
        TURNED_BACK = "turned_back"
        WAITS = "waits"

    size = models.PositiveIntegerField()
    state = models.CharField(max_length=11, choices=State, default=State.WAITS)
    brought_at = models.DateTimeField()
    brought_by = models.UUIDField(null=True)
    brought_entry = models.UUIDField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_entry = models.UUIDField(null=True)

    class Meta:
        abstract = True


BY_ANOTHER = Q(state="waits", decided_by=None) | (
    Q(decided_by__isnull=False) & (Q(brought_by=None) | ~Q(decided_by=F("brought_by")))
)


class ChoiceBatch(ListBatch):
    """Choices of families that another system's list said, by one import: they count, and a second person counts them.

    `stood`: how many of them such a list had said before. `set_aside`: the rows that are none, by number, column, code.
    `miscounted`: so often another number came in."""

    miscounted = models.PositiveSmallIntegerField(default=0)
    stood = models.PositiveIntegerField(default=0)
    set_aside = models.JSONField(default=list)

    class Meta:
        constraints = [models.CheckConstraint(name="imported_choices_are_decided_by_another", condition=BY_ANOTHER)]


class WaitingChoice(Row):
    """One row of such a list, until it is decided about: turned back, it frees what this list alone has said."""

    batch = models.ForeignKey(ChoiceBatch, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40)
    chosen_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_list_says_a_choice_once", fields=["batch", "student", "kind"])]


class OrderBatch(ListBatch):
    """Court orders that a list said, by one import. What they would take from somebody is in doubt from its coming on;
    they are orders, and counted, once a second person agrees. `miscounted`: so often another number came in."""

    miscounted = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="imported_orders_are_decided_by_another", condition=BY_ANOTHER)]


class ListedOrder(Row):
    """An order of such a list. `paper`: it lies with the district, says the list. `known`: whom it binds is one contact
    of the child; else a person says who. `protects`: whom, says the list; true of the order once a second agrees."""

    batch = models.ForeignKey(OrderBatch, on_delete=models.PROTECT)
    order = models.OneToOneField(CourtOrder, on_delete=models.PROTECT)
    paper = models.BooleanField()
    known = models.BooleanField()
    protects = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
