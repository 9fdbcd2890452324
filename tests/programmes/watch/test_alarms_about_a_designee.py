"""Whoever an alarm is about hears nothing of it; and about the only designee there is somebody else asks."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.programmes.watch.test_the_watch import SEPTEMBER, every, keeper, note, rounds

__all__ = ["keeper"]


def test_whoever_an_alarm_is_about_hears_nothing_of_it_on_no_list_and_by_no_mail(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.programmes.told_today import tell
    from tests.attacks.browsing import browser, words
    from tests.casework.waiting import mails

    office = make.staffed("office", "administrator", None)
    for it in (keeper, office):
        make.change(it.row, email=f"{it.row.id}@alder-creek.test")
    note(keeper.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    assert tell(at=at) == 1
    assert [it.employee_id for it in mails()] == [office.row.id]
    title = "Somebody reads faster than a person"
    for path in ("/", "/owed/"):
        assert title not in words(browser(keeper.by).get(path).content.decode())
        assert title in words(browser(office.by).get(path).content.decode())


@pytest.mark.parametrize("role", ["counsel", "it_lead"])
def test_where_nobody_else_is_designated_counsel_or_the_it_lead_asks_about_it_and_about_no_other(
    town: make.Town, keeper: make.Staffed, role: str
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.watch import desk
    from tests.attacks.browsing import browser, form, words

    other = make.staffed(role, role, None)
    note(town.teacher.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    (teachers,) = desk.alarms(by=keeper.by, at=at)
    assert not desk.may_open(by=other.by, at=at), "the keeper asks about a teacher"
    note(keeper.by.account.id, every(2, 200, at=at), "192.0.2.9")
    (at,) = rounds(at, 4)
    page = browser(other.by)
    assert "Somebody reads faster than a person" in words(page.get("/owed/").content.decode())
    (found,) = desk.alarms(by=other.by, at=at)
    assert found.who == "Keeper Abara"
    with pytest.raises(Missing):
        desk.alarm(teachers.id, by=other.by, at=at)
    assert page.get(f"/reading/{found.id}/").status_code == 200
    page.post(f"/reading/{found.id}/settle/", form(outcome="explained"))
    assert "Somebody reads faster than a person" not in words(page.get("/owed/").content.decode())
    assert desk.alarm(found.id, by=other.by, at=at).outcome == "explained"


def test_where_there_is_nobody_else_at_all_it_stays_the_offices_until_another_is_designated(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.programmes.watch import desk

    note(keeper.by.account.id, every(2, 200))
    (at,) = rounds(SEPTEMBER, 4)
    office = make.staffed("office", "administrator", None)
    assert [it.who for it in desk.alarms(by=office.by, at=at)] == ["Keeper Abara"]
