"""By which numbers the district knows its policies: data, for another district's are not 5125 and 5145.13."""

from __future__ import annotations

import re
from datetime import date

from fileroom.hosting import district_transaction
from fileroom.programmes.models import AdoptedPolicy
from fileroom.programmes.models.policy import NUMBER_LENGTH, UNNUMBERED

NEWEST = ("-adopted_on", "-entered_at")  # of two entered for one day the later stands: it was mended
NUMBER = re.compile(r"[0-9]{1,5}(\.[0-9]{1,3}){0,2}")


def is_number(said: str) -> bool:
    """Is it written as the number of a policy is: 5125, 1445, 5145.13?"""
    return len(said) <= NUMBER_LENGTH and NUMBER.fullmatch(said) is not None


def in_force(on: date) -> AdoptedPolicy | None:
    """The text of this day; None: none is entered. Joins an open transaction."""
    return AdoptedPolicy.objects.filter(adopted_on__lte=on).order_by(*NEWEST).first()


def records_policy(on: date) -> str:
    """The number of the policy on student records on this day, which its regulation has too."""
    with district_transaction():
        row = in_force(on)
    return row.number if row else UNNUMBERED
