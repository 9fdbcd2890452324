"""Before letters go the page names those that may not any more; of each somebody says whether it was taken out, or had
gone. One press puts all letters together, and one says that all prints were posted."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, blocked, notices, owed, posts, prints
from tests.programmes.incidents.test_posted import written_to_both
from tests.programmes.incidents.test_told import text_of

COUNSEL_READS = "disclosure.restraining_orders.counsel_review"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def barred_once_printed(town: make.Town, office: make.Staffed) -> tuple[Any, str]:
    """A breach with two letters in one print, which an order on the file bars before they go; and what was printed."""
    of = written_to_both(town, office)
    _, pdf = prints(of, office.by)
    make.order(town.ana, make.contact("Luis", "Torres"))
    return of, text_of(pdf or b"")


def test_before_the_letters_go_the_page_names_whose_is_to_be_taken_out_and_by_which_codes(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people

    of, printed = barred_once_printed(town, office)
    (one,) = people(of, by=office.by, at=AT).prints
    desk, here = browser(office.by), f"/incidents/{of}/"
    page = words(desk.get(f"{here}people/").content.decode())
    assert "Ask once more before they go" in page and "posted</button>" not in page
    assert desk.post(f"{here}ask/{one.id}/", form()).status_code == 302
    page = words(desk.get(f"{here}people/").content.decode())
    assert "To take out: these may not go" in page and "Mother Torres" not in page
    out = people(of, by=office.by, at=AT).take_out
    assert {it.name for it in out} == {"Ana Torres"} and {it.print for it in out} == {1}
    codes = {code for it in out for code in it.codes}
    assert len(codes) == 4 and all(code in printed and code in page for code in codes)


def test_what_was_taken_out_is_handed_over_and_what_had_gone_is_counsels_to_read_the_same_day(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.services import done
    from fileroom.programmes.incidents.taking_out import taken_out

    of, _ = barred_once_printed(town, office)
    (one,) = people(of, by=office.by, at=AT).prints
    assert posts(of, one.id, office.by) == (0, 2)
    first, second = people(of, by=office.by, at=AT).take_out
    taken_out(of, first.id, gone=False, by=office.by, at=AT)
    assert COUNSEL_READS not in owed(of)
    taken_out(of, second.id, gone=True, by=office.by, at=AT)
    assert owed(of)[COUNSEL_READS] == make.TODAY
    assert notices(of) == [("by_hand", "order"), ("by_hand", "order")]
    said = [(it.part, it.student, it.sealed) for it in entries() if it.part in ("taken_out", "had_gone")]
    assert said == [("taken_out", town.ana.id, True), ("had_gone", town.ana.id, True)]
    with pytest.raises(ValidationError, match="not to be taken out"):
        taken_out(of, first.id, gone=True, by=office.by, at=AT)
    assert any("still owed" in it for it in blocked(of, office.by))
    done(of, COUNSEL_READS, str(second.id), by=office.by, at=AT)
    assert COUNSEL_READS not in owed(of)


def test_until_somebody_has_said_whether_it_had_gone_it_ends_by_nothing_else(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.law.facts import Taken
    from fileroom.programmes.incidents.endings import spare_all
    from tests.programmes.incidents.reporting import assesses, known
    from tests.programmes.incidents.test_a_list_that_was_wrong import ids, wrong

    of, _ = barred_once_printed(town, office)
    assert prints_asked(of, office) == 2
    with pytest.raises(ValidationError, match="whether it had gone"):
        wrong(of, ids(of)[0], office)
    assesses(of, office.by, known(data=(Taken.FULL_NAME, Taken.GRADES)), systems=("vendor",))
    with pytest.raises(ValidationError, match="whether it had gone"):
        spare_all(of, by=office.by, at=AT)


def prints_asked(of: Any, office: make.Staffed) -> int:
    """How many are to be taken out of the one print that was opened."""
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.posting import ask_once_more

    (one,) = people(of, by=office.by, at=AT).prints
    answer = ask_once_more(of, one.id, head=HEAD, by=office.by, at=AT)
    assert not isinstance(answer, Refused)
    return answer.stopped


def test_a_letter_that_was_barred_before_anybody_printed_it_is_in_no_pile(
    town: make.Town, office: make.Staffed
) -> None:
    of = written_to_both(town, office)
    make.order(town.ana, make.contact("Luis", "Torres"))
    assert prints(of, office.by)[1] is None
    assert notices(of) == [("by_hand", "order"), ("by_hand", "order")]


def test_a_designee_from_whom_the_child_is_kept_takes_out_no_letter_and_reads_no_name(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.taking_out import taken_out

    of = written_to_both(town, office)
    prints(of, office.by)
    bound = make.staffed("luis", "administrator", None)
    make.change(office.row, family="Oyelaran")  # an order against an Abara may bind any of that name
    make.order(town.ana, make.contact("Luis", "Abara"))
    assert prints_asked(of, office) == 2
    out = people(of, by=office.by, at=AT).take_out
    assert len(out) == 2 and people(of, by=bound.by, at=AT).take_out == ()
    with pytest.raises(ValidationError, match="not to be taken out"):
        taken_out(of, out[0].id, gone=True, by=bound.by, at=AT)


def test_all_prints_are_made_by_one_press_asked_about_and_posted_by_one_each_the_page_going_on_by_itself(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import posting

    monkeypatch.setattr(posting, "AT_ONCE", 1)
    of = written_to_both(town, office)
    desk, here = browser(office.by), f"/incidents/{of}/"
    assert desk.post(f"{here}letters/", form()).status_code == 302
    page = desk.get(f"{here}people/").content.decode()
    assert "0 of 2 prints posted." in words(page) and "Print 1:" in words(page) and "Print 2:" in words(page)
    for link in re.findall(rf'href="({here}letters/[0-9a-f-]+/)"', page):
        assert desk.get(link).status_code == 200
    for door in ("ask", "posted"):
        presses = 0
        on = "?go_on"
        while on:
            page = desk.get(f"{here}people/{on}").content.decode()
            (goes_on,) = re.findall(rf'action="({here}{door}/[0-9a-f-]+/)" data-go-on', page)
            answer = desk.post(goes_on, form(all="yes"))
            on, presses = "?go_on" if "?go_on" in answer.headers["Location"] else "", presses + 1
        assert presses == 2
    assert notices(of) == [("told", ""), ("told", "")] and "breaches.by_the_district" not in owed(of)
