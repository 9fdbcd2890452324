"""What a family has chosen, and what is to be minded about a student before anything of them goes out.

Both are dated, and no row is ever taken away: a choice that is withdrawn says by whom, and when.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models.rows import Row, in_order
from fileroom.people.models.students import Student


class FamilyChoice(Row):
    """One person of a family has refused something, or consented to it. It holds from its day until it is withdrawn.

    `kind` is a code of law.facts. `chosen_by`: the contact, or the student themselves; null where a paper or another
    system does not say. What one parent has refused the other does not give back: each has a row of their own.
    """

    class Source(models.TextChoices):
        FORM = "form"  # the family's own page
        COUNTER = "counter"  # an employee wrote down what was said, or signed, at the counter
        IMPORTED = "imported"  # another system's list, counted by a second person
        PAPER = "paper"  # a paper in the file, noted here when it was taken back

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40)
    chosen_by = models.UUIDField(null=True)
    source = models.CharField(max_length=8, choices=Source)
    chosen_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_noted_by = models.UUIDField(null=True)
    withdrawn_entry = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["student"], name="choice_by_student")]
        constraints = [
            in_order("choice_is_withdrawn_after_it_is_made", begins="chosen_on", ends="withdrawn_on"),
            models.UniqueConstraint(
                name="one_standing_choice_of_a_kind_by_a_person",
                fields=["student", "kind", "chosen_by"],
                condition=Q(withdrawn_on=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="choice_that_is_withdrawn_has_its_entry",
                condition=Q(withdrawn_on=None, withdrawn_entry=None)
                | Q(withdrawn_on__isnull=False, withdrawn_entry__isnull=False),
            ),
        ]


class Circumstance(Row):
    """What every answer about a student has to mind, and no list may show: it holds to the day before `over_on`."""

    class Kind(models.TextChoices):
        HOMELESS = "homeless"
        MISSING = "missing_child_flag"  # the police have reported the child missing
        SAFE_AT_HOME = "safe_at_home"

    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    kind = models.CharField(max_length=24, choices=Kind)
    from_on = models.DateField()
    noted_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    over_on = models.DateField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_entry = models.UUIDField(null=True)
    # Of what one person alone does not end: who proposes that it is over, for another to confirm.
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            in_order("circumstance_is_over_after_it_begins", ends="over_on"),
            models.UniqueConstraint(
                name="one_open_circumstance_of_a_kind", fields=["student", "kind"], condition=Q(over_on=None)
            ),
            models.CheckConstraint(
                name="circumstance_that_is_over_says_by_whom",
                condition=Q(over_on=None) | Q(ended_by__isnull=False, ended_entry__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_confirms_the_end_they_proposed",
                condition=Q(proposed_by=None) | Q(ended_by=None) | ~Q(ended_by=F("proposed_by")),
            ),
        ]
