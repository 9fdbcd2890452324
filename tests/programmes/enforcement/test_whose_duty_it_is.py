"""What is owed about a request stands with an office that hears of it, also where an order comes after it was owed; and
where one person alone would hear, another is to be designated."""

from __future__ import annotations

from uuid import UUID

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries
from tests.people.test_owing import page
from tests.programmes.enforcement.coming import says_done
from tests.programmes.enforcement.test_kept_from_the_child import kept
from tests.programmes.enforcement.test_known_again import round_goes
from tests.programmes.enforcement.test_told_of_each_child import noted, only

TOLD = "disclosure.immigration_enforcement.notify_superintendent"
READ = "disclosure.immigration_enforcement.counsel_review"


def offices(of: UUID) -> dict[str, str]:
    """Whose each open duty about it is, by its rule."""
    from fileroom.duties.queries import about
    from tests.conftest import AT

    return {it.rule: it.office for it in about("enforcement", [of], at=AT) if it.office}


def rows(who: make.Staffed) -> str:
    return str(page(who.by).rows)


def test_an_order_that_comes_later_has_counsel_owe_it_and_one_that_is_lifted_the_office_again(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    sole = make.staffed("victor", "administrator", None)
    lee = make.staffed("lee", "counsel", None)
    noted(town, town.ana.id)
    of = only()
    assert offices(of)[TOLD] == "superintendent"
    make.change(sole.row, family="Quill")
    make.order(town.ana, make.contact("Victor", "Quill"))
    round_goes()
    assert set(offices(of).values()) == {"counsel"}
    assert str(of) in rows(lee) and str(of) not in rows(sole)
    moved = [it for it in entries() if it.act.value == "duty:moved"]
    assert moved and all(it.sealed and it.student is None and it.record == of for it in moved)
    says_done(of, TOLD, lee.by)
    lines = len(entries())
    round_goes()
    assert len(entries()) == lines, "what stands where it should is moved nowhere"
    with district_transaction():
        order = CourtOrder.objects.get()
    make.change(order, lifted_on=make.TODAY)
    round_goes()
    assert offices(of)["disclosure.immigration_enforcement.notify_parent_after"] == "superintendent"
    assert offices(of)[READ] == "counsel"


def test_an_order_that_keeps_counsel_from_the_child_has_the_office_owe_what_was_counsels(town: make.Town) -> None:
    pat = make.staffed("pat", "administrator", None)
    noted(town, town.ana.id)
    of = only()
    assert offices(of)[READ] == "counsel"
    kept("lee", "counsel", town)
    round_goes()
    assert offices(of)[READ] == "superintendent" and str(of) in rows(pat)
    says_done(of, READ, pat.by)


def alone() -> bool:
    from fileroom.duties.queries import of_room
    from tests.conftest import AT

    return bool(of_room("officers_alone", at=AT))


def test_where_one_person_alone_would_hear_another_is_to_be_designated_and_why_is_not_said(town: make.Town) -> None:
    sole = kept("victor", "administrator", town)
    round_goes()
    assert alone() and "One person alone" in rows(sole), "before there is any request: it tells nothing of one"
    noted(town, town.ana.id)
    round_goes()
    assert alone() and str(only()) not in rows(sole)
    assert "One person alone" in browser(sole.by).get("/").content.decode()
    pat = make.staffed("pat", "administrator", None)
    round_goes()
    assert not alone() and str(only()) in rows(pat)


def test_an_account_for_counsel_is_a_second_person_too(town: make.Town) -> None:
    make.staffed("pat", "administrator", None)
    round_goes()
    assert alone()
    make.staffed("lee", "counsel", None)
    round_goes()
    assert not alone()


def test_that_the_only_one_cannot_sign_in_any_more_is_no_second_person(town: make.Town) -> None:
    pat = make.staffed("pat", "administrator", None)
    round_goes()
    make.change(pat.by.account, is_active=False)
    before = len(entries())
    round_goes()
    assert alone() and len(entries()) == before
    for name in ("kim", "lee"):
        make.staffed(name, "administrator", None)
    round_goes()
    assert not alone()


def test_what_is_hidden_from_all_who_would_hear_makes_nobody_one_alone_and_so_tells_none_of_them(
    town: make.Town,
) -> None:
    both = kept("victor", "administrator", town), kept("lee", "counsel", town)
    round_goes()
    noted(town, town.ana.id)
    before = len(entries())
    round_goes()
    assert not alone() and len(entries()) == before
    assert not any(str(only()) in rows(who) or "One person alone" in rows(who) for who in both)
