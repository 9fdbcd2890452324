"""A company asks the district itself: the same words whoever it names, a letter on the family's own paper alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.releases import parties
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_enrolment_end_letters import leaves, mother, office

__all__ = ["mother", "office"]
COMPANY = {"operator": "Reading Star, Inc.", "answer_to": "privacy@reading-star.example", "channel": "mail"}


def asks(by: make.Staffed, who: Any, **more: Any) -> UUID:
    """A company asks about somebody of this name."""
    from fileroom.programmes.vendors.company_questions import Asked, enter

    said: dict[str, Any] = {
        "given": who.legal_given,
        "family": who.legal_family,
        "asked_on": AT.date(),
        **COMPANY,
        **more,
    }
    return enter(uuid4(), Asked(**said), by=by.by, at=AT).id


def nobody() -> Any:
    """A name that nobody here has."""

    class Nobody:
        legal_given, legal_family = "Zelda", "Quillfeather"

    return Nobody


def answers(question: UUID, by: make.Staffed, said: Any = None, at: Any = AT) -> str:
    """What the company is sent, as it reads on paper, without its code."""
    from fileroom.programmes.vendors.company_answers import answer, open_answer, standing

    answer(question, said, head=HEAD, by=by.by, at=at)
    code = standing(question, by=by.by, at=at).code
    return text_of(open_answer(question, by=by.by, at=at)).replace(code, "CODE")


def request(town: make.Town, **more: Any) -> Any:
    from fileroom.programmes.vendors.company_answers import Request

    signer = f"{town.mother.row.given} {town.mother.row.family}"
    said: dict[str, Any] = {"signed": True, "dated": True, "checked": True, "signer": signer}
    said |= {"ccpa_excluded": True, "keeps_official_records": False}
    return Request(town.ana.id, **said | more)


def test_whoever_is_named_the_answer_is_the_same_to_the_letter(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """Of a student of today, a former one, one with an order, and nobody at all."""
    make.order(town.ben, town.mother.row)
    here, ordered, unknown = (answers(asks(office, it), office) for it in (town.ana, town.ben, nobody()))
    leaves(town.spell)
    gone = answers(asks(office, town.ana), office)
    refused = answers(asks(office, town.ana, encloses=True), office, request(town, signed=False))
    assert here == ordered == unknown == gone == refused
    assert "confirms nothing" in here
    assert town.ana.legal_family not in here


def test_the_students_log_has_the_company_and_a_name_of_nobody_is_in_no_log(
    town: make.Town, office: make.Staffed
) -> None:
    before = len(entries())
    for it in (asks(office, town.ana), asks(office, nobody())):
        answers(it, office)
    noted = [it for it in entries()[before:] if it.act.value == "company:asked"]
    answered = [it for it in entries()[before:] if it.act.value == "company:answered"]
    assert [it.student for it in answered] == [town.ana.id, None]
    assert [it.student for it in noted] == [town.ana.id, None]
    assert "Reading Star, Inc." in parties()[noted[0].id].said
    assert not noted[0].sealed


def test_an_answer_is_owed_within_five_business_days_and_given_once(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties import queries
    from fileroom.hosting import district_transaction
    from fileroom.programmes.vendors.company_questions import ANSWER, ROOM

    question = asks(office, nobody())
    with district_transaction():
        (owed,) = queries.about(ROOM, [question], at=AT)
    assert owed.rule == ANSWER
    assert owed.due is not None
    assert timedelta(days=5) <= owed.due - AT.date() <= timedelta(days=9)
    answers(question, office)
    with district_transaction():
        assert not queries.about(ROOM, [question], at=AT)
    with pytest.raises(ValidationError, match="already"):
        answers(question, office)


def test_on_the_familys_own_paper_the_company_is_given_the_letter(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    sent = answers(asks(office, town.ana, encloses=True), office, request(town))
    assert "is not enrolled in this district" in sent
    assert town.ana.legal_family in sent
    assert "nonenrolment:sent" in {it.act.value for it in entries()}


def test_a_letter_that_was_given_before_anybody_asked_of_the_ccpa_opens_again(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """Nothing is noted of it, and of a letter the law takes what nobody asked as outside the CCPA."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import CompanyQuestion
    from fileroom.programmes.vendors.company_answers import open_answer

    leaves(town.spell)
    given = asks(office, town.ana, encloses=True)
    answers(given, office, request(town))
    with district_transaction():
        row = CompanyQuestion.objects.get(pk=given)
    make.change(row, ccpa_excluded=None)
    assert open_answer(given, by=office.by, at=AT).startswith(b"%PDF")


