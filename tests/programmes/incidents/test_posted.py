"""Letters go by the print they stand in: nobody is told by one that was not printed, and each is asked about again."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, lives, notices, owed, posts, prints
from tests.programmes.incidents.test_told import of_a_breach, prepared, text_of


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def written_to_both(town: make.Town, office: make.Staffed) -> Any:
    """A breach with a letter to the mother, and one to the father who lives elsewhere."""
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    father = make.related("father", town.ana)
    lives(town.ana, father.row, "13 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("written", ""), ("written", "")]
    return of


def takes_out(of: Any, office: make.Staffed, *, gone: bool = False) -> None:
    """Somebody says of the one letter that is to be taken out whether it was."""
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.taking_out import taken_out

    (one,) = people(of, by=office.by, at=AT).take_out
    taken_out(of, one.id, gone=gone, by=office.by, at=AT)


def test_to_say_that_a_print_was_posted_tells_those_of_that_print_and_nobody_else(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import people, posting

    of = written_to_both(town, office)
    monkeypatch.setattr(posting, "AT_ONCE", 1)
    first, one = prints(of, office.by)
    assert people.people(of, by=office.by, at=AT).written == 0, "one press has put all of them together"
    assert posts(of, first, office.by) == (1, 0)
    assert notices(of) == [("told", ""), ("written", "")]
    assert "breaches.by_the_district" in owed(of), "one family of two was written to"
    second, other = prints(of, office.by)
    assert one and other and text_of(one) != text_of(other), "the next print holds the next letters"
    assert posts(of, second, office.by) == (1, 0)
    assert notices(of) == [("told", ""), ("told", "")] and "breaches.by_the_district" not in owed(of)


def test_letters_that_nobody_opened_to_print_and_those_that_went_are_not_said_to_be_posted(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.posting import ask_once_more, letters, posted, print_all

    of = written_to_both(town, office)
    assert print_all(of, head=HEAD, by=office.by, at=AT) == 1
    (one,) = people(of, by=office.by, at=AT).prints
    made = one.id
    assert (one.number, one.people, one.opened, one.asked) == (1, 2, False, False)
    for act in (ask_once_more, posted):
        with pytest.raises(ValidationError, match="Nobody has opened"):
            act(of, made, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="No letter waits"):
        print_all(of, head=HEAD, by=office.by, at=AT)
    for _ in range(2):  # the paper jams, and it is printed once more
        assert letters(of, made, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="Ask once more"):
        posted(of, made, head=HEAD, by=office.by, at=AT)
    assert not isinstance(ask_once_more(of, made, head=HEAD, by=office.by, at=AT), Refused)
    posted(of, made, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="posted already"):
        posted(of, made, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="posted already"):
        letters(of, uuid4(), head=HEAD, by=office.by, at=AT)


@pytest.mark.parametrize(
    ("since", "why"),
    [
        ("safe_at_home", "substitute_address"),
        ("of_age", "changed"),
        ("refuted", "changed"),
        ("terminated", "changed"),
        ("shared", "shared"),
        ("not_signed_for", "not_signed_for"),
    ],
)
@pytest.mark.parametrize("opened_before", [False, True])
def test_whatever_bars_a_letter_today_bars_it_from_the_print_and_the_post_though_it_was_written_before(
    town: make.Town, office: make.Staffed, since: str, why: str, opened_before: bool
) -> None:
    from fileroom.people.models import Circumstance
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    opened = prints(of, office.by)[0] if opened_before else None
    assert town.mother.relation
    if since == "safe_at_home":
        noted = {"from_on": make.TODAY, "noted_by": uuid4(), "entry": uuid4()}
        make.keep(Circumstance(student=town.ana, kind="safe_at_home", **noted))
    if since == "of_age":
        make.change(town.ana, birth_on=make.TODAY - 19 * make.YEAR)
    if since == "refuted":
        make.change(town.mother.relation, standing="refuted")
    if since == "terminated":
        make.change(make.custody(town.mother.relation), rights_terminated=True)
    if since == "shared":
        other = make.related("father", town.ana)
        assert other.relation
        make.change(make.custody(other.relation), rights_terminated=True)
        lives(town.ana, other.row, "12 Invented Lane", town.registrar.by)
    if since == "not_signed_for":
        make.change(town.school, orders_entered_on=None)
    if opened is not None:
        assert posts(of, opened, office.by) == (0, 1)
    else:
        assert prints(of, office.by)[1] is None
    if opened is not None:
        assert notices(of) == [("to_take_out", why)]
        takes_out(of, office)
    assert notices(of) == [("by_hand", why)]
    (one,) = people(of, by=office.by, at=AT).by_hand
    assert one.to == ("" if why != "shared" else "Mother Torres"), "whom it was for is not said where that has changed"
    barred = [it for it in entries() if (it.act, it.part) == ("incident:noted", "barred")]
    assert [(it.student, it.outcome, it.sealed) for it in barred] == [(town.ana.id, why, True)]


def test_who_lives_in_safe_at_home_is_not_told_by_a_page_on_the_web_and_who_has_left_is_not_told_at_work(
    town: make.Town, office: make.Staffed
) -> None:
    from datetime import timedelta

    from fileroom.people.models import Circumstance
    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute
    from tests.programmes.incidents.reporting import listed

    noted = {"from_on": make.TODAY, "noted_by": uuid4(), "entry": uuid4()}
    make.keep(Circumstance(student=town.ana, kind="safe_at_home", **noted))
    make.change(town.teacher.row, email="teacher@alder.example", left_on=make.TODAY - timedelta(days=1))
    of = of_a_breach(town, office)
    listed(of, office.by, "email\nteacher@alder.example\n")
    prepared(of, office)
    assert notices(of) == [("by_hand", "former_staff"), ("by_hand", "substitute_address")]
    substitute(of, cost=200, lacking=True, head=HEAD, by=office.by, at=AT)
    sent(uuid4(), of, Sending(What.SUBSTITUTE, make.TODAY, "page", ""), by=office.by, at=AT + timedelta(days=31))
    assert notices(of) == [("by_hand", "former_staff"), ("by_hand", "substitute_address")]


def test_each_list_that_is_longer_than_the_page_says_how_many_more_there_are(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import people

    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id, "SIS-1", "SIS-2", "SIS-3"))
    prepared(of, office)
    monkeypatch.setattr(people, "MOST", 1)
    more = people.people(of, by=office.by, at=AT).more
    assert (more.by_hand, more.lost, more.names) == (1, 2, 1)
