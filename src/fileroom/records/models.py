"""THE SHELVES: records, their versions and holds. Contents lie sealed in a table only `contents` touches."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.law.catalogue import Others
from fileroom.people.models import Student
from fileroom.people.models.rows import Row

# What a filer says of other students, in the law's two facts: does it tell of any, and can they be taken out of it?
FACTS_OF_OTHERS = {
    None: (None, None),
    Others.NOBODY: (False, None),
    Others.CAN_BE_TAKEN_OUT: (True, True),
    Others.ONE_PIECE: (True, False),
}


class Record(Row):
    """One record of one student. `item` is a code of the catalogue (5 CCR 432), `kept_as` its class today."""

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    item = models.CharField(max_length=40)
    kept_as = models.CharField(max_length=9)
    # Whom the record is about where that is not the student alone: a contact of theirs, whose telephone it is.
    about = models.UUIDField(null=True)
    # Of items that may tell of other students, what the filer said (`others`).
    involves_other_students = models.BooleanField(null=True)
    segregable = models.BooleanField(null=True)
    origin = models.CharField(max_length=16)
    # The day a document of an archive bears, as its index says; null where nobody has said.
    dated_on = models.DateField(null=True)
    filed_at = models.DateTimeField()
    filed_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["student", "item"], name="record_by_student")]
        constraints = [
            models.CheckConstraint(
                name="only_others_who_are_there_can_be_taken_out",
                # Each part asks for a value: a comparison with none would be neither true nor false, and let it stand.
                condition=Q(involves_other_students__isnull=True, segregable__isnull=True)
                | Q(involves_other_students__isnull=False, involves_other_students=False, segregable__isnull=True)
                | Q(involves_other_students__isnull=False, involves_other_students=True, segregable__isnull=False),
            )
        ]

    @property
    def others(self) -> Others | None:
        """What was said of other students; None where nobody has said."""
        facts = self.involves_other_students, self.segregable
        return next(said for said, meant in FACTS_OF_OTHERS.items() if meant == facts)

    @others.setter
    def others(self, said: Others | None) -> None:
        self.involves_other_students, self.segregable = FACTS_OF_OTHERS[said]


class Quarantined(Row):
    """What was held back at the gate: no record of anybody. It waits, sealed, for the custodian of records to decide.

    `found` has what the sieve found, where and how it was judged, and never the value. `template` is the same for what
    stands on the same form, with the same found in it, by the same road: one decision serves all of these.
    """

    class State(models.TextChoices):
        DESTROYED = "destroyed"
        FILED = "filed"  # whole: a custodian has said that it is something else
        HELD = "held"
        KEPT = "kept"  # under a declared exception, with the form of its law and apart from every file
        REDACTED = "redacted"  # a record without what was found was filed
        RETURNED = "returned"

    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    # What it was to be filed as, and what the filer had said of it.
    item = models.CharField(max_length=40)
    about = models.UUIDField(null=True)
    others = models.CharField(max_length=16, blank=True)
    dated_on = models.DateField(null=True)
    road = models.CharField(max_length=16)
    brought_by = models.UUIDField(null=True)
    brought_at = models.DateTimeField()
    outcome = models.CharField(max_length=16)
    template = models.CharField(max_length=64)
    found = models.JSONField()
    # Names of declared exceptions each of which covers all that was found; and can what was found be truly taken out?
    covered_by = models.JSONField()
    redactable = models.BooleanField()
    state = models.CharField(max_length=9, choices=State, default=State.HELD)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decision = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["template", "state"], name="quarantined_by_template"),
            models.Index(fields=["student"], name="quarantined_by_student"),
        ]
        constraints = [
            models.CheckConstraint(
                name="what_is_held_waits_and_what_waits_no_more_has_its_entry",
                condition=Q(state="held", decision__isnull=True, decided_at__isnull=True)
                | (~Q(state="held") & Q(decision__isnull=False, decided_at__isnull=False)),
            )
        ]


class Letter(Row):
    """What the district wrote to somebody, as it was issued. Its PDF lies sealed, apart from every file.

    `kind`, `wording`: which letter of `letters`, in which version of its words. `about`: what it was written in: an
    order, a request. `to`: the contact or employee it is for, if it is for one we know. `code` is on it, and a public
    page tells whether a paper with it is ours: by `digest`, SHA-256 of the PDF, which the entry of its issue has too.
    """

    kind = models.CharField(max_length=40)
    wording = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=5)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, null=True)
    about = models.UUIDField()
    to = models.UUIDField(null=True)
    code = models.CharField(max_length=14, unique=True)
    digest = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    issued_by = models.UUIDField(null=True)
    entry = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["about"], name="letter_by_what_it_is_about"),
            models.Index(fields=["-issued_at", "id"], name="letter_by_its_day"),
        ]


class SealedNote(Row):
    """What somebody wrote down that belongs to no student's file: of an officer at the counter, what they called
    themselves and what they said. There is no student here: whom the note names stands in what lies sealed alone.

    `kind`: of which programme it is. `about`: which row of that programme. Nothing written is altered: who has more to
    say writes another.
    """

    kind = models.CharField(max_length=24)
    about = models.UUIDField()
    written_at = models.DateTimeField()
    written_by = models.UUIDField(null=True)
    entry = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["kind", "about"], name="note_by_what_it_is_about")]


def _of_one(*names: str) -> Q:
    """Exactly one of these has a value."""
    either = Q()
    for it in names:
        either |= Q(**{f"{name}__isnull": name != it for name in names})
    return either


class Version(Row):
    """One state of a record, or what was held back, or what a letter or a note says. The newest number is the record;
    older ones are what it said."""

    class Form(models.TextChoices):
        STRUCTURED = "structured"
        DOCUMENT = "document"

    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True)
    quarantined = models.OneToOneField(Quarantined, on_delete=models.PROTECT, null=True)
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, null=True)
    note = models.OneToOneField(SealedNote, on_delete=models.PROTECT, null=True)
    number = models.PositiveIntegerField()
    form = models.CharField(max_length=10, choices=Form)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    data_key = models.UUIDField(unique=True)
    # HMAC of the plaintext with the record's place: tells "unchanged" without opening, and nothing across students.
    fingerprint = models.BinaryField(max_length=32)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    # Destruction in two steps: with its entry (`destruction`) the version is a stub, and may not be opened; when the
    # key store has destroyed the key too, `key_gone_at`. In between it is pending, and says so.
    shredded_at = models.DateTimeField(null=True)
    destruction = models.UUIDField(null=True)
    key_gone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_version_per_number", fields=["record", "number"]),
            models.CheckConstraint(name="version_numbers_begin_at_1", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="a_version_is_of_one_thing",
                condition=_of_one("record", "quarantined", "letter", "note"),
            ),
        ]

    @property
    def held(self) -> Quarantined:
        """What was held back, where this is its contents."""
        assert self.quarantined, "these are the contents of a record"
        return self.quarantined


class SealedContents(models.Model):
    """A version's ciphertext, here or in the object store. `contents` alone reads it, in the statement that logs it."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, primary_key=True)
    ciphertext = models.BinaryField(null=True)
    object_name = models.CharField(max_length=120, null=True)

    class Meta:
        db_table = "records_sealed"
        constraints = [
            models.CheckConstraint(
                name="sealed_contents_are_in_one_place",
                condition=Q(ciphertext__isnull=True) | Q(object_name__isnull=True),
            )
        ]


