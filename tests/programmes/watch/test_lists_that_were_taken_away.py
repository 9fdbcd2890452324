"""A list that somebody takes away is a copy: the watch counts each of its names, however long it is."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.exports.taking import prepares, takes
from tests.programmes.watch.test_the_watch import MINUTE, SEPTEMBER, note, rounds


def test_the_names_of_a_list_that_was_taken_away_count_all_and_not_as_a_search_does(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.watch.reading import by_minute, read_since, readings

    for number in range(29):
        make.enrolment(make.student(f"Kid{number}", "Torres"), town.school)
    takes(town.registrar.by, prepares(town.registrar.by))
    who = town.registrar.by.account.id
    with district_transaction():
        (found,) = (it for it in readings(AT - MINUTE, AT, least=1) if it.account == who)
        since = read_since(who, "", AT - MINUTE, AT)
        minutes = by_minute(who, "", AT - MINUTE, AT)
    assert (found.students, found.looks, found.listed) == (30, 1, 30)
    assert since is not None and since.listed == 30
    assert list(minutes.values()) == [30], "each student once"


@pytest.mark.parametrize(("size", "raised"), [(499, False), (500, True)])
def test_a_list_longer_than_anybody_reads_raises_an_alarm_and_a_shorter_one_none(
    town: make.Town, size: int, raised: bool
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import ReadingAlarm

    by = town.registrar.by.account.id
    note(by, [(SEPTEMBER, uuid4(), "student:listed") for _ in range(size)])
    note(by, [(SEPTEMBER, None, "list:handed_over")], outcome=str(size))
    assert bool(rounds(SEPTEMBER, 1)) is raised
    with district_transaction():
        assert [it.reasons for it in ReadingAlarm.objects.all()] == [["listed"]] * raised


@pytest.mark.parametrize(("names", "raised"), [(499, False), (500, True)])
def test_a_text_that_names_more_than_anybody_reads_raises_an_alarm_at_once(
    town: make.Town, names: int, raised: bool
) -> None:
    """Sixty thousand characters of names, pasted into the page that asks whether a text may go to a tool."""
    note(town.teacher.by.account.id, [(SEPTEMBER, None, "tool:asked")], outcome=str(names))
    assert bool(rounds(SEPTEMBER, 1)) is raised
