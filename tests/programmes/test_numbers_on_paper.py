"""A paper for the Board tells no small number of what was somebody's, nor do the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from fileroom.duties.states import Asked, Evidence, Folded, State
from fileroom.programmes.policy.on_paper import LEAST, on_paper
from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.flips import ALSO, FLIPS

WERE = Folded("things are kept", "Some are kept too long")


def told(number: int, of: int | None = None, *, folded: Folded | None = WERE, **more: object) -> str:
    says = "thing is kept" if number == 1 else "things are kept"
    return on_paper(Evidence(says, State.RUNNING, number=number, of=of, folded=folded, **more))  # type: ignore[arg-type]


def test_every_small_number_has_the_same_words() -> None:
    assert {told(it) for it in range(1, LEAST)} == {"Fewer than 11 things are kept."}
    assert (told(0), told(LEAST), told(1, folded=None)) == (
        "0 things are kept.",
        "11 things are kept.",
        "1 thing is kept.",
    )


def test_what_is_left_of_a_number_is_told_as_little_as_the_number() -> None:
    assert {told(1200 - it, 1200) for it in range(1, LEAST)} == {"All but fewer than 11 of 1,200 things are kept."}
    assert {told(it, 1200) for it in range(1, LEAST)} == {"Fewer than 11 of 1,200 things are kept."}
    assert told(1200, 1200) == "1,200 of 1,200 things are kept."
    assert told(1189, 1200) == "1,189 of 1,200 things are kept."


def test_of_a_few_nothing_is_told_neither_none_nor_all() -> None:
    assert {told(it, of) for of in range(LEAST) for it in range(of + 1)} == {"Fewer than 11 things are kept."}


def test_what_is_wrong_has_no_number_and_a_month_for_a_day() -> None:
    def wrong(late: int, since: date) -> str:
        why = f"{late} kept too long"
        return on_paper(Evidence("things", State.ATTENTION, 40, None, why, "Pat", since, folded=WERE))

    assert wrong(1, date(2026, 10, 2)) == wrong(9, date(2026, 10, 30))
    assert (
        wrong(1, date(2026, 10, 2)) == "40 things. Attention: Some are kept too long, since October 2026. Whose: Pat."
    )
    assert "October 2, 2026" in on_paper(Evidence("pages", State.ATTENTION, 4, None, "old", since=date(2026, 10, 2)))


# Each is somebody's: what was counted was, or what waits for a person is.
SOMEBODYS = (
    "casework.outgoing",
    "collection.immigration_status", "collection.lists_by_trait", "collection.social_security_numbers",
    "disclosure.answered", "disclosure.exports", "disclosure.lists", "disclosure.marks", "disclosure.opened_anyway",
    "incidents.register", "notices.told", "social_media.program",
    "training.counter", "training.custodians", "training.cybersecurity", "training.special_education",
    "training.standing", "vendors.demands", "vendors.letters", "vendors.questions",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "flipped"),
    [
        *(pytest.param(name, FLIPS[name], id=name) for name in SOMEBODYS),
        *(pytest.param(name, flip, id=f"{name}: {reason}") for name, reason, flip in ALSO if name in SOMEBODYS),
    ],
)
def test_what_the_program_says_of_somebodys_is_without_a_small_number_when_something_is_wrong(
    town: make.Town, name: str, flipped: Callable[[make.Town], Flip]
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.evidences import EVIDENCES

    flip = flipped(town)
    flip.right()
    flip.wrong()
    with district_transaction():
        found = EVIDENCES[name](Asked(AT, quarantine_days=10, form_days=365))
    assert found.state is State.ATTENTION and found.folded
    said = on_paper(found).replace("Fewer than 11", "").replace("fewer than 11", "")
    assert [it for it in re.findall(r"(?<![\d,])\d+", said) if 0 < int(it) < LEAST] == [], said
    assert not re.search(r"[A-Z][a-z]+ \d+, \d{4}", said), "a day"


def test_no_other_is_folded_and_these_are(town: make.Town) -> None:
    from fileroom.programmes.policy.evidences import gathered

    found = gathered(Asked(AT, quarantine_days=10, form_days=365))
    assert tuple(sorted(name for name, it in found.items() if it.folded)) == SOMEBODYS


@pytest.mark.parametrize("name", ["training.cybersecurity", "training.standing"])
def test_of_the_training_of_a_few_no_number_is_told_nor_how_many_are_overdue(town: make.Town, name: str) -> None:
    """Three work here. Beside it the packet says of a school that fewer than eleven owe a course, and no more."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.evidences import EVIDENCES

    with district_transaction():
        found = EVIDENCES[name](Asked(AT, quarantine_days=10, form_days=365))
    assert (found.number, found.of) == (0, 3)
    assert not re.search(r"\d", on_paper(found).replace("Fewer than 11", "")), on_paper(found)