def test_what_a_company_was_answered_stands_as_sent_to_nobody(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """That it was made tells nobody that it went; and the company's letter is handed to no family."""
    from fileroom.people.answers import Missing
    from tests.casework.test_letters_are_found_again import found, hands

    leaves(town.spell)
    answers(asks(office, town.ben), office)
    answers(asks(office, town.ana, encloses=True), office, request(town))
    stand = {it.kind: (it.stands, it.may_hand) for it in found(office).letters}
    assert stand == {"company_answer": ("kept", False), "nonenrolment": ("kept", False)}
    with pytest.raises(Missing):
        hands(next(it.id for it in found(office).letters if it.kind == "nonenrolment"), office)


@pytest.mark.parametrize("lacking", ["signed", "dated", "checked"])
def test_a_request_that_lacks_something_confirms_nothing(
    town: make.Town, office: make.Staffed, mother: UUID, lacking: str
) -> None:
    leaves(town.spell)
    sent = answers(asks(office, town.ana, encloses=True), office, request(town, **{lacking: False}))
    assert "confirms nothing" in sent


def test_a_parent_whom_an_order_bars_a_child_of_day_59_and_a_missing_child_confirm_nothing(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell, AT.date() - timedelta(days=59))
    assert "confirms nothing" in answers(asks(office, town.ana, encloses=True), office, request(town))
    leaves(town.spell)
    order = make.order(town.ana, town.mother.row)
    assert "confirms nothing" in answers(asks(office, town.ana, encloses=True), office, request(town))
    answered = [it for it in entries() if it.act.value == "company:answered"]
    assert answered[-1].sealed
    make.change(order, lifted_on=AT.date() - timedelta(days=1))
    assert "is not enrolled" in answers(asks(office, town.ana, encloses=True), office, request(town))


def test_of_data_under_the_ccpa_nothing_is_confirmed_and_what_nobody_knows_is_found_out_first(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    question = asks(office, town.ana, encloses=True)
    with pytest.raises(ValidationError, match="Find that out first"):
        answers(question, office, request(town, ccpa_excluded=None))
    assert "confirms nothing" in answers(question, office, request(town, ccpa_excluded=False))


def owes(office: make.Staffed) -> list[str]:
    """What is owed about companies' questions."""
    from fileroom.people.owed import owed

    return [it.rule.rpartition(".")[2] for it in owed(by=office.by, at=AT) if it.room == "company_questions"]


@pytest.mark.parametrize("how", ["stays_there", "demanded"])
def test_where_the_company_keeps_the_districts_records_the_district_decides_about_them(
    how: str, town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    question = asks(office, town.ana, encloses=True)
    answers(question, office, request(town, keeps_official_records=True))
    assert owes(office) == ["decide_own_deletion"]
    desk, page = browser(office.by), f"/company-asks/{question}/"
    assert "The district’s own records" in words(desk.get(page).content.decode())
    assert desk.post(f"{page}own/", form(how="perhaps")).status_code == 404
    assert browser(town.registrar.by).post(f"{page}own/", form(how=how)).status_code == 404
    assert desk.post(f"{page}own/", form(how=how)).status_code == 302
    assert owes(office) == [] and (entries()[-1].act.value, entries()[-1].part) == ("nonenrolment:decided", how)
    assert "The district’s own records" not in words(desk.get(page).content.decode())
    assert desk.post(f"{page}own/", form(how=how)).status_code == 404


def test_where_it_keeps_none_nothing_is_to_be_decided(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    answers(asks(office, town.ana, encloses=True), office, request(town))
    assert owes(office) == []


def test_whoever_is_no_designee_enters_it_and_is_shown_nobody(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.company_answers import answer, standing

    about = [asks(town.registrar, it) for it in (town.ana, nobody())]
    desk = browser(town.registrar.by)
    ana, none = (words(desk.get(f"/company-asks/{it}/").content.decode()) for it in about)
    named = f"{town.ana.legal_given} {town.ana.legal_family}"
    assert ana.replace(named, "NAME") == none.replace("Zelda Quillfeather", "NAME")
    assert standing(about[0], by=town.registrar.by, at=AT).could_be == ()
    with pytest.raises(Missing):
        answer(about[0], None, head=HEAD, by=town.registrar.by, at=AT)
    assert "Whom it could mean" in browser(office.by).get(f"/company-asks/{about[0]}/").content.decode()


def test_the_pages_take_the_question_and_make_the_answer(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    desk = browser(office.by)
    assert desk.post("/company-asks/", form(operator="")).status_code == 422
    said = form(
        **COMPANY, asked_on=AT.date().isoformat(), given=town.ana.legal_given, family=town.ana.legal_family,
        encloses="on",
    )  # fmt: skip
    taken = desk.post("/company-asks/", said)
    page = taken["Location"]
    assert "The family’s request came with it" in words(desk.get(page).content.decode())
    wrong = desk.post(f"{page}answer/", form(enclosed="yes", student=str(town.ana.id), signer="No One", ccpa="yes"))
    assert (wrong.status_code, "Nobody of this name" in words(wrong.content.decode())) == (422, True)
    assert desk.post(f"{page}answer/", form()).status_code == 302
    assert "nothing was confirmed" in words(desk.get(page).content.decode())
    assert desk.get(f"{page}paper/").content.startswith(b"%PDF")


def test_what_a_company_was_answered_tells_nobody_of_a_child_who_is_not_theirs(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """The clerk who took it in, and a designee whom an order keeps from the child, see of a letter what they see of an
    answer about nobody."""
    leaves(town.spell)
    about = [asks(office, town.ana, encloses=True), asks(office, nobody(), encloses=True)]
    assert "is not enrolled" in answers(about[0], office, request(town))
    answers(about[1], office)
    bound = make.staffed("second", "administrator", None)
    make.order(town.ana, make.contact(bound.row.given, bound.row.family))
    named = f"{town.ana.legal_given} {town.ana.legal_family}"
    for who in (town.registrar, bound):
        desk = browser(who.by)
        ana, none = (words(desk.get(f"/company-asks/{it}/").content.decode()) for it in about)
        assert ana.replace(named, "NAME") == none.replace("Zelda Quillfeather", "NAME")
        assert [desk.get(f"/company-asks/{it}/paper/").status_code for it in about] == [404, 404]


def test_the_page_says_the_days_that_the_table_of_figures_has(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from fileroom.law.figures import FIGURES
    from fileroom.programmes.vendors.company_questions import CLOCK
    from fileroom.web import company_questions

    desk = browser(office.by)
    assert "within five business days" in words(desk.get("/company-asks/").content.decode())
    monkeypatch.setattr(company_questions, "FIGURES", {CLOCK: replace(FIGURES[CLOCK], value=7)})
    assert "within seven business days" in words(desk.get("/company-asks/").content.decode())
