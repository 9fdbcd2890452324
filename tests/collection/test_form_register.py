"""The forms register: what is refused is not in use, whose forms they are, and why one wants attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.collection.forms import Field
from tests import factories as make
from tests.collection.conftest import Rows
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.collection.register.definitions import Head, Made
    from fileroom.collection.register.lists import Listed

DAYS = 365
PACKET = b"Enrollment packet\nStudent name: ____\nSocial Security number (optional): ____\n"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


def head(town: make.Town, **changes: Any) -> Head:
    from fileroom.collection.register.definitions import Head

    return replace(Head("Enrollment form", "web", "en", town.school.id, "registrar"), **changes)


def made(town: make.Town, *labels: str, **changes: Any) -> Made:
    from fileroom.collection.register.definitions import Asking, Made

    return Made(head(town, **changes), tuple(Asking("text", Field("", label)) for label in labels))


def listed(who: make.Staffed, form_id: UUID, *, days: int = 0) -> Listed:
    from fileroom.collection.register.lists import register_of

    found = register_of(by=who.by, at=AT + timedelta(days=days), days=DAYS).forms
    return next(it for it in found if it.id == form_id)


def test_a_form_that_is_refused_is_not_put_in_use_and_the_try_is_in_the_ledger(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.register.services import NotInUse, register

    refused = register(
        uuid4(), made(town, "Número de Seguro Social (opcional)"), in_use=True, by=town.registrar.by, at=AT
    )
    assert isinstance(refused, NotInUse)
    assert rows("SELECT count(*) FROM collection_registeredform") == [(0,)]
    noted = entries()[-1]
    assert (noted.act, noted.outcome, noted.actor.role) == ("form:refused", "found", "registrar")
    assert noted.rules == ("collection.social_security_numbers.no_number_and_no_last_four",)
    assert noted.law_digest


def test_a_form_that_is_refused_may_be_kept_as_a_draft_and_wants_attention(town: make.Town) -> None:
    from fileroom.collection.register.services import Registered, register

    draft = register(uuid4(), made(town, "Grade", "Immigration status"), in_use=False, by=town.registrar.by, at=AT)
    assert isinstance(draft, Registered)
    it = listed(town.registrar, draft.id)
    assert (it.state, it.attention) == ("draft", "asks")
    assert it.found[0]["at"] == 2 and it.found[0]["category"] == "immigration_status"


def test_what_was_answered_is_not_remembered_beyond_counsel_s_signature(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.register.services import check
    from fileroom.people import counsel

    rule = "collection.social_security_numbers.no_number_and_no_last_four"
    form = made(town, "SSN").definition()

    def said_by() -> str:
        return check(form, by=town.registrar.by, at=AT).fields[0].reasons[0].ruling.rule

    assert said_by() == rule
    doubtful = replace(counsel.Standing(None, (), (), ()), doubts=((AT.date(), rule, True),))
    monkeypatch.setattr(counsel, "standing_now", lambda: doubtful)
    assert said_by() != rule


def test_what_waits_for_counsel_is_not_in_use_either(town: make.Town) -> None:
    from fileroom.collection.register.services import NotInUse, register

    assert isinstance(register(uuid4(), made(town, "ITIN"), in_use=True, by=town.registrar.by, at=AT), NotInUse)


def test_the_row_itself_refuses_a_made_form_in_use_that_asks(town: make.Town) -> None:
    from django.db import IntegrityError

    from fileroom.collection.models import RegisteredForm
    from fileroom.collection.register.services import Registered, register
    from fileroom.hosting import district_transaction

    draft = register(uuid4(), made(town, "SSN"), in_use=False, by=town.registrar.by, at=AT)
    assert isinstance(draft, Registered)
    with district_transaction():
        row = RegisteredForm.objects.get(pk=draft.id)
    with pytest.raises(IntegrityError, match="made_form_in_use_asks_nothing_it_may_not"):
        make.change(row, state="used")


def test_a_form_in_use_is_due_after_a_year_and_wants_attention_the_day_after(town: make.Town) -> None:
    from fileroom.collection.register.services import Registered, register, screen_again

    form = register(uuid4(), made(town, "Grade"), in_use=True, by=town.registrar.by, at=AT)
    assert isinstance(form, Registered)
    assert [listed(town.registrar, form.id, days=day).attention for day in (0, DAYS, DAYS + 1)] == [
        None, None, "overdue",
    ]  # fmt: skip
    screen_again(form.id, by=town.registrar.by, at=AT + timedelta(days=DAYS + 1))
    assert listed(town.registrar, form.id, days=DAYS + 1).attention is None


def test_a_law_that_begins_is_another_law_though_the_book_is_the_same(district: str) -> None:
    from fileroom.collection.register.standing import ASKED, edition_on
    from fileroom.hosting import district_transaction
    from fileroom.law.book import RULES

    begins = max(rule.effective for rule in RULES if rule.effective and rule.id.startswith(ASKED))
    with district_transaction():
        before, then, after = (edition_on(begins + timedelta(days=days)) for days in (-1, 0, 1))
    assert before.law != then.law == after.law


@pytest.mark.parametrize(("column", "says"), [("law", "law_changed"), ("sieve", "sieve_changed")])
def test_a_form_screened_by_another_law_or_sieve_wants_attention(town: make.Town, column: str, says: str) -> None:
    from fileroom.collection.models import RegisteredForm
    from fileroom.collection.register.services import Registered, register
    from fileroom.hosting import district_transaction

    form = register(uuid4(), made(town, "Grade"), in_use=True, by=town.registrar.by, at=AT)
    assert isinstance(form, Registered)
    with district_transaction():
        row = RegisteredForm.objects.get(pk=form.id)
    make.change(row, **{column: "of another day"})
    assert listed(town.registrar, form.id).attention == says


def test_a_form_with_a_number_in_it_is_not_kept_even_as_a_draft(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.register.services import register

    with pytest.raises(ValidationError, match="A form is blank"):
        register(uuid4(), made(town, "SSN 318-44-7265"), in_use=False, by=town.registrar.by, at=AT)
    assert rows("SELECT count(*) FROM collection_registeredform") == [(0,)]


def test_a_paper_is_registered_as_it_was_found_and_none_of_its_words_are_kept(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.register.services import register_paper

    done = register_paper(uuid4(), head(town, kind="packet"), PACKET, "packet.txt", by=town.registrar.by, at=AT)
    assert [it.category for it in done.form.asked] == ["ssn"]
    it = listed(town.registrar, done.id)
    assert (it.attention, it.state, it.made) == ("asks", "used", False)
    ((kept,),) = rows("SELECT t::text FROM collection_registeredform t")
    assert "optional" not in kept and "____" not in kept
    assert entries()[-1].act == "form:screened"


def test_a_school_s_form_is_changed_by_nobody_of_another_school_and_by_no_teacher(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.register.services import Registered, register, retire, screen_again
    from fileroom.people.answers import Missing

    form = register(uuid4(), made(town, "Grade"), in_use=True, by=town.registrar.by, at=AT)
    assert isinstance(form, Registered)
    mesa = make.school("Mesa Middle")
    elsewhere = make.staffed("elsewhere", "registrar", mesa)
    for who in (elsewhere, town.teacher, town.mother):
        for school in (town.school.id, mesa.id if who is elsewhere else None, None):
            with pytest.raises(Missing):
                register(form.id, made(town, "Room", school=school), in_use=True, by=who.by, at=AT)
        with pytest.raises(Missing):
            retire(form.id, by=who.by, at=AT)
        with pytest.raises(Missing):
            screen_again(form.id, by=who.by, at=AT)
    assert rows("SELECT state, asks->0->>'label' FROM collection_registeredform") == [("used", "Grade")]
    retire(form.id, by=town.registrar.by, at=AT)
    assert rows("SELECT state FROM collection_registeredform") == [("retired",)]


def test_whoever_keeps_the_whole_district_s_records_registers_every_form(town: make.Town) -> None:
    from fileroom.collection.register.services import Registered, register

    office = make.staffed("office", "administrator", None)
    for school in (None, town.school.id):
        form = register(uuid4(), made(town, "Grade", school=school), in_use=True, by=office.by, at=AT)
        assert isinstance(form, Registered)
        assert listed(town.registrar, form.id).mine is (school is not None)


def test_behind_the_forms_of_other_schools_no_form_is_lost_and_the_gravest_come_first(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.register import lists
    from fileroom.collection.register.services import register

    monkeypatch.setattr(lists, "MOST", 2)
    office = make.staffed("office", "administrator", None)
    other = make.school("Aaa Elementary")
    for number in range(3):
        register(uuid4(), made(town, "Grade", title=f"A{number}", school=other.id), in_use=True, by=office.by, at=AT)
    own = uuid4()
    register(own, made(town, "Social Security number", title="Zebra"), in_use=False, by=town.registrar.by, at=AT)
    assert listed(town.registrar, own).attention and lists.wanting(by=town.registrar.by, at=AT, days=DAYS) == 1
    whole = lists.register_of(by=office.by, at=AT, days=DAYS)
    assert [it.head.title for it in whole.forms] == ["Zebra", "A0"] and whole.more == 2


def test_a_new_form_sent_twice_at_one_moment_is_one_form(
    town: make.Town, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    import contextvars
    import threading

    from django.db import connections

    from fileroom.collection.register import answering, services

    form_id, answers, real = uuid4(), [], answering.answer_of
    first_is_in = threading.Event()

    def slowly(*given: Any) -> Any:
        first_is_in.set()
        return real(*given)

    monkeypatch.setattr(services, "answer_of", slowly)

    def send() -> None:
        answers.append(services.register(form_id, made(town, "Grade"), in_use=True, by=town.registrar.by, at=AT))
        connections.close_all()

    threads = [threading.Thread(target=contextvars.copy_context().run, args=(send,)) for _ in range(2)]
    for it in threads:
        it.start()
        first_is_in.wait(10)
    for it in threads:
        it.join()
    assert len(answers) == 2 and rows("SELECT count(*) FROM collection_registeredform") == [(1,)]
    assert [it.act.value for it in entries()].count("form:screened") == 1


def test_a_paper_that_asks_a_thousand_times_is_told_of_once_a_page(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.register.services import register_paper

    lines = "".join(f"Social Security number of child {at} (optional): ____\n" for at in range(300)).encode()
    register_paper(uuid4(), head(town, kind="packet"), lines, "packet.txt", by=town.registrar.by, at=AT)
    assert rows("SELECT jsonb_array_length(found) FROM collection_registeredform") == [(1,)]
    assert len(entries()[-1].rules) == 1