class Hold(Row):
    """Nothing of the student (or of one record) may be destroyed while a hold stands."""

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True)
    reason = models.CharField(max_length=40)
    placed_at = models.DateTimeField()
    placed_by = models.UUIDField(null=True)
    lifted_at = models.DateTimeField(null=True)


class CareMark(models.Model):
    """One record is marked: something told in it may indicate a family's status (law/marks.toml). A person has marked
    it, or its own words as it was filed (`marked_by`: nobody).

    No student stands here and no page lists these: a list of them would be the list that Gov. Code 8310.3 forbids. A
    person's reason lies under seal (SealedNote, about this row). One person proposes that the mark is taken off, and
    another does it. `told`: keyed digests of the words by which it came; null where no words were asked. Its table
    keeps the name it was made under: under another the release before would not find it.
    """

    id = models.UUIDField(primary_key=True)
    record = models.UUIDField()
    marked_at = models.DateTimeField()
    marked_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    told = models.JSONField(null=True)
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)
    proposal = models.UUIDField(null=True)
    off_at = models.DateTimeField(null=True)
    off_by = models.UUIDField(null=True)
    off = models.UUIDField(null=True)

    class Meta:
        db_table = "disclosure_caremark"
        constraints = [
            models.UniqueConstraint(name="a_record_bears_one_mark", fields=["record"], condition=Q(off_at=None)),
            models.CheckConstraint(
                name="two_people_take_a_mark_off",
                condition=Q(off_at=None, off_by=None, off=None)
                | (
                    Q(off_at__isnull=False, off_by__isnull=False, off__isnull=False, proposed_by__isnull=False)
                    & ~Q(off_by=F("proposed_by"))
                ),
            ),
        ]
