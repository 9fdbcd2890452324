"""Schools and the district's calendar."""

from __future__ import annotations

from django.db import models

from fileroom.people.models.rows import NAME_LENGTH, Row, in_order, source_id


class School(Row):
    """A school of the district. `cds_code`: county, district and school code, 14 digits, leading zeros kept."""

    source_id = source_id()
    name = models.CharField(max_length=NAME_LENGTH)
    cds_code = models.CharField(max_length=14, null=True, unique=True)
    # The custodian signed that every paper order of this school has been entered; until then orders are not known.
    orders_entered_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="school_cds_code_is_14_digits",
                condition=models.Q(cds_code__isnull=True) | models.Q(cds_code__regex=r"^[0-9]{14}$"),
            )
        ]


class Closure(Row):
    """A day on which the district's office is closed all day (CCP 12b). Weekends need no row."""

    on = models.DateField(unique=True)
    reason = models.CharField(max_length=80)


class Break(Row):
    """Days without school on which the office is open unless the day is also a closure. `OTHER`: single days, as those
    on which only the staff come."""

    class Kind(models.TextChoices):
        FALL = "fall"
        WINTER = "winter"
        SPRING = "spring"
        SUMMER = "summer"
        OTHER = "other"

    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=80, default="")  # what the district calls it; empty: by its kind
    from_on = models.DateField()
    to_on = models.DateField()

    class Meta:
        constraints = [in_order("break_ends_after_it_begins")]


class WholeCalendar(Row):
    """The word of a person, or of a list, that the calendar of this school year is entered whole: from then on the
    district's own closed days count in it, and no others. `year`: the calendar year in which it begins.

    `entry`: the ledger's; null in a demonstration, which is brought before anybody acts.
    """

    year = models.SmallIntegerField(unique=True)
    said_at = models.DateTimeField()
    said_by = models.UUIDField(null=True)
    entry = models.UUIDField(null=True)


class Term(Row):
    """A school year, semester or grading period; of one school, or of the district where `school` is null."""

    source_id = source_id()
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    name = models.CharField(max_length=NAME_LENGTH)
    from_on = models.DateField()
    to_on = models.DateField()

    class Meta:
        constraints = [in_order("term_ends_after_it_begins")]
