"""Flips of what is counted about officers and agents: the district's own steps, and the guide for families."""

from __future__ import annotations

from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip


def own_steps(town: make.Town) -> Flip:
    """A new version has waited for counsel for months; then it is approved."""
    from fileroom.programmes.models import OwnSteps

    words = {it: {"say": "Wait.", "say_far": "Wait.", "steps": ["Call."]} for it in ("en", "es")}
    first, second = (
        OwnSteps(number=it, words=words, calls=[], written_at=AT, written_by=uuid4(), written_entry=uuid4())
        for it in (1, 2)
    )
    approved = {"state": "approved", "decided_at": AT, "decided_by": uuid4(), "decided_entry": uuid4()}
    for name, value in approved.items():
        setattr(first, name, value)
    return Flip(
        "Version 2 waits for counsel for more than a month",
        lambda: make.keep(first, second),
        lambda: make.change(second, written_at=LONG_AGO),
        lambda: make.change(second, **approved),
    )


def guide(town: make.Town) -> Flip:
    """Somebody's word that the guide hangs at a school is taken away; then it is noted again."""
    from fileroom.programmes.models import GuideEdition, GuidePosting

    edition = GuideEdition(
        updated_on=make.TODAY - make.YEAR, address="https://oag.ca.example/", languages=["English"], noted_at=AT,
        noted_by=uuid4(), entry=uuid4(),
    )  # fmt: skip
    postings = [
        GuidePosting(
            edition=edition, school=school, place=place, posted_on=make.TODAY, noted_at=AT, noted_by=uuid4(),
            entry=uuid4(),
        )
        for school in (None, town.school)
        for place in ("building", "site")
    ]  # fmt: skip
    return Flip(
        "It is not posted everywhere",
        lambda: make.keep(edition, *postings),
        lambda: make.drop(postings[-1]),
        lambda: make.keep(postings[-1]),
    )


OFFICERS = {"enforcement.guide": guide, "enforcement.own_steps": own_steps}
