"""Three tables: the links that were made, what waits to be sent, and which letters were handed over. None has an
address, a name or a word of what it stands for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.casework.states import State
from fileroom.people.models import Contact, Employee, Student
from fileroom.people.models.rows import Row
from fileroom.records.models import Letter, Record

CODE_LENGTH, PART_LENGTH, DIGEST_LENGTH, HASH_LENGTH, LANGUAGE_LENGTH = 24, 40, 64, 200, 5


class SecureLink(Row):
    """A link to one record or one letter of a student, for one contact; `contact` null: for the adult student.

    `token`: SHA-256 of what the address holds; null until it is made, at the moment of sending. `code`: the slow hash
    of what the office tells its reader beside it. `wrong`: tries that came to nothing since the last that did not.
    """

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True)
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    token = models.CharField(max_length=DIGEST_LENGTH, unique=True, null=True)
    code = models.CharField(max_length=HASH_LENGTH)
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    entry = models.UUIDField()
    until_at = models.DateTimeField()
    opened = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)
    wrong = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_entry = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["student", "-made_at"], name="link_by_student")]
        constraints = [
            models.CheckConstraint(
                name="a_link_leads_to_one_thing",
                condition=Q(record__isnull=True, letter__isnull=False) | Q(record__isnull=False, letter__isnull=True),
            ),
            models.CheckConstraint(
                name="a_link_that_is_withdrawn_has_its_entry",
                condition=Q(withdrawn_at=None, withdrawn_entry=None)
                | Q(withdrawn_at__isnull=False, withdrawn_entry__isnull=False),
            ),
        ]


class Outgoing(Row):
    """A mail that waits, or what became of it. `link`: the link that it tells of; else it is an employee's own.

    `about`: the row it stands for (a link, a course, a week); with `part` and whom it is for it is queued once.
    `caused_by`: the entry of what queued it. `released_at`: when the program, or since then a person, last let it go:
    what was let go before a backup was restored waits for a person. `state`, `why`: codes of casework.states.
    """

    kind = models.CharField(max_length=CODE_LENGTH)
    link = models.ForeignKey(SecureLink, on_delete=models.PROTECT, null=True)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True)
    about = models.UUIDField()
    part = models.CharField(max_length=PART_LENGTH, blank=True)
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    state = models.CharField(max_length=9, default=State.WAITING.value)
    why = models.CharField(max_length=CODE_LENGTH, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    queued_at = models.DateTimeField()
    queued_by = models.UUIDField(null=True)
    caused_by = models.UUIDField()
    released_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)
    entry = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state__in=["waiting", "sending"]), name="outgoing_is_due"),
            models.Index(fields=["state", "-queued_at"], name="outgoing_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_mail_is_queued_once", fields=["kind", "about", "employee", "part"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="a_mail_is_for_a_family_or_an_employee",
                condition=Q(link__isnull=True, employee__isnull=False) | Q(link__isnull=False, employee__isnull=True),
            ),
            models.CheckConstraint(
                name="a_mail_that_is_being_sent_was_claimed",
                condition=~Q(state="sending") | Q(claimed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_mail_that_is_over_has_its_entry",
                condition=Q(state__in=["waiting", "sending"], entry=None)
                | (~Q(state__in=["waiting", "sending"]) & Q(entry__isnull=False)),
            ),
        ]


class HandedOver(Row):
    """A letter that somebody has handed over to whom it is for, as they say: once."""

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT)
    handed_at = models.DateTimeField()
    handed_by = models.UUIDField()
    entry = models.UUIDField()
