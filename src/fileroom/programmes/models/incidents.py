"""Incidents: when and by whom reported, what is known in codes, whom they touch, and what a person has sent.

What anybody wrote, and the names of a list that match nobody here, lie sealed (records.models.SealedNote).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Contact, Employee, Student
from fileroom.people.models.rows import Row

CODE_LENGTH, REFERENCE_LENGTH, HASH_LENGTH = 24, 80, 64


class Incident(Row):
    """One incident, or an exercise of one. `systems`, `harms`, `data` and the codes beside them: of incidents.known.

    Null, or blank: nobody knows yet. `students`, `staff`: heads, not records; `residents`: of California, to be told.
    `from_on`, `to_on`: when it happened, as far as known. `handler`: who works on it beside the Superintendent's
    office. `notes_read`: how many of the notes, in their order, have been read by whoever handles it. `files`: files
    outside this program that were in reach; `files_read`: how many of these somebody has read for whom they name.
    """

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"
        NOT_KNOWN = "not_known"

    reported_at = models.DateTimeField()
    reported_by = models.UUIDField()
    reported_entry = models.UUIDField()
    noticed_at = models.DateTimeField()
    exercise = models.BooleanField(default=False)
    systems = models.JSONField(default=list)
    going_on = models.CharField(max_length=9, choices=Answer)
    handler = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True)
    notes_read = models.PositiveIntegerField(default=0)
    assessed_at = models.DateTimeField(null=True)
    unauthorized = models.BooleanField(null=True)
    harms = models.JSONField(null=True)
    holder = models.CharField(max_length=CODE_LENGTH, blank=True)
    data = models.JSONField(null=True)
    acquisition = models.CharField(max_length=CODE_LENGTH, blank=True)
    encryption = models.CharField(max_length=CODE_LENGTH, blank=True)
    staff_alone = models.BooleanField(default=False)
    police_wait = models.BooleanField(default=False)
    students = models.PositiveIntegerField(null=True)
    staff = models.PositiveIntegerField(null=True)
    residents = models.PositiveIntegerField(null=True)
    files = models.PositiveIntegerField(null=True)
    files_read = models.PositiveIntegerField(null=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    closed_entry = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["reported_at"], name="incident_by_when")]
        constraints = [
            models.CheckConstraint(
                name="an_incident_ends_after_it_begins",
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gte=models.F("from_on")),
            ),
            models.CheckConstraint(
                name="no_more_files_are_read_than_there_are",
                condition=Q(files_read=None) | Q(files_read__lte=models.F("files")),
            ),
            models.CheckConstraint(
                name="an_incident_that_is_closed_says_by_whom",
                condition=Q(closed_at=None, closed_by=None, closed_entry=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, closed_entry__isnull=False),
            ),
        ]


class IncidentScope(Row):
    """What Fileroom itself has shown in a time, by accounts and addresses: counts and classes, and no student.

    `classes`: [class, item of the catalogue, records]. `staff`: employees whose row was shown, or whose account was
    used. `names`: how often somebody was named whom the ledger does not keep, in lists and in words. It is settled once
    its students and staff stand on the incident's list (`listed_entry`) and nobody was named beside them, or by a
    reason (`aside`, of incidents.reaching).
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    accounts = models.JSONField(default=list)
    addresses = models.JSONField(default=list)
    students = models.PositiveIntegerField()
    staff = models.PositiveIntegerField(default=0)
    records = models.PositiveIntegerField()
    shown = models.PositiveIntegerField()
    in_vain = models.PositiveIntegerField()
    searches = models.PositiveIntegerField()
    names = models.PositiveIntegerField(default=0)
    classes = models.JSONField(default=list)
    counted_at = models.DateTimeField()
    counted_by = models.UUIDField()
    entry = models.UUIDField()
    listed_entry = models.UUIDField(null=True)
    aside = models.CharField(max_length=CODE_LENGTH, blank=True)
    aside_by = models.UUIDField(null=True)
    aside_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_count_set_aside_says_by_whom",
                condition=Q(aside="", aside_by=None, aside_entry=None)
                | (~Q(aside="") & Q(aside_by__isnull=False, aside_entry__isnull=False)),
            ),
        ]


class IncidentList(Row):
    """A list that came in, of whom an incident touches: whose it is (a system of incidents.known), and its numbers.
    `opened_at`: when the last of its rows that are nobody here was first opened and read. `wrong`: why it was taken
    back (of incidents.named), and by whom."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT)
    system = models.CharField(max_length=CODE_LENGTH)
    rows = models.PositiveIntegerField()
    lost = models.PositiveIntegerField()
    opened_at = models.DateTimeField(null=True)
    imported_at = models.DateTimeField()
    imported_by = models.UUIDField()
    entry = models.UUIDField()
    wrong = models.CharField(max_length=CODE_LENGTH, blank=True, db_default="", default="")
    wrong_by = models.UUIDField(null=True)
    wrong_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_list_taken_back_says_by_whom",
                condition=Q(wrong="", wrong_by=None, wrong_entry=None)
                | (~Q(wrong="") & Q(wrong_by__isnull=False, wrong_entry__isnull=False)),
            ),
        ]


class IncidentPerson(Row):
    """Somebody an incident touches: a student, an employee, a parent whom a list names themself (`contact`), or a row
    of an imported list that matches nobody here.

    `list`, `row`: which list, and its place there; what stands there lies sealed. `place`: of one of the staff, a keyed
    hash of where they are written to, by which two who share an address are found; the address itself lies sealed.
    `named`: the entries of the lists and the counts that name them; `entry`: of the first.
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    named = models.JSONField(default=list)  # above the field `list`, which hides the type
    list = models.UUIDField(null=True)
    row = models.PositiveIntegerField(null=True)
    place = models.CharField(max_length=HASH_LENGTH, blank=True)
    entry = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="an_incident_has_a_student_once", fields=["incident", "student"]),
            models.UniqueConstraint(name="an_incident_has_an_employee_once", fields=["incident", "employee"]),
            models.UniqueConstraint(name="an_incident_has_a_parent_once", fields=["incident", "contact"]),
            models.UniqueConstraint(name="a_list_has_a_row_once", fields=["list", "row"]),
            models.CheckConstraint(
                name="who_is_touched_is_one_of_four",
                condition=Q(student__isnull=False, employee=None, contact=None)
                | Q(student=None, employee__isnull=False, contact=None)
                | Q(student=None, employee=None, contact__isnull=False)
                | Q(student=None, employee=None, contact=None, list__isnull=False, row__isnull=False),
            ),
        ]


class IncidentPrint(Row):
    """Letters that are printed and posted together. `posted_at`: the last of them went."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT)
    number = models.PositiveIntegerField(db_default=0, default=0)
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    entry = models.UUIDField()
    posted_at = models.DateTimeField(null=True)


class IncidentNotice(Row):
    """The notice to one person: a contact of the student, or (null) the student or the employee themself.

    `state`: of incidents.turns. `why`: why a person hands it over. `letters`: ids of what was made, one a language;
    `print`: with which others they are printed; `opened_at`: when they were opened last, to print; `asked_at`: when it
    was asked last whether they may still go: each designee opens, and asks of, those of whom they may know.
    `over_entry`: the ledger's entry of its being told, or let go;
    `over_as`: how, in its code.
    """

    person = models.ForeignKey(IncidentPerson, on_delete=models.PROTECT)
    contact = models.UUIDField(null=True)
    state = models.CharField(max_length=CODE_LENGTH)
    why = models.CharField(max_length=CODE_LENGTH, blank=True)
    letters = models.JSONField(default=list)
    print = models.ForeignKey(IncidentPrint, on_delete=models.PROTECT, null=True)
    opened_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    over_as = models.CharField(max_length=CODE_LENGTH, blank=True)
    over_at = models.DateTimeField(null=True)
    over_by = models.UUIDField(null=True)
    over_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="somebody_is_told_once_of_one", fields=["person", "contact"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="a_notice_that_is_over_has_its_entry",
                condition=Q(over_at=None, over_by=None, over_entry=None)
                | Q(over_at__isnull=False, over_by__isnull=False, over_entry__isnull=False),
            ),
        ]


class IncidentSent(Row):
    """What somebody says they have sent to an office outside: the report, the sample copy. The program sends nothing.
    It goes once more where it is owed once more: more people were found, or a second list.

    `what`: of incidents.sending; `channel`, `reference`: as they say it.
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT)
    what = models.CharField(max_length=CODE_LENGTH)
    sent_on = models.DateField()
    channel = models.CharField(max_length=REFERENCE_LENGTH)
    reference = models.CharField(max_length=REFERENCE_LENGTH, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    entry = models.UUIDField()
